import type { Entries, Entry } from '../../../../src/jobs/entries'
import { SPACE } from '../../../../src/jobs/eviction'
import { createJournal } from '../../../../src/jobs/journal'
import { failure } from '../../../../src/segmind/errors'
import { START } from '../../../support/jobs/clock'
import { entriesOf, MemoryStorage } from '../../../support/jobs/device'

/** Opens a journal on a device with this space in bytes, and counts its reported changes. */
export function openJournal(storage = new MemoryStorage(), space = SPACE) {
  const changes = { count: 0 }
  const journal = createJournal(
    storage,
    () => space,
    () => {
      changes.count += 1
    },
  )
  return {
    journal,
    storage,
    changes,
    record(id: string) {
      const record = journal.records.get(id)
      if (!record) throw new Error(`${id} is not in the journal`)
      return record
    },
  }
}

export const { sent } = entriesOf.sent('a fox')
export const refused = { attempt: 1, at: START + 1, until: START + 5000 }
export const { accepted, fetched, kept } = entriesOf.kept('a fox')
export const { error } = failure('unavailable', 'no', true)
export const failed: Entry<'ended'> = { attempt: 1, at: START + 2, how: 'failed', error }
export const bytes = (length: number) => new Uint8Array(length)

/** A stored picture of this many bytes. */
export function keepOld(
  storage: MemoryStorage,
  id: string,
  at: number,
  size: number,
  extra: Partial<Entries> = {},
): void {
  storage.keep(id, { ...entriesOf.kept(id, at), ...extra }, bytes(size))
}

export const insertedAt = (at: number) => ({ inserted: { at } })
