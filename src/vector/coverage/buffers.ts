/** Working memory of masks: an entry in each array for each cell of a grid. */
interface Buffers {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly bits: Uint8Array
  readonly turns: Int32Array
  /** One byte of marks for each cell, so four cells in each item. */
  readonly words: Uint32Array
}

/** Shared by all masks: allocating and collecting several megabytes takes longer than covering most shapes. */
let buffers: Buffers | null = null

/** Returns the buffers for at least `cells` cells. Masks leave them cleared. */
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
