/**
 * Distances of a grid's points, in px, the coarsest first: those with short decimals. Not 0.02: it needs as many as 0.01, and
 * changes more pixels than 0.05, whose points lie evenly around the eighths of a px where Skia's anti-aliasing takes its steps.
 */
export const STEPS = [0.5, 0.2, 0.1, 0.05, 0.01] as const
export type Step = (typeof STEPS)[number]
export const FINEST: Step = 0.01

/** The nearest point of the grid. */
export function toGrid(value: number, step: number): number {
  // Steps are parts of 1, so that this gives the nearest double: 0.3 and not 0.1 × 3.
  const parts = Math.round(1 / step)
  return Math.round(value * parts) / parts
}

/** Whether all coordinates lie on the grid already, but for what arithmetic has left. */
export function isOnGrid(coords: Float64Array, step: number): boolean {
  // Not `every`: nearly all paths leave the grid at their first point, and the call would take longer than the point.
  for (const value of coords) if (!(Math.abs(value - toGrid(value, step)) < 1e-6)) return false
  return true
}

/** The next finer step; the finest is its own. */
export const finer = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? FINEST

/** The coarsest step that is at most `most` px; the finest where none is. */
export const stepWithin = (most: number): Step => STEPS.find((step) => step <= most) ?? FINEST
