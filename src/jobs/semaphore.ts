import type { CancelSignal } from '../segmind/http'

/** Places for jobs that run at once; the others wait in line, in the order in which they came. */
export interface Semaphore {
  readonly isFull: () => boolean
  /** Resolves with true when a place is free, or with false as soon as the signal aborts. */
  acquire(signal: CancelSignal): Promise<boolean>
  /** Gives a place back, once for each that was acquired. */
  release(): void
}

/** `limit` is asked at each arrival, so a changed setting holds from the next job on. */
export function createSemaphore(limit: () => number): Semaphore {
  const line: (() => void)[] = []
  let taken = 0
  /** The limit may have changed since: as many as now fit, and nobody slips in between. */
  function admit(): void {
    while (taken < limit()) {
      const next = line.shift()
      if (!next) return
      taken += 1
      next()
    }
  }
  return {
    isFull: () => taken >= limit(),
    acquire(signal) {
      if (signal.aborted) return Promise.resolve(false)
      admit()
      if (taken < limit()) {
        taken += 1
        return Promise.resolve(true)
      }
      return new Promise((resolve) => {
        const leave = () => {
          line.splice(line.indexOf(enter), 1)
          resolve(false)
        }
        const enter = () => {
          signal.removeEventListener('abort', leave)
          resolve(true)
        }
        signal.addEventListener('abort', leave)
        line.push(enter)
      })
    },
    release() {
      taken -= 1
      admit()
    },
  }
}
