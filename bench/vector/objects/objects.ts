import { createRequire } from 'node:module'
import { type Measured, sum } from '../row'
import { iconKit } from './icons'
import { HELD_OUT_LAYOUTS, LAYOUTS, type Scene, scene } from './scenes'
import { type Score, scoreOf } from './score'
import { twelveScenes } from './twelve'

/** Scenes for each layout; every third runs on behind. */
const SEEDS = [1, 2, 3, 4, 5, 6]
const FEW_SEEDS = [1, 2, 3]

const require = createRequire(import.meta.url)

/** Icon sets on which the weights were chosen, besides others. */
const CHOSEN_ON = ['@iconify-json/fxemoji', '@iconify-json/streamline-kameleon-color']
/** Sets that were not looked at before. */
const HELD_OUT = ['@iconify-json/fluent-emoji-flat', '@iconify-json/streamline-stickies-color']

/** Measures what mode `objects` misses on scenes with known objects: own ones, of known icons, and of icons and layouts that were held out. */
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
