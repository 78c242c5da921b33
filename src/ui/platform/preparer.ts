import { createSerialQueue } from '../../async/serial-queue'
import type { PrepareOptions, Stage } from '../../vector/prepare'
import type { Outcome, Task } from '../../worker/messages'

/** How a picture turned out; `unavailable` where the code for it could not be had, `cancelled` where it was given up. */
export type PrepareOutcome = Outcome | { readonly ok: false; readonly code: 'unavailable' | 'cancelled' }

export interface Preparation {
  readonly text: string
  readonly options: PrepareOptions
  /** Gives it up, whether it has begun or not. */
  readonly signal?: AbortSignal
  readonly onStage?: (stage: Stage) => void
}

/** Prepares pictures, one after the other, beside the panel. */
export type Preparer = (preparation: Preparation) => Promise<PrepareOutcome>

/** Something that does one task at a time. */
export interface Runner {
  /** Resolves when the task is done; never rejects. */
  run(task: Task, onStage: (stage: Stage) => void): Promise<Outcome>
  /** Stops what is under way, whose promise may stay open. It is of no use after that. */
  close(): void
}

/**
 * A preparer with a runner of its own, which is set up when it is first needed and again after a task was stopped in its midst.
 * `open` resolves with null when there can be none.
 */
export function createPreparer(open: () => Promise<Runner | null>): Preparer {
  let runner: Promise<Runner | null> | null = null
  const enqueue = createSerialQueue()
  let lastId = 0

  async function take({ text, options, signal, onStage }: Preparation): Promise<PrepareOutcome> {
    if (signal?.aborted) return { ok: false, code: 'cancelled' }
    runner ??= open()
    const own = await runner
    if (own === null) {
      runner = null
      return { ok: false, code: 'unavailable' }
    }
    lastId += 1
    const done = own.run({ id: lastId, text, options }, (stage) => onStage?.(stage))
    if (!signal) return done
    return Promise.race([done, givenUp(signal)]).then((outcome) => {
      if (outcome) return outcome
      own.close()
      runner = null
      return { ok: false, code: 'cancelled' }
    })
  }

  return (preparation) => enqueue(() => take(preparation))
}

/** Resolves, with null, when the signal is aborted. */
const givenUp = (signal: AbortSignal) =>
  new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
