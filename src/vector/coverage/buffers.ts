/** Working memory of masks. Each array has an item for each cell of a grid. */
interface Buffers {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly bits: Uint8Array
  readonly turns: Int32Array
  /** The marks of all cells, one byte each: four cells per item. */
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
