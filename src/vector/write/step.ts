import type { Drawing } from '../drawing'
import { FINEST, STEPS, type Step } from './grid'
import { thinShare } from './thin'

/** Share of the pixels that rounding may change, as far as it can be told: half of the bar. */
const BUDGET = 0.0005

/** Of the longer side, at most: details are in proportion to the picture, and it can be enlarged. */
const RELATIVE = 1 / 2048

/**
 * Pixels that differ after rounding (pixelmatch 0.1, anti-aliased ones excluded), at the drawn size or at twice that, as a
 * multiple of the thin share. The upper ends of what Chromium showed on 24 pictures, real and generated, at 512 to 2048 px.
 */
const CHANGED: Readonly<Record<Step, number>> = { 0.5: 0.25, 0.2: 0.15, 0.1: 0.1, 0.05: 0.03, 0.01: 0.01 }

/**
 * The rounding step for a drawing, in px: the coarsest that changes at most 0.05 % of the pixels, as far as its thin share
 * tells; at most 0.5 px, and 1 / 2048 of the longer side.
 */
export function chooseStep(drawing: Drawing): Step {
  return stepFor(thinShare(drawing), Math.max(drawing.width, drawing.height))
}

/** The same by the thin share itself, and the longer side in px. The finest where none is fine enough. */
export const stepFor = (thin: number, side: number): Step =>
  STEPS.find((step) => step <= side * RELATIVE && thin * CHANGED[step] <= BUDGET) ?? FINEST
