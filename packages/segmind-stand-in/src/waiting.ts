/** Real timers that can all be given up at once. */
export interface Timers {
  /** Resolves after `ms` of real time, unless the timers are given up before. */
  wait(ms: number): Promise<void>
  /** Ends the running timers and starts no more: what waits for one never goes on. */
  giveUp(): void
}

/** Makes timers that keep the process alive no longer than until `giveUp`. */
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
