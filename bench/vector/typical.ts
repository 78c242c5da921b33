import { runInThisContext } from 'node:vm'
import type { BundleScope } from './bundle'
import { generatedPicture } from './generated-picture'
import { median, timed } from './node-time'
import { type Measured, sum } from './row'
import { svgo } from './svgo'

/** Numbers of shapes of typical pictures, which have 6 to 60 kB; for each, several pictures. */
const SHAPES = [10, 15, 20, 30, 40, 50, 60, 80, 100]
const SEEDS = [1, 2, 3]
const ROUNDS = 5
const PICTURES = '27 generated, 10 to 100 shapes'

/** Measures typical pictures in Node, alternating between ours and SVGO. `script` is the bundle. */
export function typicalMeasures(script: string): Measured[] {
  const { prepare }: BundleScope['inkwright'] = runInThisContext(`${script};inkwright`)
  const texts = SHAPES.flatMap((count) => SEEDS.map((seed) => generatedPicture(count, seed)))
  const times = texts.map((text) => {
    const rounds = Array.from({ length: ROUNDS }, () => ({
      merged: timed(() => prepare(text)),
      svgo: timed(() => svgo(text)),
      objects: timed(() => prepare(text, { layers: 'objects' })),
      cut: timed(() => prepare(text, { holes: 'cut' })),
    }))
    const middle = (key: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[key]))
    return { merged: middle('merged'), svgo: middle('svgo'), objects: middle('objects'), cut: middle('cut') }
  })
  type Key = keyof (typeof times)[number]
  const middle = (key: Key) => median(times.map((one) => one[key]))
  const total = (key: Key) => sum(times, (one) => one[key])
  const row = (what: string, ours: number, theirs: number, bar?: number): Measured => ({
    ...{ what, pictures: PICTURES, unit: 'times', ours: ours / theirs },
    ...(bar !== undefined && { bar }),
  })
  return [
    {
      ...{ what: 'time in Node, median of the pictures', pictures: PICTURES, unit: 'ms' },
      ...{ ours: middle('merged'), svgo: middle('svgo') },
    },
    row('median in Node ÷ SVGO', middle('merged'), middle('svgo'), 1),
    row('total in Node ÷ SVGO', total('merged'), total('svgo'), 1),
    row('objects ÷ merged, total in Node', total('objects'), total('merged'), 2),
    row('holes cut ÷ merged, total in Node', total('cut'), total('merged')),
  ]
}
