import { AssetRef, MIXED, NodeRef } from './capability'
import { ApiError } from './errors'

/**
 * Deep-copies plain data: null, undefined, booleans, numbers, strings, arrays, objects, Date, and Uint8Array. Only these are passed between
 * sandbox and panel (Figma doc: postMessage). Throws an error that names anything else.
 */
export function plainData(value: unknown, where: string): unknown {
  return copy(value, where, '', [])
}

function copy(value: unknown, where: string, path: string, above: readonly object[]): unknown {
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
    case 'number':
    case 'string':
      return value
    case 'object':
      break
    default:
      throw refused(where, path, value === MIXED ? 'figma.mixed' : `a ${typeof value}`)
  }
  if (value === null) return null
  if (value instanceof Uint8Array) {
    if (value.constructor !== Uint8Array) throw refused(where, path, `a ${value.constructor.name}`)
    return value.slice()
  }
  if (value instanceof Date) return new Date(value.getTime())
  if (value instanceof NodeRef) throw refused(where, path, 'a node')
  if (value instanceof AssetRef) throw refused(where, path, `a ${value.kind}`)
  if (above.includes(value)) throw refused(where, path, 'a cyclic object')
  const below = [...above, value]
  if (Array.isArray(value)) return value.map((item, at) => copy(item, where, `${path}[${at}]`, below))
  const prototype: unknown = Object.getPrototypeOf(value)
  // Objects from another realm, such as the panel's, have another Object.prototype, whose own prototype is null.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw refused(where, path, `a ${value.constructor.name}`)
  }
  const tag = Object.prototype.toString.call(value).slice(8, -1)
  if (tag !== 'Object') throw refused(where, path, `a ${tag}`)
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, copy(item, where, `${path}.${key}`, below)]),
  )
}

function refused(where: string, path: string, what: string): ApiError {
  const place = path === '' ? '' : ` (at ${path})`
  return new ApiError(`${where} takes plain data, Date and Uint8Array only, not ${what}${place}`)
}
