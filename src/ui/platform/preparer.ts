import { createSerialQueue } from '../../async/serial-queue'
import type { PrepareOptions, Stage } from '../../vector/prepare'
import type { Outcome, Task } from '../../worker/messages'

/** The result of preparing a picture. `unavailable`: the worker's code could not be loaded. `too-slow`: it took longer than `LIMIT`. */
export type PrepareOutcome =
  | Outcome
  | { readonly ok: false; readonly code: 'unavailable' | 'cancelled' | 'too-slow' }

/** How long one picture may take, in ms. The largest ones take a few seconds; what takes this long never ends. */
export const LIMIT = 60_000

export interface Preparation {
  readonly text: string
  readonly options: PrepareOptions
  /** Cancels it, whether it has started or not. */
  readonly signal?: AbortSignal
  readonly onStage?: (stage: Stage) => void
}

/** Prepares pictures in the background, one at a time. */
export type Preparer = (preparation: Preparation) => Promise<PrepareOutcome>

/** Runs one task at a time. */
export interface Runner {
  /** Resolves when the task is done; never rejects. */
  run(task: Task, onStage: (stage: Stage) => void): Promise<Outcome>
  /** Stops the current task, whose promise may never settle. The runner cannot be used afterwards. */
  close(): void
}

/**
 * Creates a preparer. Its runner is opened when it is first needed, and again after a running task was cancelled or took too long.
 * `open` resolves to null if there can be no runner.
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
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<'too-slow'>((resolve) => {
      timer = setTimeout(() => resolve('too-slow'), LIMIT)
    })
    const outcome = await Promise.race([done, late, ...(signal ? [givenUp(signal)] : [])])
    clearTimeout(timer)
    if (typeof outcome !== 'string') return outcome
    own.close()
    runner = null
    return { ok: false, code: outcome }
  }

  return (preparation) => enqueue(() => take(preparation))
}

/** Resolves when the signal is aborted. */
const givenUp = (signal: AbortSignal) =>
  new Promise<'cancelled'>((resolve) => {
    if (signal.aborted) resolve('cancelled')
    signal.addEventListener('abort', () => resolve('cancelled'), { once: true })
  })
