import { countSegments } from '../coverage/flatten'
import type { Drawing } from '../drawing'
import { ChangeMeter } from './change-meter'
import { FINEST, STEPS, type Step } from './grid'
import { rounderOf } from './round'

/**
 * Estimated share of the pixels that rounding may change. Near this value, the estimate is 0.6 to 2 times what resvg shows (24
 * pictures, real and generated, at 512 to 2048 px; pixelmatch 0.1, anti-aliased pixels counted), so that hardly more than
 * 0.1 % of the pixels change.
 */
const BUDGET = 0.00095

/** Largest step as a share of the longer side: details are proportional to the picture, which can be enlarged. */
const MAX_RELATIVE_STEP = 1 / 2048

/** Pictures are compared at this size, in px along the longer side, or at their own size if that is larger. */
const COMPARED_SIDE = 1024

/** Scan lines in each direction. */
const LINE_COUNT = 48

/** Maximum number of segments to trace: a picture of 10,000 paths has a third of this. */
const MAX_SEGMENTS = 2_000_000
const TOLERANCE = 0.1

/**
 * Returns the rounding step for a drawing, in px: the coarsest that changes at most 0.1 % of the pixels, as estimated from
 * scan lines, and is at most 0.5 px and 1 / 2048 of the longer side. The finest step if no other is fine enough, or if the
 * drawing is too complex to compare.
 */
export function chooseStep(drawing: Drawing): Step {
  const side = Math.max(drawing.width, drawing.height)
  const segments = drawing.shapes.reduce((sum, { path }) => sum + countSegments(path, TOLERANCE), 0)
  if (segments > MAX_SEGMENTS) return FINEST
  const meter = new ChangeMeter(drawing, COMPARED_SIDE, LINE_COUNT)
  const round = rounderOf(drawing.shapes)
  const isFine = (step: Step): boolean =>
    step <= side * MAX_RELATIVE_STEP &&
    !meter.isFull &&
    meter.isWithin(BUDGET, { ...drawing, shapes: round(step) })
  return STEPS.find((step) => step !== FINEST && isFine(step)) ?? FINEST
}
