import { AREA_MEMBERS, NODE_MEMBERS } from 'figma-host/document'
import { Engine } from 'figma-host/sandbox'

/** What was seen of the sandbox since the last `take`. */
export interface Watched {
  /** The longest turn of the plugin without a pause, in ms of processor time, without what the editor itself did in it. */
  readonly longest: number
  /** The middle one of those turns, in the same ms. */
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
 * How far the longest of many equal turns is from the middle one, on this machine and now: what the engine's compiler, the garbage
 * collector and other programs do to a loop that always does the same.
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

/** Processor time that this process has taken, in ms: what other programs do meanwhile is not in it. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Times the turns of every sandbox in this process from now on, and counts what they ask of the editor. The editor's own work,
 * importing above all, is subtracted: Figma does it in its own time.
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
          // The processor time of each call would take longer to ask for than the call.
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
      // The turn's own time is at most either: other threads of the engine collect garbage and compile meanwhile.
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
