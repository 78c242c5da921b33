import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** An SVG text, and others that should look the same. */
export interface SvgCase {
  readonly reference: string
  readonly candidates: readonly string[]
}

export interface SvgDifference {
  /** Share of the pixels that differ, 0 to 1 (pixelmatch, threshold 0.1, anti-aliased pixels counted). */
  readonly share: number
  /** Number of pixels along edges of more than 3 levels between flat areas of the reference that are missing in the candidate. */
  readonly lost: number
}

/** Compares SVG texts by their pixels, without a browser: rendered by resvg on white with a longer side of `side` px. */
export interface SvgComparer {
  /** Returns the share of the pixels that differ from the reference, for each candidate. 1 for another aspect ratio. */
  compare(reference: string, candidates: readonly string[], side?: number): Promise<number[]>
  /** Compares many at once, including lost edges: for each case, for each candidate. */
  compareAll(cases: readonly SvgCase[], side?: number): Promise<SvgDifference[][]>
  close(): void
}

interface Answer {
  readonly id: number
  readonly results?: SvgDifference[][]
  readonly error?: string
}

export function openSvgComparer(): SvgComparer {
  const waiting = new Map<number, { resolve(results: SvgDifference[][]): void; reject(error: Error): void }>()
  let child: ChildProcess | null = null
  let lastId = 0

  function start(): ChildProcess {
    const started = fork(fileURLToPath(new URL('resvg-process.mjs', import.meta.url)), { execArgv: [] })
    started.on('message', ({ id, results, error }: Answer) => {
      const call = waiting.get(id)
      waiting.delete(id)
      if (results) call?.resolve(results)
      else call?.reject(new Error(`resvg: ${error}`))
    })
    started.on('exit', (code, signal) => {
      child = null
      for (const { reject } of waiting.values()) reject(new Error(`resvg ended: ${signal ?? code}`))
      waiting.clear()
    })
    return started
  }

  function ask(pairs: readonly SvgCase[], side: number, edges: boolean): Promise<SvgDifference[][]> {
    child ??= start()
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      child?.send({ id, pairs, side, edges })
    })
  }

  return {
    async compare(reference, candidates, side = 1024) {
      const [results = []] = await ask([{ reference, candidates }], side, false)
      return results.map(({ share }) => share)
    },
    compareAll: (cases, side = 1024) => ask(cases, side, true),
    close() {
      child?.removeAllListeners('exit')
      child?.kill()
      child = null
    },
  }
}
