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

let numbers = new Int32Array(0)

/**
 * Returns an array with `value` for each cell. Shared by all steps that need a number for each cell, to save allocating megabytes: it is valid
 * until the next call.
 */
export function cellNumbers(cells: number, value: number): Int32Array {
  if (numbers.length < cells) numbers = new Int32Array(cells)
  return numbers.subarray(0, cells).fill(value)
}
