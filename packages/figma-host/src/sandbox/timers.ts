/** The clock for timers. `setTimeout` returns a handle for `clearTimeout`; times in ms. */
export interface Clock {
  setTimeout(run: () => void, delay: number): unknown
  clearTimeout(handle: unknown): void
}

/** The real clock of Node and browsers. */
export const REAL_CLOCK: Clock = {
  setTimeout: (run, delay) => globalThis.setTimeout(run, delay),
  clearTimeout: (handle) => globalThis.clearTimeout(handle as Parameters<typeof globalThis.clearTimeout>[0]),
}

/** The timers of a sandbox, by the ids that it was given. */
export class Timers {
  readonly #clock: Clock
  readonly #fire: (id: number) => void
  readonly #handles = new Map<number, unknown>()

  /** `fire`: called when a timer is due. */
  constructor(clock: Clock, fire: (id: number) => void) {
    this.#clock = clock
    this.#fire = fire
  }

  start(id: number, delay: number, repeats: boolean): void {
    const run = () => {
      if (repeats) this.start(id, delay, true)
      else this.#handles.delete(id)
      this.#fire(id)
    }
    this.#handles.set(id, this.#clock.setTimeout(run, delay))
  }

  stop(id: number): void {
    this.#clock.clearTimeout(this.#handles.get(id))
    this.#handles.delete(id)
  }

  stopAll(): void {
    for (const id of [...this.#handles.keys()]) this.stop(id)
  }
}
