import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
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

it('drawings whose shapes overlap look the same in every mode, including strokes and shared edges', async () => {
  const comparer = openSvgComparer()
  onTestFinished(() => comparer.close())
  await fc.assert(
    fc.asyncProperty(overlappingDrawing, async (svg) => {
      const [drawn = '', grouped = '', ...merged] = MODES.map(
        (layers) => prepare(svg, { ...OPTIONS, layers }).svg,
      )
      // One shape closes the seam that anti-aliasing leaves between two of its paint: merged ones are judged without.
      const shares = await comparer.compare(drawn, [grouped], PIXELS)
      shares.push(...(await comparer.compare(crisp(drawn), merged.map(crisp), PIXELS)))
      expect(Math.max(...shares)).toBeLessThanOrEqual(BAR)
    }),
    // Shrinking would take minutes. A failure names its seed: with it and without this line it shrinks.
    { numRuns: 500, endOnFailure: true },
  )
}, 600_000)
