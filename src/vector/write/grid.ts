/**
 * Grid steps in px, the coarsest first; all have short decimals. 0.02 is missing because it needs as many digits as 0.01 and
 * changes more pixels than 0.05, whose points are evenly spread around the eighths of a px at which Skia anti-aliases.
 */
export const STEPS = [0.5, 0.2, 0.1, 0.05, 0.01] as const
export type Step = (typeof STEPS)[number]
export const FINEST: Step = 0.01

/** Returns the nearest point of the grid. */
export function toGrid(value: number, step: number): number {
  // Dividing by a whole number gives the nearest double: 0.3 and not 0.1 × 3.
  const parts = Math.round(1 / step)
  return Math.round(value * parts) / parts
}

/** Whether all coordinates are on the grid already, up to floating-point error. */
export function isOnGrid(coords: Float64Array, step: number): boolean {
  // Not `every`: nearly all paths fail at the first coordinate, and the call would take longer than the test.
  for (const value of coords) if (!(Math.abs(value - toGrid(value, step)) < 1e-6)) return false
  return true
}

/** Returns the next finer step; for the finest, itself. */
export const finer = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? FINEST

/** Returns the coarsest step that is at most `most` px; the finest if there is none. */
export const stepWithin = (most: number): Step => STEPS.find((step) => step <= most) ?? FINEST
