import { createPollingPolicy, type PollingPolicy } from '../src/jobs/polling'
import { DEFAULT_MODEL } from '../src/segmind/request'
import type { Figure, Row } from './figure'
import { logNormal, randomFrom } from './random'

const JOBS = 10_000
const SEED = 20_250_117
/** Number of durations passed to a policy; at least as many as it uses. */
const HISTORY_LENGTH = 20

/** Segmind's Python SDK polls once a second. */
const SDK_INTERVAL = 1000

/** The typical time of the model on Segmind's page, in ms. */
const TYPICAL = 17_600

interface Distribution {
  readonly name: string
  /** Limit for our mean lag, as a share of the SDK's. */
  readonly bar: number
  /** One job's duration in ms. */
  duration(random: () => number): number
}

const distributions: readonly Distribution[] = [
  ...[
    { sigma: 0.15, bar: 0.6 },
    { sigma: 0.25, bar: 0.6 },
    { sigma: 0.4, bar: 1 },
  ].map(({ sigma, bar }) => ({
    name: `log-normal, σ ${sigma.toFixed(2)}`,
    bar,
    duration: (random: () => number) => logNormal(random, TYPICAL, sigma),
  })),
  {
    // Two kinds of jobs, one nearly twice as long, with the same mean as the other distributions.
    name: 'bimodal: 60 % 13.0 s, 40 % 24.5 s',
    bar: 1,
    duration: (random) => logNormal(random, random() < 0.6 ? 13_000 : 24_500, 0.1),
  },
]

interface Pace {
  /** Mean time from the end of a job to the poll that noticed it, in ms. */
  readonly lag: number
  /** Mean number of polls per job. */
  readonly polls: number
}

/** Simulates a job from accepted to noticed, without network delay. */
function poll(policy: PollingPolicy, duration: number): { readonly noticed: number; readonly polls: number } {
  let elapsed = 0
  let polls = 0
  while (elapsed < duration) {
    elapsed += policy.delay(elapsed)
    polls += 1
  }
  return { noticed: elapsed, polls }
}

/**
 * Simulates our policy for a series of jobs. `learning`: the policy of each job knows when the jobs before it were noticed, which
 * is all that the plugin knows of their durations. Otherwise every job is treated as the first.
 */
function ours(durations: readonly number[], learning: boolean): Pace {
  const first = createPollingPolicy([], DEFAULT_MODEL.usualTime)
  const recent: number[] = []
  return mean(
    durations.map((duration) => {
      const { noticed, polls } = poll(
        learning ? createPollingPolicy(recent, DEFAULT_MODEL.usualTime) : first,
        duration,
      )
      recent.push(noticed)
      if (recent.length > HISTORY_LENGTH) recent.shift()
      return { lag: noticed - duration, polls }
    }),
  )
}

/** Simulates the SDK. Its first poll, sent immediately after the job is accepted, is not counted. */
function sdk(durations: readonly number[]): Pace {
  return mean(
    durations.map((duration) => {
      const polls = Math.ceil(duration / SDK_INTERVAL)
      return { lag: polls * SDK_INTERVAL - duration, polls }
    }),
  )
}

function mean(paces: readonly Pace[]): Pace {
  const sum = (key: keyof Pace) => paces.reduce((total, pace) => total + pace[key], 0)
  return { lag: sum('lag') / paces.length, polls: sum('polls') / paces.length }
}

function rows({ name, bar, duration }: Distribution): Row[] {
  const random = randomFrom(SEED)
  const durations = Array.from({ length: JOBS }, () => duration(random))
  const theirs = sdk(durations)
  return [true, false].map((learning) => {
    const { lag, polls } = ours(durations, learning)
    const ratio = lag / theirs.lag
    const cells = {
      distribution: name,
      history: learning ? 'last 20 jobs' : 'none (cold)',
      lag,
      sdkLag: theirs.lag,
      polls,
      sdkPolls: theirs.polls,
      ratio,
      // First jobs have no limit, because nothing is known about their duration.
      bar: learning ? `${bar < 1 ? '≤' : '<'} ${bar.toFixed(2)}, no more polls` : 'none',
    }
    const within = bar < 1 ? ratio <= bar : ratio < bar
    return { cells, met: learning ? within && polls <= theirs.polls : null }
  })
}

/** Measures how soon a completed job is noticed, compared with the fixed interval of Segmind's Python SDK. */
export function polling(): Figure {
  return {
    name: 'polling',
    title: `Polling: from COMPLETED to noticed, means of ${JOBS} simulated jobs, beside Segmind's Python SDK (1.0 s)`,
    columns: [
      { key: 'distribution', heading: 'duration of a job' },
      { key: 'history', heading: 'known before' },
      { key: 'lag', heading: 'lag, ms', digits: 0 },
      { key: 'sdkLag', heading: 'SDK lag, ms', digits: 0 },
      { key: 'polls', heading: 'polls a job', digits: 1 },
      { key: 'sdkPolls', heading: 'SDK polls a job', digits: 1 },
      { key: 'ratio', heading: 'lag ÷ SDK lag', digits: 2 },
      { key: 'bar', heading: 'bar (lag ÷ SDK lag, polls)' },
    ],
    rows: distributions.flatMap(rows),
  }
}
