/** Bytes of a piece of memory, and the most of it that one array takes. */
const PIECE = 1 << 18
const MOST = PIECE / 8

/** Where arrays may start: where a double may. */
const ALIGNMENT = Float64Array.BYTES_PER_ELEMENT

let memory = new ArrayBuffer(0)
let used = 0

/**
 * An array for the coordinates of a path, all 0. Small ones share a piece of memory: a browser takes a microsecond or two for
 * a piece, longer than for most of what is done with a path, and pictures have thousands of paths.
 */
export function coordsArray(length: number): Float64Array {
  const size = length * Float64Array.BYTES_PER_ELEMENT
  if (size > MOST) return new Float64Array(length)
  const start = take(size)
  return new Float64Array(memory, start, length)
}

/** The same for its commands. */
export function commandsArray(length: number): Uint8Array {
  if (length > MOST) return new Uint8Array(length)
  const start = take(length)
  return new Uint8Array(memory, start, length)
}

/** Where the next `size` bytes of `memory` start: of a new one where the last is used up. */
function take(size: number): number {
  const whole = Math.ceil(size / ALIGNMENT) * ALIGNMENT
  if (used + whole > memory.byteLength) {
    memory = new ArrayBuffer(PIECE)
    used = 0
  }
  used += whole
  return used - whole
}
