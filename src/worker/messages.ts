import type { VectorErrorCode } from '../vector/errors'
import type { Prepared, PrepareOptions, Stage } from '../vector/prepare'

/** What the panel asks of the worker: one picture at a time. */
export interface Task {
  readonly id: number
  readonly text: string
  readonly options: PrepareOptions
}

/** How a picture turned out. `unexpected` is a bug of ours, whatever the picture was. */
export type Outcome =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly code: VectorErrorCode | 'unexpected'; readonly message: string }

/** What the worker says: that it listens, what it is about, and how the task ended. */
export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'stage'; readonly id: number; readonly stage: Stage }
  | { readonly type: 'done'; readonly id: number; readonly outcome: Outcome }
