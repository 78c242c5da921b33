import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import type { LayerMode } from '../../../../src/vector/layers/arrange'
import { prepare } from '../../../../src/vector/prepare'
import { LONG_SIDE, overlappingDrawing } from '../../../support/overlapping-drawings'
import { openSvgComparer } from '../../../support/resvg'

/** Pixels along the longer side: integer coordinates lie between them. */
const PIXELS = 4 * LONG_SIDE

/** Maximum share of the pixels. */
const BAR = 0.001

const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']

/** This tests only the order, so every color is kept, and coordinates are rounded as little as possible. */
const OPTIONS = { unify: 0, step: 0.01 } as const

/** Without anti-aliasing, a pixel has the color at its center. */
const crisp = (svg: string) => svg.replace('<svg ', '<svg shape-rendering="crispEdges" ')

it('drawings whose shapes overlap look the same in every mode, including strokes and shared edges', async () => {
  const comparer = openSvgComparer()
  onTestFinished(() => comparer.close())
  await fc.assert(
    fc.asyncProperty(overlappingDrawing, async (svg) => {
      const [drawn = '', grouped = '', ...merged] = MODES.map(
        (layers) => prepare(svg, { ...OPTIONS, layers }).svg,
      )
      // A single shape has no seam where anti-aliasing leaves one between two with the same paint, so merged ones are compared without it.
      const shares = await comparer.compare(drawn, [grouped], PIXELS)
      shares.push(...(await comparer.compare(crisp(drawn), merged.map(crisp), PIXELS)))
      expect(Math.max(...shares)).toBeLessThanOrEqual(BAR)
    }),
    // Shrinking would take minutes. A failure prints its seed: use it and remove this line to shrink.
    { numRuns: 500, endOnFailure: true },
  )
}, 600_000)
