import { type Measured, sum } from '../row'
import { LAYOUTS, scene } from './scenes'
import { type Score, scoreOf } from './score'

/** Scenes for each layout; every third runs on behind. */
const SEEDS = [1, 2, 3, 4, 5, 6]

/** Measures what mode `objects` misses on scenes with known objects. */
export function objectMeasures(): Measured[] {
  const scores = LAYOUTS.flatMap((layout) =>
    SEEDS.map((seed) => ({ layout, score: scoreOf(scene(layout, seed, seed % 3 !== 0)) })),
  )
  const all = scores.map(({ score }) => score)
  return [
    ...LAYOUTS.map((layout) =>
      notFound(
        layout,
        scores.filter((one) => one.layout === layout).map(({ score }) => score),
      ),
    ),
    notFound('all scenes', all, 15),
    missing('pairs in the wrong group (1 − F1)', all, ({ f1 }) => f1, 5),
    missing('the same, each object alike', all, ({ equalF1 }) => equalF1, 7),
    {
      ...{ what: 'groups for each object', pictures: 'all scenes', unit: 'times', bar: 1.2 },
      ours: sum(all, ({ groups }) => groups) / sum(all, ({ objects }) => objects),
    },
  ]
}

const notFound = (pictures: string, scores: readonly Score[], bar?: number): Measured => ({
  ...{ what: 'objects that no group matches', pictures, unit: '%', ...(bar !== undefined && { bar }) },
  ours: 100 * (1 - sum(scores, ({ found }) => found) / sum(scores, ({ objects }) => objects)),
})

const missing = (
  what: string,
  scores: readonly Score[],
  value: (score: Score) => number,
  bar: number,
): Measured => ({
  ...{ what, pictures: 'all scenes', unit: '%', bar },
  ours: 100 * (1 - sum(scores, value) / scores.length),
})
