import { expect, it } from 'vitest'
import { loadStartState } from '../../../src/code/start-state'
import type { Timers } from '../../../src/protocol/channel'
import { WINDOW, type WindowSize } from '../../../src/protocol/contract'

/** Timers that wait until the test runs them. */
function timersAtHand(): Timers & { readonly waiting: Set<() => void> } {
  const waiting = new Set<() => void>()
  return {
    waiting,
    set(callback) {
      waiting.add(callback)
      return callback
    },
    clear: (handle) => void waiting.delete(handle as () => void),
  }
}

const never = new Promise<never>(() => undefined)
const fails = () => Promise.reject(new Error('no'))
const nothing = async () => null
const storage = (size: () => Promise<WindowSize | null>, key: () => Promise<string | null>) => ({
  windowSize: { load: size },
  apiKey: { load: key },
})

it.each([
  ['fails', storage(fails, nothing)],
  ['never answers', storage(nothing, () => never)],
])('loadStartState returns defaults if the storage %s', async (_how, kept) => {
  const timers = timersAtHand()
  const recalled = loadStartState(kept, timers)
  for (const late of timers.waiting) late()
  expect(await recalled).toEqual({ size: WINDOW, hasKey: true })
})
