/**
 * The sandbox's global object, evaluated in QuickJS after the prelude. An expression: a function of the prelude's object and the HTML text.
 * Keeps the globals of Figma's sandbox (Figma doc: how plugins run) and removes others of this QuickJS.
 */
export const GLOBALS = `(function (guest, html) {
  'use strict'
  // Not ECMAScript, and not in Figma's sandbox.
  const foreign = ['queueMicrotask', 'DOMException', 'btoa', 'atob', 'performance', 'structuredClone', 'crypto', 'navigator']
  // Newer than ECMAScript 2021, and not known to exist in Figma's engine.
  const recent = [
    'Iterator', 'Float16Array', 'DisposableStack', 'AsyncDisposableStack', 'SuppressedError', 'WeakRef',
    'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics',
  ]
  for (const name of [...foreign, ...recent]) delete globalThis[name]
  const iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))
  const arrays = ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with']
  for (const [holder, names] of [
    [Array.prototype, arrays],
    [Object.getPrototypeOf(Uint8Array.prototype), arrays],
    [Uint8Array, ['fromBase64', 'fromHex']],
    [Uint8Array.prototype, ['toBase64', 'toHex', 'setFromBase64', 'setFromHex']],
    [Array, ['fromAsync']],
    [ArrayBuffer.prototype, ['resize', 'transfer', 'transferToFixedLength']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [RegExp, ['escape']],
    [Error, ['isError', 'captureStackTrace']],
    [iterators, ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find']],
    [Math, ['f16round', 'sumPrecise']],
    [Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
  ]) {
    for (const name of names) delete holder[name]
  }

  function define(name, value) {
    Object.defineProperty(globalThis, name, { value, writable: false, enumerable: true, configurable: false })
  }

  // Code made out of text is refused in Figma.
  function refused(name) {
    const refuse = function () {
      throw new EvalError(name + ' is not allowed in the sandbox')
    }
    Object.defineProperty(refuse, 'name', { value: name })
    return refuse
  }
  define('eval', refused('eval'))
  for (const sample of [function () {}, async function () {}, function* () {}, async function* () {}]) {
    const prototype = Object.getPrototypeOf(sample)
    const constructor = refused(prototype.constructor.name)
    constructor.prototype = prototype
    Object.defineProperty(prototype, 'constructor', { value: constructor })
    if (constructor.name === 'Function') {
      Object.defineProperty(globalThis, 'Function', { value: constructor, writable: false, configurable: false })
    }
  }

  const timers = new Map()
  let lastTimer = 0
  function startTimer(repeats) {
    return function (callback, delay) {
      if (typeof callback !== 'function') throw new TypeError('the callback of a timer must be a function')
      const id = ++lastTimer
      timers.set(id, { callback, repeats })
      guest.ask('start-timer', { id, delay: Math.max(0, Number(delay) || 0), repeats })
      return id
    }
  }
  function stopTimer(id) {
    if (timers.delete(id)) guest.ask('stop-timer', { id })
  }
  define('setTimeout', startTimer(false))
  define('setInterval', startTimer(true))
  define('clearTimeout', stopTimer)
  define('clearInterval', stopTimer)

  const log = (level) => (...args) => guest.ask('console', { level, text: guest.show(args) })
  define('console', Object.freeze({
    log: log('log'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
    assert(condition, ...args) {
      if (!condition) log('error')('Assertion failed:', ...args)
    },
    clear() {},
  }))

  define('fetch', (url) => guest.ask('fetch', { url: String(url) }))
  define('figma', guest.figma)
  define('__html__', html)

  return {
    fireTimer(id) {
      const timer = timers.get(id)
      if (!timer) return
      if (!timer.repeats) timers.delete(id)
      timer.callback()
    },
  }
})`
