import { AREA_MEMBERS, NODE_MEMBERS } from 'figma-host/document'
import { Engine } from 'figma-host/sandbox'

/** Measurements of the sandbox since the last call. */
export interface Watched {
  /** The longest turn of the plugin without a pause, in ms of processor time, without the editor's own work. */
  readonly longest: number
  /** The median turn, in ms of processor time. */
  readonly median: number
  /** Calls into `figma` and its nodes: reading, writing and calling. */
  readonly calls: number
}

interface Member {
  get?: (...args: unknown[]) => unknown
  set?: (...args: unknown[]) => unknown
  call?: (...args: unknown[]) => unknown
}

/**
 * Measures many runs of the same loop. The difference between the longest and the median shows the current noise on this machine:
 * the engine's compiler, garbage collection and other programs.
 */
export function timesOfEqualTurns(): Pick<Watched, 'longest' | 'median'> {
  const times = Array.from({ length: 500 }, () => {
    const start = processorTime()
    let sum = 0
    for (let i = 0; i < 2_000_000; i += 1) sum += i % 7
    return sum > 0 ? processorTime() - start : 0
  }).sort((a, b) => a - b)
  return { longest: times.at(-1) ?? 0, median: times[times.length >> 1] ?? 0 }
}

/** Returns the processor time of this process in ms, which excludes other programs. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Starts to time the turns of every sandbox in this process and to count their calls into the editor. Returns a function that
 * returns the measurements since its last call. The editor's own work, mostly importing, is subtracted because it says nothing
 * about Figma's.
 */
export function watchSandbox(): () => Watched {
  let turns: number[] = []
  let calls = 0
  let inEditor = 0
  let depth = 0

  const seen = new Set<Member>()
  for (const members of [...Object.values(AREA_MEMBERS), ...Object.values(NODE_MEMBERS)]) {
    for (const member of Object.values(members as Record<string, Member>)) {
      if (seen.has(member)) continue
      seen.add(member)
      for (const way of ['get', 'set', 'call'] as const) {
        const own = member[way]
        if (!own) continue
        member[way] = (...args) => {
          calls += 1
          depth += 1
          // Not the processor time, because reading that takes longer than most calls.
          const start = performance.now()
          try {
            return own(...args)
          } finally {
            depth -= 1
            if (depth === 0) inEditor += performance.now() - start
          }
        }
      }
    }
  }

  const { turn } = Engine.prototype
  Engine.prototype.turn = function timed<Result>(this: Engine, run: () => Result): Result {
    if (this.inTurn) return turn.call(this, run) as Result
    inEditor = 0
    const start = { processor: processorTime(), clock: performance.now() }
    try {
      return turn.call(this, run) as Result
    } finally {
      // The processor time includes other threads of the engine, such as garbage collection, so the shorter time counts.
      const time = Math.min(processorTime() - start.processor, performance.now() - start.clock)
      turns.push(Math.max(0, time - inEditor))
    }
  }

  return () => {
    const sorted = turns.sort((a, b) => a - b)
    const watched = { longest: sorted.at(-1) ?? 0, median: sorted[sorted.length >> 1] ?? 0, calls }
    turns = []
    calls = 0
    return watched
  }
}
