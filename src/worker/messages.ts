import type { VectorErrorCode } from '../vector/errors'
import type { Prepared, PrepareOptions, Stage } from '../vector/prepare'

/** A message to the worker: one picture to prepare. */
export interface Task {
  readonly id: number
  readonly text: string
  readonly options: PrepareOptions
}

/** The result of preparing a picture. `unexpected` always means a bug in this project. */
export type Outcome =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly code: VectorErrorCode | 'unexpected'; readonly message: string }

/** A message from the worker: it is ready, it starts a stage, or a task is done. */
export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'stage'; readonly id: number; readonly stage: Stage }
  | { readonly type: 'done'; readonly id: number; readonly outcome: Outcome }
