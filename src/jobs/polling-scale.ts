/** The scale of durations on which polling is planned: relative steps, since a job's duration varies by factors, not by sums. */

const FIRST = 250
const LAST = 1_200_000
const CELLS = 425

/** The width of a cell as a share of its duration; also the step of the duration's natural logarithm. */
export const RATIO_STEP = Math.log(LAST / FIRST) / (CELLS - 1)

/** The center of each cell, in ms: from the shortest wait to twice the longest job. */
export const DURATIONS: readonly number[] = Array.from(
  { length: CELLS },
  (_, cell) => FIRST * Math.exp(cell * RATIO_STEP),
)

/** Returns the running sum up to the center of each cell. */
export function cumulate(cells: readonly number[]): number[] {
  let sum = 0
  return cells.map((cell) => {
    sum += cell
    return sum - cell / 2
  })
}

/** Returns the value of a curve over `DURATIONS` at a time in ms; constant beyond both ends. */
export function valueAt(curve: readonly number[], time: number): number {
  const place = Math.min(CELLS - 1, Math.log(Math.max(FIRST, time) / FIRST) / RATIO_STEP)
  const cell = Math.floor(place)
  const value = curve[cell] ?? 0
  return value + ((curve[cell + 1] ?? value) - value) * (place - cell)
}

/** Returns the time in ms at which a rising curve over `DURATIONS` reaches a value. */
export function timeAt(curve: readonly number[], value: number): number {
  const next = curve.findIndex((point) => point >= value)
  if (next === 0) return FIRST
  if (next === -1) return LAST
  const below = curve[next - 1] ?? 0
  const above = curve[next] ?? 0
  return FIRST * Math.exp(RATIO_STEP * (next - 1 + (value - below) / (above - below)))
}
