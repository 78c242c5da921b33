import { countSegments } from '../coverage/flatten'
import type { Drawing } from '../drawing'
import { ChangeMeter } from './changed'
import { FINEST, STEPS, type Step } from './grid'
import { rounderOf } from './round'

/**
 * Share of the pixels that rounding may change, as estimated. Where it matters, the estimate lies at 0.6 to 2 times what resvg shows
 * (24 pictures, real and generated, at 512 to 2048 px; pixelmatch 0.1, anti-aliased pixels counted), so that hardly
 * more than 0.1 % change.
 */
const BUDGET = 0.00095

/** Of the longer side, at most: details are in proportion to the picture, and it can be enlarged. */
const RELATIVE = 1 / 2048

/** Pictures are compared at this size, in px along the longer side, or at their own where that is larger. */
const LOOKED_AT = 1024

/** Lines across the picture in each direction. */
const LINES = 48

/** Most segments that are traced: a picture of 10,000 paths has a third of it. */
const MOST_SEGMENTS = 2_000_000
const TOLERANCE = 0.1

/**
 * The rounding step for a drawing, in px: the coarsest that changes at most 0.1 % of the pixels, as far as lines across it
 * show; at most 0.5 px, and 1 / 2048 of the longer side. The finest where none is fine enough, or the drawing is too complex to compare.
 */
export function chooseStep(drawing: Drawing): Step {
  const side = Math.max(drawing.width, drawing.height)
  const segments = drawing.shapes.reduce((sum, { path }) => sum + countSegments(path, TOLERANCE), 0)
  if (segments > MOST_SEGMENTS) return FINEST
  const meter = new ChangeMeter(drawing, LOOKED_AT, LINES)
  const round = rounderOf(drawing.shapes)
  const isFine = (step: Step): boolean =>
    step <= side * RELATIVE && !meter.isFull && meter.isWithin(BUDGET, { ...drawing, shapes: round(step) })
  return STEPS.find((step) => step !== FINEST && isFine(step)) ?? FINEST
}
