import { runInThisContext } from 'node:vm'
import type { BundleScope } from './bundle'
import { generated, samples } from './pictures'
import { type Measured, sum } from './row'
import { svgo } from './svgo'

const WARM_ROUNDS = 7

/**
 * Measures the time for a set of pictures in Node, alternating between ours and SVGO. Must run before either has been warmed up,
 * because the first round is the cold one. `script` is the bundle.
 */
export function nodeTimeMeasures(script: string): Measured[] {
  const { prepare }: BundleScope['inkwright'] = runInThisContext(`${script};inkwright`)
  const real = samples.length > 0
  const set = real ? samples : generated.slice(0, 2)
  const pictures = real ? 'all samples' : set.map(({ name }) => name).join(' and ')
  const round = (run: (text: string) => unknown) => sum(set, ({ text }) => timed(() => run(text)))
  const rounds = Array.from({ length: 1 + WARM_ROUNDS }, () => ({ ours: round(prepare), svgo: round(svgo) }))
  const [cold, ...warm] = rounds
  if (!cold) throw new Error('no round')
  const times = [
    { what: 'time in Node, cold', ...cold },
    {
      what: `time in Node, median of ${WARM_ROUNDS} more`,
      ours: median(warm.map(({ ours }) => ours)),
      svgo: median(warm.map((one) => one.svgo)),
    },
  ]
  return times.flatMap(({ what, ours, svgo }): Measured[] => [
    { what, pictures, unit: 'ms', ours, svgo },
    {
      what: `${what} ÷ SVGO`,
      pictures,
      unit: 'times',
      ours: ours / svgo,
      svgo: 1,
      ...(real && { bar: 0.7 }),
    },
  ])
}

export function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
