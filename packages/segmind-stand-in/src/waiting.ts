/** Real timers that can all be stopped at once. */
export interface Timers {
  /** Resolves after `ms` of real time. Never resolves if the timers are stopped before. */
  wait(ms: number): Promise<void>
  /** Stops all timers and prevents new ones. Waiting code never continues. */
  giveUp(): void
}

/** Creates timers, which keep the process alive until `giveUp` at most. */
export function startTimers(): Timers {
  const running = new Set<NodeJS.Timeout>()
  let over = false
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        if (over) return
        const timer = setTimeout(() => {
          running.delete(timer)
          resolve()
        }, ms)
        running.add(timer)
      }),
    giveUp: () => {
      over = true
      for (const timer of running) clearTimeout(timer)
      running.clear()
    },
  }
}
