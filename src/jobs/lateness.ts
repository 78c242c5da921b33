/** A job is late after this many times the usual time. */
const LATE = 1.4
const VERY_LATE = 10

/** `late`: clearly longer than usual. `very-late`: ten times as long. Null otherwise. Times in ms. */
export function lateness(elapsed: number, expected: number): 'late' | 'very-late' | null {
  if (elapsed > expected * VERY_LATE) return 'very-late'
  return elapsed > expected * LATE ? 'late' : null
}
