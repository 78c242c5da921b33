import { AREA_MEMBERS, NODE_MEMBERS } from 'figma-host/document'
import { Engine } from 'figma-host/sandbox'

/** What was seen of the sandbox since the last `take`. */
export interface Watched {
  /** The longest turn of the plugin without a pause, in ms of processor time, without what the editor itself did in it. */
  readonly longest: number
  /** Calls into `figma` and its nodes: reading, writing and calling. */
  readonly calls: number
}

interface Member {
  get?: (...args: unknown[]) => unknown
  set?: (...args: unknown[]) => unknown
  call?: (...args: unknown[]) => unknown
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
  let longest = 0
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
          const start = processorTime()
          try {
            return own(...args)
          } finally {
            depth -= 1
            if (depth === 0) inEditor += processorTime() - start
          }
        }
      }
    }
  }

  const { turn } = Engine.prototype
  Engine.prototype.turn = function timed<Result>(this: Engine, run: () => Result): Result {
    if (this.inTurn) return turn.call(this, run) as Result
    inEditor = 0
    const start = processorTime()
    try {
      return turn.call(this, run) as Result
    } finally {
      longest = Math.max(longest, processorTime() - start - inEditor)
    }
  }

  return () => {
    const watched = { longest, calls }
    longest = 0
    calls = 0
    return watched
  }
}
