/**
 * The sandbox's end of the bridge, evaluated in QuickJS before the plugin. Creates a Proxy for each node and API area, whose traps ask the
 * host, and packs values as described in `wire.ts`. Kept as text because it runs in another engine: the source of a real function would
 * depend on the tool that built the host.
 * The text is an expression: a function of `call(json, ...bytes)`, which asks the host and returns its answer as JSON, and
 * `bytesAt(index)`, which returns the byte arrays of that answer. It returns what `guest.ts` needs.
 */
export const PRELUDE = String.raw`(function (call, bytesAt) {
  'use strict'
  const mixed = Symbol('figma.mixed')
  const nodes = new Map()
  const assets = new Map()
  const areas = new Map()
  const references = new WeakMap()
  const functions = new Map()
  const functionIds = new WeakMap()
  const promises = new Map()
  const { parse, stringify } = JSON
  let lastFunction = 0
  let fresh = []
  let thrown

  function nameOf(value) {
    if (typeof value === 'symbol' || typeof value === 'bigint') return 'a ' + typeof value
    const constructor = value.constructor
    return 'a ' + ((typeof constructor === 'function' && constructor.name) || 'host object')
  }

  function encode(value, bytes, above, path) {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'undefined':
        return { $: 'undefined' }
      case 'number':
        if (isFinite(value) && !Object.is(value, -0)) return value
        return { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
      case 'function':
        return { $: 'function', id: idOf(value) }
      case 'object':
        break
      default:
        if (value === mixed) return { $: 'mixed' }
        throw new TypeError('cannot pass ' + nameOf(value) + ' out of the sandbox' + (path && ' (at ' + path + ')'))
    }
    if (value === null) return null
    const reference = references.get(value)
    if (reference && reference.$ !== 'area') return reference
    const prototype = Object.getPrototypeOf(value)
    if (prototype === Uint8Array.prototype) return { $: 'bytes', at: bytes.push(value) - 1 }
    if (prototype === Date.prototype) return { $: 'date', time: encode(value.getTime(), bytes, above, path) }
    if (above.includes(value)) throw new TypeError('cannot pass a cyclic object out of the sandbox (at ' + path + ')')
    above.push(value)
    let result
    if (Array.isArray(value)) {
      result = []
      for (let i = 0; i < value.length; i++) result.push(encode(value[i], bytes, above, path + '[' + i + ']'))
    } else if (reference || (prototype !== Object.prototype && prototype !== null)) {
      throw new TypeError('cannot pass ' + nameOf(value) + ' out of the sandbox' + (path && ' (at ' + path + ')'))
    } else {
      result = {}
      for (const key of Object.keys(value)) {
        // Not by assignment, which would take the key __proto__ for something else.
        const item = encode(value[key], bytes, above, path + '.' + key)
        Object.defineProperty(result, key, { value: item, enumerable: true, configurable: true, writable: true })
      }
      if ('$' in result) result = { $: 'object', fields: Object.entries(result) }
    }
    above.pop()
    return result
  }

  function decode(value) {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) value[i] = decode(value[i])
      return value
    }
    switch (value.$) {
      case undefined:
        for (const key of Object.keys(value)) value[key] = decode(value[key])
        return value
      case 'undefined':
        return undefined
      case 'number':
        return Number(value.text)
      case 'mixed':
        return mixed
      case 'node':
        return nodeProxy(value.id)
      case 'asset':
        return assetProxy(value.kind, value.id)
      case 'area':
        return areaProxy(value.name)
      case 'bytes':
        return bytesAt(value.at)
      case 'date':
        return new Date(decode(value.time))
      case 'function':
        return functions.get(value.id)
      case 'host-function':
        return (...args) => ask({ op: 'host-function', id: value.id }, args)
      case 'promise':
        return new Promise((resolve, reject) => promises.set(value.id, { resolve, reject }))
      case 'object': {
        const result = {}
        for (const [key, item] of value.fields) result[key] = decode(item)
        return result
      }
    }
  }

  function idOf(fn) {
    let id = functionIds.get(fn)
    if (id === undefined) {
      id = ++lastFunction
      functionIds.set(fn, id)
    }
    if (!functions.has(id)) {
      functions.set(id, fn)
      fresh.push(id)
    }
    return id
  }

  // Asks the host. Functions that only this call has handed over are let go, unless the host says that it keeps them.
  function ask(request, value) {
    const outer = fresh
    fresh = []
    try {
      const bytes = []
      request.value = encode(value, bytes, [], '')
      const answer = parse(call(stringify(request), ...bytes))
      if (answer.keeps) fresh = []
      if (answer.error) throw errorFrom(answer.error)
      return answer.method ? METHOD : decode(answer.value)
    } finally {
      for (const id of fresh) functions.delete(id)
      fresh = outer
    }
  }

  const METHOD = Symbol('method')

  function errorFrom(error) {
    if (error.again) {
      const again = thrown
      thrown = undefined
      return again
    }
    if ('thrown' in error) return error.thrown
    return error.type === 'TypeError' ? new TypeError(error.message) : new Error(error.message)
  }

  // What everybody asks of an object: await asks for then, JSON.stringify for toJSON, and so on.
  const PROBES = new Set(['then', 'toJSON'])

  function proxyOf(reference, own) {
    const methods = new Map()
    const subject = { subject: reference }
    const proxy = new Proxy(own, {
      get(target, key) {
        if (typeof key === 'symbol' || PROBES.has(key)) return undefined
        if (methods.has(key)) return methods.get(key)
        if (key in Object.prototype && key !== 'toString') return Object.prototype[key]
        const value = ask({ op: 'get', member: key, ...subject }, null)
        if (value !== METHOD) return value
        const method = (...args) => ask({ op: 'call', member: key, ...subject }, args)
        methods.set(key, method)
        return method
      },
      set(target, key, value) {
        ask({ op: 'set', member: String(key), ...subject }, value)
        return true
      },
      has(target, key) {
        return typeof key === 'string' && ask({ op: 'has', member: key, ...subject }, null)
      },
      deleteProperty(target, key) {
        throw new TypeError('Cannot delete property ' + String(key))
      },
      defineProperty(target, key) {
        throw new TypeError('Cannot define property ' + String(key) + ', object is not extensible')
      },
      setPrototypeOf() {
        throw new TypeError('Cannot set the prototype of a host object')
      },
    })
    references.set(proxy, reference)
    return proxy
  }

  function nodeProxy(id) {
    let proxy = nodes.get(id)
    if (!proxy) {
      // The id is the one own property of a node, so that it is what JSON.stringify(node) shows.
      const own = Object.defineProperty({}, 'id', { value: id, enumerable: true })
      nodes.set(id, (proxy = proxyOf({ $: 'node', id }, own)))
    }
    return proxy
  }

  function assetProxy(kind, id) {
    let proxy = assets.get(id)
    if (!proxy) {
      const own = Object.defineProperty({}, 'id', { value: id, enumerable: true })
      assets.set(id, (proxy = proxyOf({ $: 'asset', kind, id }, own)))
    }
    return proxy
  }

  function areaProxy(name) {
    let proxy = areas.get(name)
    if (!proxy) areas.set(name, (proxy = proxyOf({ $: 'area', name }, {})))
    return proxy
  }

  function describe(error) {
    if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack || '' }
    return { name: '', message: typeof error === 'string' ? error : showValue(error), stack: '' }
  }

  function showValue(value) {
    if (typeof value === 'string') return value
    if (value instanceof Error) return (value.stack ? value + '\n' + value.stack : String(value)).trimEnd()
    if (typeof value === 'function') return 'function ' + value.name
    if (typeof value !== 'object' || value === null) return String(value)
    const reference = references.get(value)
    if (reference) return '[' + (reference.name || (reference.kind || 'node') + ' ' + reference.id) + ']'
    const above = []
    const text = stringify(value, function (key, item) {
      while (above.length > 0 && above[above.length - 1] !== this) above.pop()
      if (typeof item !== 'object' || item === null) return typeof item === 'bigint' ? item + 'n' : item
      if (references.has(item)) return showValue(item)
      if (item instanceof Error) return String(item)
      if (above.includes(item)) return '[cyclic]'
      above.push(item)
      return item
    })
    return text === undefined ? String(value) : text
  }

  return {
    figma: areaProxy('figma'),
    ask: (op, value) => ask({ op }, value),
    show: (args) => args.map(showValue).join(' '),
    describe,
    // Calls a function of the plugin's for the host. What it throws is kept, to be thrown again as it is.
    callFunction(json) {
      const { id, args } = parse(json)
      const fn = functions.get(id)
      if (!fn) return stringify({ threw: { name: 'Error', message: 'the function is gone', stack: '' } })
      try {
        const bytes = []
        const result = fn(...decode(args))
        // Handlers may well be async; nothing in the API waits for what they give back.
        return stringify({ value: result instanceof Promise ? null : encode(result, bytes, [], '') })
      } catch (error) {
        thrown = error
        return stringify({ threw: describe(error) })
      }
    },
    settle(json) {
      const { id, ok, value, error } = parse(json)
      const { resolve, reject } = promises.get(id)
      promises.delete(id)
      if (ok) resolve(decode(value))
      else reject(errorFrom(error))
    },
  }
})`
