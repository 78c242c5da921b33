import type { Entries, Entry, EntryKind } from '../../../src/jobs/entries'
import type { JobStorage, StoredJob, Written } from '../../../src/jobs/storage'
import type { PictureRequest } from '../../../src/segmind/request'
import { START } from './clock'
import { requestIdOf, urlOf } from './service'

/** A device's storage in memory. Each operation can be refused. */
export class MemoryStorage implements JobStorage {
  readonly records = new Map<string, { readonly entries: Map<string, string>; picture: Uint8Array | null }>()
  /** Every attempted write, as "job kind" or "job picture". */
  readonly writes: string[] = []
  removable = true
  /** The outcome of writing an entry. */
  onPut: (job: string, kind: string) => Written = () => 'written'
  onPicture: (job: string) => Written = () => 'written'

  async load(job?: string): Promise<readonly StoredJob[] | null> {
    return [...this.records]
      .filter(([id]) => job === undefined || id === job)
      .map(([id, { entries, picture }]) => ({
        job: id,
        entries: [...entries].map(([kind, text]) => ({ kind, text })),
        pictureBytes: picture?.length ?? null,
        otherBytes: 0,
      }))
  }

  async put(job: string, kind: string, text: string): Promise<Written> {
    this.writes.push(`${job} ${kind}`)
    const written = this.onPut(job, kind)
    if (written === 'written') this.#record(job).entries.set(kind, text)
    return written
  }

  async putPicture(job: string, bytes: Uint8Array): Promise<Written> {
    this.writes.push(`${job} picture`)
    const written = this.onPicture(job)
    if (written === 'written') this.#record(job).picture = bytes
    return written
  }

  async picture(job: string): Promise<Uint8Array | null> {
    return this.records.get(job)?.picture ?? null
  }

  async remove(job: string): Promise<boolean> {
    if (!this.removable) return false
    this.records.delete(job)
    return true
  }

  /** Stores a job, as an earlier visit or another window would. */
  keep(job: string, entries: Partial<Entries>, picture: Uint8Array | null = null): void {
    const record = this.#record(job)
    for (const [kind, value] of Object.entries(entries)) record.entries.set(kind, JSON.stringify(value))
    record.picture = picture ?? record.picture
  }

  /** Returns the stored entry of one step of a job. */
  entry<K extends EntryKind>(job: string, kind: K): Entry<K> | null {
    const text = this.records.get(job)?.entries.get(kind)
    return text === undefined ? null : (JSON.parse(text) as Entry<K>)
  }

  #record(job: string) {
    const record = this.records.get(job) ?? { entries: new Map<string, string>(), picture: null }
    this.records.set(job, record)
    return record
  }
}

export const requestFor = (prompt: string): PictureRequest => ({ prompt, style: 'any', size: '1024x1024' })

/** The entries of a job stored at `at` (ms since 1970), up to the named step. */
export const entriesOf = {
  sent: (prompt: string, at = START) => ({
    sent: { attempt: 1, at, via: 'queue' as const, request: requestFor(prompt) },
  }),
  accepted: (prompt: string, at = START) => ({
    ...entriesOf.sent(prompt, at),
    accepted: { requestId: requestIdOf(prompt), at },
  }),
  fetched: (prompt: string, at = START) => ({
    ...entriesOf.accepted(prompt, at),
    fetched: {
      ...{ at, url: urlOf(requestIdOf(prompt)), waited: 9000 },
      ...{ cost: 0.1, inferenceTime: 9, queueTime: 1 },
    },
  }),
  kept: (prompt: string, at = START) => ({ ...entriesOf.fetched(prompt, at), kept: { at, bytes: 1 } }),
}
