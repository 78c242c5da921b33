/** How a write ended. `full`: the 5 MB of the device's storage are used up. */
export type Written = 'written' | 'full' | 'unavailable'

/** What is stored of one job. */
export interface StoredJob {
  readonly job: string
  readonly entries: readonly { readonly kind: string; readonly text: string }[]
  /** Size of its compressed picture in bytes; null without one. */
  readonly pictureBytes: number | null
  /** Size in bytes of data of another version that this one does not know. */
  readonly otherBytes: number
}

/** Storage for journals and pictures. No method rejects: failures are return values. */
export interface JobStorage {
  /** All jobs, or one, including data of other versions; null if the storage cannot be read. */
  load(job?: string): Promise<readonly StoredJob[] | null>
  put(job: string, kind: string, text: string): Promise<Written>
  putPicture(job: string, bytes: Uint8Array): Promise<Written>
  picture(job: string): Promise<Uint8Array | null>
  /** Removes the picture first, then the entries, so that no entry refers to a missing picture. False if it failed. */
  remove(job: string): Promise<boolean>
}
