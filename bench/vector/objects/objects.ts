import { createRequire } from 'node:module'
import { type Measured, sum } from '../row'
import { iconKit } from './icons'
import { HELD_OUT_LAYOUTS, LAYOUTS, type Scene, scene } from './scenes'
import { type Score, scoreOf } from './score'
import { twelveScenes } from './twelve'

/** Seeds of the scenes for each layout. In every third scene, shapes continue behind others. */
const SEEDS = [1, 2, 3, 4, 5, 6]
const FEW_SEEDS = [1, 2, 3]

const require = createRequire(import.meta.url)

/** Some of the icon sets that the weights were fitted to. */
const CHOSEN_ON = ['@iconify-json/fxemoji', '@iconify-json/streamline-kameleon-color']
/** Icon sets that were not used for fitting. */
const HELD_OUT = ['@iconify-json/fluent-emoji-flat', '@iconify-json/streamline-stickies-color']

/**
 * Measures the errors of mode `objects` on scenes with known objects: generated ones, ones with known icons, and ones with held-out icons
 * and layouts.
 */
export function objectMeasures(): Measured[] {
  const own = LAYOUTS.flatMap((layout) => SEEDS.map((seed) => scene(layout, seed, seed % 3 !== 0)))
  const twelve = twelveScenes()
  return [
    ...measures('own scenes', own, { found: 15, f1: 5, equalF1: 7, groups: 1.2 }),
    ...measures('icons of known sets', iconScenes(CHOSEN_ON, LAYOUTS), {}),
    ...measures('held-out icons and layouts', iconScenes(HELD_OUT, [...LAYOUTS, ...HELD_OUT_LAYOUTS]), {}),
    ...(twelve.length > 0
      ? measures('the twelve shared scenes', twelve, { found: 15, f1: 5, equalF1: 7, groups: 1.2 })
      : []),
  ]
}

function iconScenes(sets: readonly string[], layouts: typeof LAYOUTS | readonly Scene['layout'][]): Scene[] {
  return sets.flatMap((set, number) => {
    const kit = iconKit(require.resolve(`${set}/icons.json`))
    return layouts.flatMap((layout) =>
      FEW_SEEDS.map((seed) => scene(layout, 100 * (number + 1) + seed, seed % 3 !== 0, kit)),
    )
  })
}

interface Bars {
  readonly found?: number
  readonly f1?: number
  readonly equalF1?: number
  readonly groups?: number
}

function measures(pictures: string, scenes: readonly Scene[], bars: Bars): Measured[] {
  const scores = scenes.map(scoreOf)
  const total = (value: (score: Score) => number) => sum(scores, value)
  const objects = total((score) => score.objects)
  const row = (what: string, unit: Measured['unit'], ours: number, bar: number | undefined): Measured => ({
    ...{ what, pictures, unit, ours },
    ...(bar !== undefined && { bar }),
  })
  const missed = (value: (score: Score) => number) => 100 * (1 - total(value) / scores.length)
  return [
    row('objects that no group matches', '%', 100 * (1 - total(({ found }) => found) / objects), bars.found),
    row(
      'pairs in the wrong group (1 − F1)',
      '%',
      missed(({ f1 }) => f1),
      bars.f1,
    ),
    row(
      'the same, each object alike',
      '%',
      missed(({ equalF1 }) => equalF1),
      bars.equalF1,
    ),
    row('groups for each object', 'times', total(({ groups }) => groups) / objects, bars.groups),
  ]
}
