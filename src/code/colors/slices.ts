/** Time in ms for which the editor can be blocked without being noticeably slow. */
const SLICE_MS = 8

/** Resolves after the editor had time for other work. */
export type Pause = () => Promise<void>

/** Splits long work into time slices. */
export interface Slices {
  /** Whether the current slice is used up. Check it between small steps of the work. */
  isOver(): boolean
  /** Pauses, then starts the next slice. The document may have changed in between. Rejects if `pause` does. */
  next(): Promise<void>
}

/** Starts the first slice. `now` returns the time in whole ms. */
export function slices(pause: Pause, now: () => number = Date.now): Slices {
  // 1 ms less, because the clock rounds down.
  const end = () => now() + SLICE_MS - 1
  let until = end()
  return {
    isOver: () => now() >= until,
    async next() {
      await pause()
      until = end()
    },
  }
}
