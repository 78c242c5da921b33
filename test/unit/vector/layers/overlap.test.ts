import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { LayerMode } from '../../../../src/vector/layers/arrange'
import { prepare } from '../../../../src/vector/prepare'
import { LONG_SIDE, overlappingDrawing } from '../../../support/overlapping-drawings'
import { openSvgComparer } from '../../../support/resvg'

/** Pixels along the longer side: whole coordinates lie between them. */
const PIXELS = 4 * LONG_SIDE

/** Of the pixels, at most. */
const BAR = 0.001

const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']

/** Only the order is in question here: every color is kept, and coordinates are rounded as finely as can be. */
const OPTIONS = { unify: 0, step: 0.01 } as const

/** Without anti-aliasing: a pixel has the color of its middle. */
const crisp = (svg: string) => svg.replace('<svg ', '<svg shape-rendering="crispEdges" ')

describe('drawings whose shapes overlap', () => {
  const comparer = openSvgComparer()
  afterAll(() => comparer.close())

  it('look the same in every mode, including strokes and shared edges', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(overlappingDrawing, async ({ svg, hasSeams }) => {
        const [drawn, grouped, merged] = MODES.map((layers) => prepare(svg, { ...OPTIONS, layers }).svg)
        if (!drawn || !grouped || !merged) throw new Error('no picture')
        // One shape closes the seam that anti-aliasing leaves between two of its paint: where there is one, merging is judged without.
        const shares = await comparer.compare(drawn, hasSeams ? [grouped] : [grouped, merged], PIXELS)
        if (hasSeams) {
          shares.push(...(await comparer.compare(crisp(drawn), [crisp(merged)], PIXELS)))
        }
        expect(Math.max(...shares)).toBeLessThanOrEqual(BAR)
      }),
      // Shrinking would take minutes. A failure names its seed: with it and without this line it shrinks.
      { numRuns: 2000, endOnFailure: true },
    )
  })
})
