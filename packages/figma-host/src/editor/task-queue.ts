/**
 * Runs tasks one after another, asynchronously: a posted task starts after the current code has returned. Also tells when there is nothing
 * left to do.
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

  /** Counts work elsewhere as unfinished until the returned function is called. */
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

  /** Resolves when no task is left and nothing is held. */
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
        // An error of a listener: report it as uncaught, without stopping the others.
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
