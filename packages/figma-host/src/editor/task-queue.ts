/**
 * Runs tasks one after the other, never at once: what is posted starts after the current work has returned. It also
 * knows when there is nothing left to do.
 */
export class TaskQueue {
  readonly #tasks: (() => void)[] = []
  readonly #waiting: (() => void)[] = []
  #held = 0
  #pumping = false

  post(task: () => void): void {
    this.#tasks.push(task)
    if (this.#pumping) return
    this.#pumping = true
    void Promise.resolve().then(() => this.#pump())
  }

  /** Counts work that is going on elsewhere, until the returned function is called. */
  hold(): () => void {
    this.#held++
    let released = false
    return () => {
      if (released) return
      released = true
      this.#held--
      this.#tellIfIdle()
    }
  }

  /** Resolves once no task is left and nothing is held. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.post(() => undefined)
    })
  }

  #pump(): void {
    for (let task = this.#tasks.shift(); task; task = this.#tasks.shift()) {
      try {
        task()
      } catch (error) {
        // A listener's mistake: told to whoever watches for uncaught errors, without stopping the others.
        queueMicrotask(() => {
          throw error
        })
      }
    }
    this.#pumping = false
    this.#tellIfIdle()
  }

  #tellIfIdle(): void {
    if (this.#held > 0 || this.#tasks.length > 0 || this.#pumping) return
    for (const tell of this.#waiting.splice(0)) tell()
  }
}
