import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Compares SVG texts by their pixels, without a browser. */
export interface SvgComparer {
  /**
   * For each candidate the share of the pixels that differ from the reference, 0 to 1 (pixelmatch, threshold 0.1,
   * anti-aliased pixels counted), drawn by resvg on white with a long side of `side` px. Another proportion counts as 1.
   */
  compare(reference: string, candidates: readonly string[], side?: number): Promise<number[]>
  close(): void
}

interface Answer {
  readonly id: number
  readonly shares?: number[]
  readonly error?: string
}

export function openSvgComparer(): SvgComparer {
  const waiting = new Map<number, { resolve(shares: number[]): void; reject(error: Error): void }>()
  let child: ChildProcess | null = null
  let lastId = 0

  function start(): ChildProcess {
    const started = fork(fileURLToPath(new URL('resvg-process.mjs', import.meta.url)), { execArgv: [] })
    started.on('message', ({ id, shares, error }: Answer) => {
      const call = waiting.get(id)
      waiting.delete(id)
      if (shares) call?.resolve(shares)
      else call?.reject(new Error(`resvg: ${error}`))
    })
    started.on('exit', (code, signal) => {
      child = null
      for (const { reject } of waiting.values()) reject(new Error(`resvg ended: ${signal ?? code}`))
      waiting.clear()
    })
    return started
  }

  return {
    compare(reference, candidates, side = 1024) {
      child ??= start()
      lastId += 1
      const id = lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        child?.send({ id, reference, candidates, side })
      })
    },
    close() {
      child?.removeAllListeners('exit')
      child?.kill()
      child = null
    },
  }
}
