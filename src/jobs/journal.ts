import { decodeEntry, type Entries, type Entry, type EntryKind, isEntryKind, stateOf } from './entries'
import { BUDGET, type Keepsake, planRoom, type RoomPlan } from './room'
import { type JobState, mayMove } from './states'
import type { JobStorage, StoredJob, Written } from './storage'

/** One job as the journal knows it. */
export interface Chapter {
  readonly id: string
  readonly entries: Entries
  readonly state: JobState
  /** Size of its compressed picture in bytes; null without one. */
  readonly pictureBytes: number | null
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
  /** Pictures are kept one after the other: two plans at once would count the same room twice. */
  let keeping: Promise<unknown> = Promise.resolve()

  /** Takes over what is stored of a job, unless memory is further: a refused write is not forgotten. */
  function adopt(stored: StoredJob): void {
    const entries: Partial<Record<EntryKind, unknown>> = { ...chapters.get(stored.job)?.entries }
    for (const { kind, text } of stored.entries) {
      if (isEntryKind(kind)) entries[kind] = decodeEntry(kind, text) ?? entries[kind]
    }
    if (entries.sent) return set(stored.job, entries as Entries, stored.pictureBytes)
    // Without its first entry it is no job: the rest of one that another window removed while this one wrote. But an
    // entry that is there and cannot be read belongs to another version of the plugin, and so does its picture.
    if (!stored.entries.some(({ kind }) => kind === 'sent')) void storage.remove(stored.job)
  }

  function set(id: string, entries: Entries, pictureBytes: number | null): void {
    chapters.set(id, { id, entries, state: stateOf(entries), pictureBytes })
    onChange()
  }

  async function load(): Promise<boolean> {
    const all = await storage.load()
    if (!all) return false
    const stored = new Set(all.map(({ job }) => job))
    for (const { id, pictureBytes } of [...chapters.values()]) {
      // Another window has removed it.
      if (pictureBytes !== null && !stored.has(id)) chapters.delete(id)
    }
    for (const each of all) adopt(each)
    onChange()
    return true
  }

  const used = () => [...chapters.values()].reduce((sum, chapter) => sum + sizeOf(chapter), 0)

  /** Forgets a job. False where the storage did not: then it is still known. */
  async function remove(id: string): Promise<boolean> {
    if (!(await storage.remove(id))) return false
    chapters.delete(id)
    onChange()
    return true
  }

  async function makeRoomAndKeep(id: string, bytes: Uint8Array, consent: boolean): Promise<KeepOutcome> {
    // What other windows have stored or removed meanwhile counts, too.
    await load()
    if (!chapters.has(id)) return 'unavailable'
    const needed = bytes.length + ENTRY_OVERHEAD
    let budget = BUDGET
    for (;;) {
      const plan = planRoom(keepsakes(id), used(), needed, budget)
      if (!plan.fits) return 'full'
      if (plan.ask && !consent) return { askFor: plan }
      for (const victim of plan.remove) await remove(victim)
      const written = await storage.putPicture(id, bytes)
      if (written !== 'full' || budget < BUDGET) return settle(id, bytes, written)
      // There is less room than was thought: once more, as if what is used now were all there is.
      budget = used()
    }
  }

  async function settle(id: string, bytes: Uint8Array, written: Written): Promise<Written> {
    const chapter = chapters.get(id)
    if (written === 'written' && chapter) {
      set(id, chapter.entries, bytes.length)
      // Should another window have dismissed the job meanwhile, this makes it one again: it is paid for, and here.
      await storage.put(id, 'sent', JSON.stringify(chapter.entries.sent))
    }
    return written
  }

  return {
    chapters: chapters as ReadonlyMap<string, Chapter>,
    used,
    /** Reads the storage. False where it cannot be read: then nothing is known, and nothing may be sent. */
    load,

    /** Looks whether another window has taken the job further. */
    async refresh(id: string): Promise<Chapter | undefined> {
      const [stored] = (await storage.load(id)) ?? []
      if (stored) adopt(stored)
      return chapters.get(id)
    },

    /** Writes one step down. Throws an Error for a move that the table does not allow: that is a fault of the program. */
    async note<K extends EntryKind>(id: string, kind: K, value: Entry<K>): Promise<Written> {
      const known = chapters.get(id)
      // The user has removed it while something still ran.
      if (!known && kind !== 'sent') return 'unavailable'
      const next = stateOf({ ...known?.entries, [kind]: value } as Entries)
      if (known && !mayMove(known.state, next))
        throw new Error(`a job cannot go from ${known.state} to ${next}`)
      const written = await storage.put(id, kind, JSON.stringify(value))
      if (!known && written !== 'written') {
        // Nothing was sent, so there is no job; nor shall one appear should the write land after all.
        await storage.remove(id)
        return written
      }
      // An attempt that could not be noted is not made.
      if (kind === 'sent' && written !== 'written') return written
      const latest = chapters.get(id) ?? known
      set(id, { ...latest?.entries, [kind]: value } as Entries, latest?.pictureBytes ?? null)
      return written
    },

    /** Stores a compressed picture, making room by rule. `consent`: the user has agreed to what the rule asks for. */
    keepPicture(id: string, bytes: Uint8Array, consent: boolean): Promise<KeepOutcome> {
      const kept = keeping.then(() => makeRoomAndKeep(id, bytes, consent))
      keeping = kept.catch(() => undefined)
      return kept
    },

    picture: (id: string) => storage.picture(id),
    remove,
  }

  function keepsakes(except: string): Keepsake[] {
    return [...chapters.values()]
      .filter(({ id, pictureBytes }) => pictureBytes !== null && id !== except)
      .map((chapter) => ({
        id: chapter.id,
        bytes: sizeOf(chapter),
        at: chapter.entries.kept?.at ?? chapter.entries.sent.at,
        inserted: chapter.entries.inserted !== undefined,
        starred: chapter.entries.starred?.on ?? false,
      }))
  }
}

/** What a job takes in storage, in bytes. */
function sizeOf({ entries, pictureBytes }: Chapter): number {
  const texts = Object.values(entries).map((entry) => byteLength(JSON.stringify(entry)) + ENTRY_OVERHEAD)
  return texts.reduce((sum, bytes) => sum + bytes, pictureBytes === null ? 0 : pictureBytes + ENTRY_OVERHEAD)
}

/** Length in UTF-8: prompts are written in every script. */
function byteLength(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
