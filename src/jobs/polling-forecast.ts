import { cumulate, DURATIONS, RATIO_STEP, timeAt } from './polling-scale'

/** How long a job is likely to take, over the cells of `DURATIONS`. */
export interface Forecast {
  /** The chance, per ms, that the job ends in this cell, given that it has lasted until then. */
  readonly hazard: readonly number[]
  /** ∫√(f·S) dt in √ms, for the density f and the survival S: the uncertainty that polls have to cover. */
  readonly spread: number
  /** Returns the time in ms that the given share of jobs needs at most. */
  quantile(share: number): number
}

/** A log-normal component of the mixture: center and width of the duration's natural logarithm. */
interface Component {
  readonly center: number
  readonly width: number
  readonly weight: number
}

/** Number of durations that count: enough to estimate the spread, few enough to adapt when the service changes. */
const REMEMBERED = 20

/** Before anything is known, the model's usual time is assumed, give or take a third. */
const USUAL_WIDTH = 0.4
/** The assumption weighs as much as two jobs, so that one unusual job has little effect. */
const USUAL_WEIGHT = 2

/** A first guess of the spread of durations of one kind of job; weighs as much as three jobs. */
const USUAL_SPREAD = 0.25
const USUAL_SPREAD_WEIGHT = 3
/** Silverman's rule says 0.9 for one peak; less keeps two peaks apart. */
const BANDWIDTH_FACTOR = 0.7
const MIN_BANDWIDTH = 0.03

/**
 * A mixture of log-normal kernels, one for each of the last durations (ms, newest last), and a wide one around the
 * model's usual time (ms). Durations outside of `shortest` to `longest` are ignored.
 */
export function forecast(
  recent: readonly number[],
  usualTime: number,
  shortest: number,
  longest: number,
): Forecast {
  const components = mixture(
    usualTime,
    recent.filter((duration) => duration >= shortest && duration <= longest).slice(-REMEMBERED),
  )
  const raw = DURATIONS.map((time) => densityAt(Math.log(time), components))
  const total = raw.reduce((sum, value) => sum + value, 0)
  const mass = raw.map((value) => value / total)
  const reached = cumulate(mass)
  const survival = reached.map((share) => Math.max(0, 1 - share))
  const width = DURATIONS.map((time) => time * RATIO_STEP)
  return {
    hazard: mass.map((share, cell) => ratio(share, (survival[cell] ?? 0) * (width[cell] ?? 0))),
    spread: mass.reduce(
      (sum, share, cell) => sum + Math.sqrt(share * (survival[cell] ?? 0) * (width[cell] ?? 0)),
      0,
    ),
    quantile: (share) => timeAt(reached, share),
  }
}

function mixture(usualTime: number, durations: readonly number[]): Component[] {
  const logs = durations.map(Math.log)
  const width = bandwidth(logs)
  const kernels = logs.map((center) => ({ center, width, weight: 1 }))
  return [...kernels, { center: Math.log(usualTime), width: USUAL_WIDTH, weight: USUAL_WEIGHT }]
}

/** Returns the width of the kernels, by Silverman's rule with a spread that starts from a guess. */
function bandwidth(logs: readonly number[]): number {
  const count = Math.max(1, logs.length)
  const mean = logs.reduce((sum, value) => sum + value, 0) / count
  const squares = logs.reduce(
    (sum, value) => sum + (value - mean) ** 2,
    USUAL_SPREAD_WEIGHT * USUAL_SPREAD ** 2,
  )
  const spread = Math.sqrt(squares / (count - 1 + USUAL_SPREAD_WEIGHT))
  return Math.max(MIN_BANDWIDTH, BANDWIDTH_FACTOR * spread * count ** -0.2)
}

function densityAt(log: number, components: readonly Component[]): number {
  return components.reduce((sum, { center, width, weight }) => {
    const distance = (log - center) / width
    return Math.abs(distance) > 6 ? sum : sum + (weight / width) * Math.exp((-distance * distance) / 2)
  }, 0)
}

/** Where survival is almost zero, the ratio is meaningless, so it is 0. */
const ratio = (part: number, whole: number) => (whole > 1e-9 ? part / whole : 0)
