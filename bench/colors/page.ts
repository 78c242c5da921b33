import { differenceEuclidean, modeOklab, modeRgb, nearest, useMode } from 'culori/fn'
import { match } from '../../src/colors/match'
import type { BrandColor } from '../../src/protocol/colors'

useMode(modeRgb)
useMode(modeOklab)

/** Returns the time of our matching, in ms. */
export function ours(palette: readonly string[], candidates: readonly BrandColor[]): number {
  const colors = palette.map((color) => ({ color, uses: ['fill' as const] }))
  return timed(() => match(colors, candidates, 'snap'))
}

/** Returns the time of culori's `nearest`, in ms. */
export const culori = (palette: readonly string[], candidates: readonly BrandColor[]): number =>
  timed(() => {
    const near = nearest(
      candidates.map(({ hex }) => hex),
      differenceEuclidean('oklab'),
    )
    return palette.map((color) => near(color, 1))
  })

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}
