import { AreaRef, AssetRef, MIXED, NodeRef } from '../document/capability'
import type { GuestFunction } from '../document/guest-function'

/**
 * Values passed between the sandbox and the host: JSON, in which an object with the key `$` represents values that JSON cannot. Byte arrays
 * are passed separately and referred to by index. The other end is in `prelude.ts`.
 */
export interface PackedValue {
  readonly json: string
  readonly bytes: readonly Uint8Array[]
}

/** Replaces the host's functions and promises while packing, and the sandbox's functions while unpacking. */
export interface Exchange {
  /** Stores a host function that the sandbox can call. Returns its id. */
  keepFunction(fn: (...args: unknown[]) => unknown): number
  /** Waits for a promise and settles it inside the sandbox later. Returns its id. */
  keepPromise(promise: Promise<unknown>): number
  /** Returns the sandbox's function with this id, callable by the host. The same id returns the same function. */
  guestFunction(id: number): GuestFunction
}

/** Packs a value of the host for the sandbox. */
export function pack(value: unknown, exchange: Exchange): PackedValue {
  const bytes: Uint8Array[] = []
  const encode = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' }
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') return encodeNumber(value)
    if (value === MIXED) return { $: 'mixed' }
    if (typeof value === 'function') {
      const guest = guestFunctionIds.get(value)
      if (guest !== undefined) return { $: 'function', id: guest }
      return { $: 'host-function', id: exchange.keepFunction(value as (...args: unknown[]) => unknown) }
    }
    if (value instanceof NodeRef) return { $: 'node', id: value.id }
    if (value instanceof AssetRef) return { $: 'asset', kind: value.kind, id: value.id }
    if (value instanceof AreaRef) return { $: 'area', name: value.area }
    if (value instanceof Uint8Array) return { $: 'bytes', at: bytes.push(value) - 1 }
    if (value instanceof Date) return { $: 'date', time: encodeNumber(value.getTime()) }
    if (value instanceof Promise) return { $: 'promise', id: exchange.keepPromise(value) }
    if (Array.isArray(value)) return value.map(encode)
    if (typeof value !== 'object') throw new Error(`the host cannot pass a ${typeof value} to the sandbox`)
    const fields = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]))
    return '$' in fields ? { $: 'object', fields: Object.entries(fields) } : fields
  }
  return { json: JSON.stringify(encode(value)), bytes }
}

function encodeNumber(value: number): unknown {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
}

/** Unpacks a value that the sandbox has packed. */
export function unpack({ json, bytes }: PackedValue, exchange: Exchange): unknown {
  const decode = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(decode)
    const marked = value as { readonly $?: string } & Record<string, unknown>
    switch (marked.$) {
      case undefined:
        return decodeFields(Object.entries(marked))
      case 'undefined':
        return undefined
      case 'number':
        return Number(marked.text)
      case 'mixed':
        return MIXED
      case 'function':
        return guestFunction(Number(marked.id))
      case 'node':
        return new NodeRef(String(marked.id))
      case 'asset':
        return new AssetRef(marked.kind as AssetRef['kind'], String(marked.id))
      case 'area':
        return new AreaRef(String(marked.name))
      case 'bytes':
        return bytes[Number(marked.at)]
      case 'date':
        return new Date(Number(decode(marked.time)))
      case 'object':
        return decodeFields(marked.fields as [string, unknown][])
      default:
        throw new Error(`unknown mark on the wire: ${marked.$}`)
    }
  }
  const decodeFields = (fields: [string, unknown][]) =>
    Object.fromEntries(fields.map(([key, item]) => [key, decode(item)]))
  const guestFunction = (id: number) => {
    const fn = exchange.guestFunction(id)
    guestFunctionIds.set(fn, id)
    return fn
  }
  return decode(JSON.parse(json))
}

/** So that a function of the sandbox that is passed back is the same function again. */
const guestFunctionIds = new WeakMap<object, number>()
