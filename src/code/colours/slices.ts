/** So long the editor stays as it is without being felt, in ms. */
const SLICE = 8

/** Gives the editor time for other things, and takes it up again. */
export type Pause = () => Promise<void>

/**
 * Long work in slices: call the function between two small pieces of it. It resolves at once until the slice is over, and then
 * after the pause. May reject with what `pause` does.
 */
export function slices(pause: Pause): () => Promise<void> {
  let until = Date.now() + SLICE
  return async () => {
    if (Date.now() < until) return
    await pause()
    until = Date.now() + SLICE
  }
}
