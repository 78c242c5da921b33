import type { CancelSignal } from '../segmind/http'

/** Limits how many jobs run at once. The others wait in order. */
export interface Semaphore {
  readonly isFull: () => boolean
  /** Resolves with true when a place is free, or with false when the signal aborts. */
  acquire(signal: CancelSignal): Promise<boolean>
  /** Frees a place. Call it once for each place that was acquired. */
  release(): void
}

/** `limit` is called for each job, so a changed setting applies from the next job on. */
export function createSemaphore(limit: () => number): Semaphore {
  const line: (() => void)[] = []
  let taken = 0
  /** Starts as many waiting jobs as fit: the limit may have changed. */
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
