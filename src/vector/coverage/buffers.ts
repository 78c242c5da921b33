/** What masks work with: for each cell of a grid, an entry of each array. */
interface Buffers {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly bits: Uint8Array
  readonly turns: Int32Array
  /** The marks of four cells each. */
  readonly words: Uint32Array
}

/** One set for all masks: several megabytes, which take longer to make and to collect than most shapes to cover. */
let buffers: Buffers | null = null

/** The buffers, for at least so many cells; everything a mask has marked is cleared. */
export function buffersFor(cells: number): Buffers {
  if (buffers && buffers.starts.length >= cells) return buffers
  buffers = {
    starts: new Int32Array(cells),
    ends: new Int32Array(cells),
    bits: new Uint8Array(cells),
    turns: new Int32Array(cells),
    words: new Uint32Array(Math.ceil(cells / 4)),
  }
  return buffers
}
