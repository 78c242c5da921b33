import type { SegmindClient } from '../segmind/client'
import type { Clock } from '../segmind/http'
import type { StoredRequest } from '../segmind/request'
import type { Canceller } from './job-runtime'
import type { SubmitMode } from './states'
import type { JobStorage } from './storage'

/** What a job manager needs. */
export interface JobManagerOptions {
  readonly storage: JobStorage
  readonly clock: Clock
  /** The client with the current key; null without a key. */
  readonly client: () => SegmindClient | null
  /** Returns the SVG text of a bundled sample for a request; null if there is none. */
  readonly sampleFor: (request: StoredRequest) => Promise<string | null>
  readonly canceller: () => Canceller
  /** Returns an id that is unique, also among windows. */
  readonly newId: () => string
  readonly deflate: (text: string) => Promise<Uint8Array>
  /** Rejects with UnreadablePicture. */
  readonly inflate: (bytes: Uint8Array) => Promise<string>
  /** The current settings: how to generate, and how many jobs may run at once. */
  readonly preferences: () => { readonly via: SubmitMode; readonly atOnce: number }
  /** Size of the device's storage, in bytes. */
  readonly space: () => number
  readonly onChange: () => void
  /** A run of a job ended: with its picture, with an error, or because it was stopped. Called after `onChange`. */
  readonly onSettled: (id: string) => void
}
