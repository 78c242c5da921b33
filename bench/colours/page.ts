import { differenceEuclidean, modeOklab, modeRgb, nearest, useMode } from 'culori/fn'
import { match } from '../../src/colours/match'
import type { BrandColour } from '../../src/protocol/colours'

useMode(modeRgb)
useMode(modeOklab)

/** The time of ours, in ms, on colours as the panel has them. */
export function ours(palette: readonly string[], candidates: readonly BrandColour[]): number {
  const colours = palette.map((colour) => ({ colour, uses: ['fill' as const] }))
  return timed(() => match(colours, candidates, 'snap'))
}

/** The time of culori's nearest colour, in ms. */
export const culori = (palette: readonly string[], candidates: readonly BrandColour[]): number =>
  timed(() => {
    const near = nearest(
      candidates.map(({ hex }) => hex),
      differenceEuclidean('oklab'),
    )
    return palette.map((colour) => near(colour, 1))
  })

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}
