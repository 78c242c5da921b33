/** Size of a shared buffer in bytes, and the most of it that one array may take. */
const BUFFER_SIZE = 1 << 18
const MAX_SHARED = BUFFER_SIZE / 8

/** Arrays start at multiples of this, because doubles require it. */
const ALIGNMENT = Float64Array.BYTES_PER_ELEMENT

let memory = new ArrayBuffer(0)
let used = 0

/**
 * Allocates an array for the coordinates of a path, filled with 0. Small arrays share a buffer: a browser takes a microsecond
 * or two to allocate one, longer than most operations on a path, and pictures have thousands of paths.
 */
export function coordsArray(length: number): Float64Array {
  const size = length * Float64Array.BYTES_PER_ELEMENT
  if (size > MAX_SHARED) return new Float64Array(length)
  const start = take(size)
  return new Float64Array(memory, start, length)
}

/** Allocates an array for the commands of a path, like `coordsArray`. */
export function commandsArray(length: number): Uint8Array {
  if (length > MAX_SHARED) return new Uint8Array(length)
  const start = take(length)
  return new Uint8Array(memory, start, length)
}

/** Reserves `size` bytes of `memory`, in a new buffer if the current one is full, and returns where they start. */
function take(size: number): number {
  const aligned = Math.ceil(size / ALIGNMENT) * ALIGNMENT
  if (used + aligned > memory.byteLength) {
    memory = new ArrayBuffer(BUFFER_SIZE)
    used = 0
  }
  used += aligned
  return used - aligned
}
