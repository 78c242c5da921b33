/** How a write ended. `full`: the 5 MB of the device's storage are used up. */
export type Written = 'written' | 'full' | 'unavailable'

/** What is stored of one job. */
export interface StoredJob {
  readonly job: string
  readonly entries: readonly { readonly kind: string; readonly text: string }[]
  /** Size of its compressed picture in bytes; null without one. */
  readonly pictureBytes: number | null
  /** Bytes that another version has stored of it in a way that this one does not know. */
  readonly otherBytes: number
}

/** Where journals and pictures are kept. Nothing here rejects: a failure is an answer. */
export interface JobStorage {
  /** All jobs, or one, what other versions have stored included; null where the storage cannot be read. */
  load(job?: string): Promise<readonly StoredJob[] | null>
  put(job: string, kind: string, text: string): Promise<Written>
  putPicture(job: string, bytes: Uint8Array): Promise<Written>
  picture(job: string): Promise<Uint8Array | null>
  /** Removes the picture first, then the entries, so that no entry speaks of a picture that is gone. False where it failed. */
  remove(job: string): Promise<boolean>
}
