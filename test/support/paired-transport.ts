import type { Timers, Transport } from '../../src/protocol/channel'

/** Returns two connected in-memory transports: messages arrive later and as copies, like with `postMessage`. */
export function pairedTransports(): {
  readonly a: Transport
  readonly b: Transport
  readonly wire: unknown[]
} {
  const wire: unknown[] = []
  const ends = [new Set<(message: unknown) => void>(), new Set<(message: unknown) => void>()] as const
  const end = (mine: 0 | 1, theirs: 0 | 1): Transport => ({
    send(message) {
      const copy: unknown = structuredClone(message)
      wire.push(copy)
      queueMicrotask(() => {
        for (const listener of ends[theirs]) listener(copy)
      })
    },
    listen(listener) {
      ends[mine].add(listener)
      return () => ends[mine].delete(listener)
    },
  })
  return { a: end(0, 1), b: end(1, 0), wire }
}

/** Returns timers that are advanced by the test. */
export function manualTimers(): Timers & {
  readonly advance: (ms: number) => void
  readonly open: () => number
} {
  const due = new Map<number, { readonly at: number; readonly callback: () => void }>()
  let now = 0
  let count = 0
  return {
    set(callback, delay) {
      due.set(++count, { at: now + delay, callback })
      return count
    },
    clear: (handle) => void due.delete(handle as number),
    advance(ms) {
      now += ms
      for (const [handle, { at, callback }] of [...due]) {
        if (at > now) continue
        due.delete(handle)
        callback()
      }
    },
    open: () => due.size,
  }
}
