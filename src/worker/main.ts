import { VectorError } from '../vector/errors'
import { type PrepareOptions, prepareInStages, type Stage } from '../vector/prepare'
import type { Outcome, Report, Task } from './messages'

/** The worker's message port to the panel. */
export interface Port {
  onmessage: ((event: { readonly data: Task }) => void) | null
  postMessage(report: Report): void
}

/** Prepares a picture, yielding each stage before it starts. Never throws. */
export function* work(text: string, options: PrepareOptions): Generator<Stage, Outcome, void> {
  try {
    return { ok: true, prepared: yield* prepareInStages(text, options) }
  } catch (error) {
    if (error instanceof VectorError) return { ok: false, code: error.code, message: error.message }
    return { ok: false, code: 'unexpected', message: error instanceof Error ? error.message : String(error) }
  }
}

/** Handles every task that arrives at `port`. */
export function serve(port: Port): void {
  port.onmessage = ({ data: { id, text, options } }) => {
    const stages = work(text, options)
    for (;;) {
      const { done, value } = stages.next()
      if (done) return port.postMessage({ type: 'done', id, outcome: value })
      port.postMessage({ type: 'stage', id, stage: value })
    }
  }
  port.postMessage({ type: 'ready' })
}
