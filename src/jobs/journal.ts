import { createSerialQueue } from '../async/serial-queue'
import { decodeEntry, type Entries, type Entry, type EntryKind, isEntryKind, stateOf } from './entries'
import { budgetOf, type EvictionPlan, planEviction, type StoredPicture } from './eviction'
import {
  byteLength,
  ENTRY_OVERHEAD,
  isLeftover,
  isReadable,
  type JobRecord,
  OTHER,
  recordOf,
  sizeOf,
} from './record'
import { canTransition } from './states'
import type { JobStorage, StoredJob, Written } from './storage'

/** Stored jobs that this version cannot read. They are left alone until the user deletes them. */
export interface Unreadable {
  readonly jobs: number
  /** Number of them with a picture, as far as is known. */
  readonly pictures: number
  readonly bytes: number
}

export type KeepOutcome = Written | { readonly askFor: EvictionPlan }

export type Journal = ReturnType<typeof createJournal>

/**
 * The journal of jobs: reads the storage, stores each step before the next one depends on it, and keeps the pictures within the storage
 * limit. The memory is ahead of the storage only if a write was refused.
 * @param space the expected size of the device's storage, in bytes.
 */
export function createJournal(storage: JobStorage, space: () => number, onChange: () => void) {
  const records = new Map<string, JobRecord>()
  /** Stored jobs that cannot be read: their size in bytes, and whether they include a picture. */
  const unreadable = new Map<string, { readonly bytes: number; readonly hasPicture: boolean }>()
  /** Pictures are stored one at a time: two plans at once would count the same free space twice. */
  const enqueue = createSerialQueue()

  /** Merges a stored job into memory. Entries whose write was refused stay. */
  function adopt(stored: StoredJob): void {
    const { job: id, pictureBytes, otherBytes } = stored
    const known = records.get(id)
    const entries: Partial<Record<EntryKind, unknown>> = { ...known?.entries }
    const sizes = new Map(known?.sizes)
    for (const { kind, text } of stored.entries) {
      sizes.set(kind, byteLength(text) + ENTRY_OVERHEAD)
      const entry = isEntryKind(kind) ? decodeEntry(kind, text) : null
      if (entry) entries[kind as EntryKind] = entry
    }
    if (otherBytes > 0) sizes.set(OTHER, otherBytes)
    const record = entries.sent ? recordOf(id, entries as Entries, pictureBytes, sizes) : null
    unreadable.delete(id)
    if (record && (known || isReadable(record))) records.set(id, record)
    // Without its first entry it is not a job, but the rest of one that another window removed while this one was writing.
    else if (isLeftover(stored)) void storage.remove(id)
    else
      unreadable.set(id, {
        bytes: sizeOf({ sizes, pictureBytes }),
        hasPicture: pictureBytes !== null || otherBytes > 0,
      })
    onChange()
  }

  function set(id: string, entries: Entries, pictureBytes: number | null, sizes: JobRecord['sizes']): void {
    records.set(id, recordOf(id, entries, pictureBytes, sizes))
    onChange()
  }

  async function load(): Promise<boolean> {
    const all = await storage.load()
    if (!all) return false
    const stored = new Set(all.map(({ job }) => job))
    for (const { id, pictureBytes } of [...records.values()]) {
      // Another window has removed it.
      if (pictureBytes !== null && !stored.has(id)) records.delete(id)
    }
    unreadable.clear()
    for (const each of all) adopt(each)
    onChange()
    return true
  }

  const bytesOf = (all: Iterable<{ readonly bytes: number }>) =>
    [...all].reduce((sum, { bytes }) => sum + bytes, 0)

  const used = () =>
    [...records.values()].reduce((sum, record) => sum + sizeOf(record), bytesOf(unreadable.values()))

  /** Deletes a job. False if the storage refused: then it stays. */
  async function remove(id: string): Promise<boolean> {
    if (!(await storage.remove(id))) return false
    records.delete(id)
    unreadable.delete(id)
    onChange()
    return true
  }

  async function makeRoomAndKeep(id: string, bytes: Uint8Array, consent: boolean): Promise<KeepOutcome> {
    // Other windows may have stored or removed pictures meanwhile.
    await load()
    if (!records.has(id)) return 'unavailable'
    const needed = bytes.length + ENTRY_OVERHEAD
    let budget = budgetOf(space())
    let hasTriedAgain = false
    for (;;) {
      const plan = planEviction(storedPictures(id), used(), needed, budget)
      if (!plan.fits) return 'full'
      if (plan.ask && !consent) return { askFor: plan }
      for (const victim of plan.remove) await remove(victim)
      const written = await storage.putPicture(id, bytes)
      if (written !== 'full' || hasTriedAgain) return settle(id, bytes, written)
      // There is less space than expected: try again with what is used now as the limit.
      budget = used()
      hasTriedAgain = true
    }
  }

  async function settle(id: string, bytes: Uint8Array, written: Written): Promise<Written> {
    const record = records.get(id)
    if (written === 'written' && record) {
      set(id, record.entries, bytes.length, record.sizes)
      // If another window has removed the job meanwhile, this restores it: it is paid for. An existing entry is not
      // overwritten: another version may have stored more in it than this one reads.
      const [stored] = (await storage.load(id)) ?? []
      if (!stored?.entries.some(({ kind }) => kind === 'sent'))
        await storage.put(id, 'sent', JSON.stringify(record.entries.sent))
    }
    return written
  }

  return {
    records: records as ReadonlyMap<string, JobRecord>,
    used,
    /** Reads the storage. False if it cannot be read: then nothing may be sent. */
    load,

    /** Reads a job again: another window may have continued it. */
    async refresh(id: string): Promise<JobRecord | undefined> {
      const [stored] = (await storage.load(id)) ?? []
      if (stored) adopt(stored)
      return records.get(id)
    },

    /** Stores one step. Throws an Error for a move that the table does not allow: that is a bug. */
    async note<K extends EntryKind>(id: string, kind: K, value: Entry<K>): Promise<Written> {
      const known = records.get(id)
      // The user removed it while it ran.
      if (!known && kind !== 'sent') return 'unavailable'
      const next = stateOf({ ...known?.entries, [kind]: value } as Entries)
      if (known && !canTransition(known.state, next))
        throw new Error(`a job cannot go from ${known.state} to ${next}`)
      const text = JSON.stringify(value)
      const written = await storage.put(id, kind, text)
      if (!known && written !== 'written') {
        // Nothing was sent, so there is no job. It must not appear if the write succeeds later.
        await storage.remove(id)
        return written
      }
      // An attempt that could not be stored is not sent.
      if (kind === 'sent' && written !== 'written') return written
      const latest = records.get(id) ?? known
      const sizes = new Map(latest?.sizes).set(kind, byteLength(text) + ENTRY_OVERHEAD)
      set(id, { ...latest?.entries, [kind]: value } as Entries, latest?.pictureBytes ?? null, sizes)
      return written
    },

    /**
     * Stores a compressed picture, and removes others if space is needed. `consent`: the user agreed to lose those that need confirmation.
     */
    keepPicture: (id: string, bytes: Uint8Array, consent: boolean): Promise<KeepOutcome> =>
      enqueue(() => makeRoomAndKeep(id, bytes, consent)),

    picture: (id: string) => storage.picture(id),
    remove,

    /** Stored jobs that this version cannot read. */
    unreadable: (): Unreadable => ({
      jobs: unreadable.size,
      pictures: [...unreadable.values()].filter(({ hasPicture }) => hasPicture).length,
      bytes: bytesOf(unreadable.values()),
    }),

    /** Deletes these, at the user's request. False if not all could be deleted: the rest stays. */
    async removeUnreadable(): Promise<boolean> {
      const gone = await Promise.all([...unreadable.keys()].map(remove))
      return !gone.includes(false)
    },
  }

  function storedPictures(except: string): StoredPicture[] {
    return [...records.values()]
      .filter(({ id, pictureBytes }) => pictureBytes !== null && id !== except)
      .map((record) => ({
        id: record.id,
        bytes: sizeOf(record),
        at: record.entries.kept?.at ?? record.entries.sent.at,
        inserted: record.entries.inserted !== undefined,
        // A star entry that cannot be read counts as a star.
        starred: record.entries.starred?.on ?? record.sizes.has('starred'),
      }))
  }
}
