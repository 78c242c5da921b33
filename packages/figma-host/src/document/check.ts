import type { AssetKind } from './assets'
import { AssetRef, NodeRef } from './capability'
import { ApiError } from './errors'
import type { GuestFunction } from './guest-function'

/**
 * Validation of values from the plugin. Each function returns the value with its type, or throws an error that names the property like
 * Figma: `Property "fills[0].color.r" failed validation: Expected number, received string`.
 */

/** Returns the error of a failed validation. `where`: the property, with the path to the invalid part. */
export function invalid(where: string, reason: string): ApiError {
  return new ApiError(`Property "${where}" failed validation: ${reason}`)
}

/** Returns the name of a value's type for error messages. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Uint8Array) return 'Uint8Array'
  if (value instanceof NodeRef) return 'node'
  if (value instanceof AssetRef) return value.kind
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return typeof value
}

function expected(where: string, wanted: string, value: unknown): ApiError {
  return invalid(where, `Expected ${wanted}, received ${kindOf(value)}`)
}

/** Requires a finite number within the limits, inclusive. */
export function number(value: unknown, where: string, least = -Infinity, most = Infinity): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw expected(where, 'number', value)
  if (value < least) throw invalid(where, `Number must be greater than or equal to ${least}`)
  if (value > most) throw invalid(where, `Number must be less than or equal to ${most}`)
  return value
}

/** Requires a string, which may be empty. */
export function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw expected(where, 'string', value)
  return value
}

/** Requires true or false, not just a truthy or falsy value. */
export function boolean(value: unknown, where: string): boolean {
  if (typeof value !== 'boolean') throw expected(where, 'boolean', value)
  return value
}

/** Requires one of some strings. */
export function oneOf<const Text extends string>(
  value: unknown,
  where: string,
  texts: readonly Text[],
): Text {
  const found = texts.find((text) => text === value)
  if (found === undefined) {
    const wanted = texts.map((text) => `'${text}'`).join(' | ')
    throw invalid(where, `Invalid enum value. Expected ${wanted}, received ${shown(value)}`)
  }
  return found
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : kindOf(value)
}

/** Requires an array. Each item is validated by `item`, which gets the path, such as `where[3]`. */
export function list<Item>(
  value: unknown,
  where: string,
  item: (value: unknown, where: string) => Item,
): readonly Item[] {
  if (!Array.isArray(value)) throw expected(where, 'array', value)
  return value.map((part, at) => item(part, `${where}[${at}]`))
}

/** Requires an object with only these keys, all of which are optional. */
export function record(value: unknown, where: string, keys: readonly string[]): Record<string, unknown> {
  if (kindOf(value) !== 'object') throw expected(where, 'object', value)
  const strange = Object.keys(value as object).filter((key) => !keys.includes(key))
  if (strange.length > 0) {
    const names = strange.map((key) => `'${key}'`).join(', ')
    throw invalid(where, `Unrecognized key(s) in object: ${names}`)
  }
  return value as Record<string, unknown>
}

/** Requires a Uint8Array. */
export function bytes(value: unknown, where: string): Uint8Array {
  if (!(value instanceof Uint8Array)) throw expected(where, 'Uint8Array', value)
  return value
}

/** Requires a function of the plugin. */
export function callback(value: unknown, where: string): GuestFunction {
  if (typeof value !== 'function') throw expected(where, 'function', value)
  return value as GuestFunction
}

/** Requires a variable, collection, or style. The caller checks that it exists. */
export function asset(value: unknown, where: string, kind: AssetKind): AssetRef {
  if (value instanceof AssetRef && value.kind === kind) return value
  // An id instead of the object, which `dynamic-page` forbids (Figma doc).
  throw expected(where, `${kind} object`, value)
}

/** Requires a node. The caller checks that it exists. */
export function node(value: unknown, where: string): NodeRef {
  if (!(value instanceof NodeRef)) throw expected(where, 'node', value)
  return value
}

/** Validates the value unless it is undefined. */
export function optional<T>(
  value: unknown,
  where: string,
  check: (value: unknown, where: string) => T,
): T | undefined {
  return value === undefined ? undefined : check(value, where)
}
