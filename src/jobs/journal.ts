import { decodeEntry, type Entries, type Entry, type EntryKind, isEntryKind, stateOf } from './entries'
import { type Keepsake, planRoom, type RoomPlan } from './room'
import { type JobState, mayMove } from './states'
import type { JobStorage, StoredJob, Written } from './storage'

/** One job as the journal knows it. */
export interface Chapter {
  readonly id: string
  readonly entries: Entries
  readonly state: JobState
  /** Bytes that its entries and its picture take. */
  readonly bytes: number
  readonly hasPicture: boolean
}

export type KeepOutcome = Written | { readonly askFor: RoomPlan }

export type Journal = ReturnType<typeof createJournal>

/** What a stored entry takes beside its text: its key, roughly. In bytes. */
const ENTRY_OVERHEAD = 64

/**
 * The journal of paid jobs: reads what is stored, writes each step down before the next depends on it, and keeps the
 * pictures within the storage's bounds. What is in memory runs ahead of the storage only where a write was refused.
 */
export function createJournal(storage: JobStorage, onChange: () => void) {
  const chapters = new Map<string, Chapter>()

  /** Takes over what is stored of a job, unless memory is further: a refused write is not forgotten. */
  function adopt(stored: StoredJob): void {
    const known = chapters.get(stored.job)
    const entries: Partial<Record<EntryKind, unknown>> = { ...known?.entries }
    for (const { kind, text } of stored.entries) {
      if (isEntryKind(kind)) entries[kind] = decodeEntry(kind, text) ?? entries[kind]
    }
    if (!entries.sent) return
    const bytes = stored.entries.reduce(
      (sum, { text }) => sum + text.length + ENTRY_OVERHEAD,
      stored.pictureBytes ?? 0,
    )
    set(stored.job, entries as Entries, bytes, stored.pictureBytes !== null)
  }

  function set(id: string, entries: Entries, bytes: number, hasPicture: boolean): void {
    chapters.set(id, { id, entries, state: stateOf(entries), bytes, hasPicture })
    onChange()
  }

  const used = () => [...chapters.values()].reduce((sum, { bytes }) => sum + bytes, 0)

  async function remove(id: string): Promise<void> {
    await storage.remove(id)
    chapters.delete(id)
    onChange()
  }

  return {
    chapters: chapters as ReadonlyMap<string, Chapter>,
    used,

    /** Reads the storage. False where it cannot be read: then nothing is known, and nothing may be sent. */
    async load(): Promise<boolean> {
      const all = await storage.load()
      for (const stored of all ?? []) adopt(stored)
      return all !== null
    },

    /** Looks whether another window has taken the job further. */
    async refresh(id: string): Promise<Chapter | undefined> {
      const [stored] = (await storage.load(id)) ?? []
      if (stored) adopt(stored)
      return chapters.get(id)
    },

    /** Writes one step down. Throws an Error for a move that the table does not allow: that is a fault of the program. */
    async note<K extends EntryKind>(id: string, kind: K, value: Entry<K>): Promise<Written> {
      const known = chapters.get(id)
      const entries = { ...known?.entries, [kind]: value } as Entries
      const next = stateOf(entries)
      if (known ? !mayMove(known.state, next) : kind !== 'sent') {
        throw new Error(`a job cannot go from ${known?.state ?? 'nothing'} to ${next}`)
      }
      const text = JSON.stringify(value)
      const written = await storage.put(id, kind, text)
      // A first entry that was refused leaves no job behind: nothing was sent for it.
      if (known || written === 'written') {
        const latest = chapters.get(id) ?? known
        const merged = { ...latest?.entries, [kind]: value } as Entries
        set(id, merged, (latest?.bytes ?? 0) + text.length + ENTRY_OVERHEAD, latest?.hasPicture ?? false)
      }
      return written
    },

    /** Stores a compressed picture, making room by rule. `consent`: the user has agreed to what the rule asks for. */
    async keepPicture(id: string, bytes: Uint8Array, consent: boolean): Promise<KeepOutcome> {
      const plan = planRoom(keepsakes(id), used(), bytes.length + ENTRY_OVERHEAD)
      if (!plan.fits) return 'full'
      if (plan.ask && !consent) return { askFor: plan }
      for (const victim of plan.remove) await remove(victim)
      const written = await storage.putPicture(id, bytes)
      const chapter = chapters.get(id)
      if (written === 'written' && chapter) set(id, chapter.entries, chapter.bytes + bytes.length, true)
      return written
    },

    picture: (id: string) => storage.picture(id),
    remove,
  }

  function keepsakes(except: string): Keepsake[] {
    return [...chapters.values()]
      .filter(({ id, hasPicture }) => hasPicture && id !== except)
      .map(({ id, entries, bytes }) => ({
        id,
        bytes,
        at: entries.kept?.at ?? entries.sent.at,
        inserted: entries.inserted !== undefined,
        starred: entries.starred?.on ?? false,
      }))
  }
}
