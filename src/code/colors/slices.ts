/** So long the editor stays as it is without being felt, in ms. */
const SLICE = 8

/** Gives the editor time for other things, and takes it up again. */
export type Pause = () => Promise<void>

/** A slice of long work after the other. */
export interface Slices {
  /** Whether the editor is to have its turn. To be asked between two small pieces of the work. */
  isOver(): boolean
  /** Pauses, and begins the next slice. Anything in the document may have changed meanwhile. Rejects with what `pause` does. */
  next(): Promise<void>
}

/** Begins a slice. `now`: the time in whole ms. */
export function slices(pause: Pause, now: () => number = Date.now): Slices {
  // The clock drops fractions, and the piece that is under way still ends: with 1 ms to spare, a slice is no longer than it may be.
  const end = () => now() + SLICE - 1
  let until = end()
  return {
    isOver: () => now() >= until,
    async next() {
      await pause()
      until = end()
    },
  }
}
