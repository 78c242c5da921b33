import { decodeEntry, type Entries, isEntryKind, stateOf } from './entries'
import type { JobState } from './states'
import type { StoredJob } from './storage'

/** One job in the journal. */
export interface JobRecord {
  readonly id: string
  readonly entries: Entries
  readonly state: JobState
  /** Size of its compressed picture in bytes; null without one. */
  readonly pictureBytes: number | null
  /** The size of each stored entry in bytes, by kind, including those that this version cannot read. */
  readonly sizes: ReadonlyMap<string, number>
}

/** Approximate size of a stored entry besides its text, in bytes: its key. */
export const ENTRY_OVERHEAD = 64

/** The key in `sizes` for data that this version does not know. */
export const OTHER = ''

/** Builds a record, with the state that follows from its entries. */
export function recordOf(
  id: string,
  entries: Entries,
  pictureBytes: number | null,
  sizes: JobRecord['sizes'],
): JobRecord {
  // The picture proves that it is stored, even if this version cannot read the entry about it.
  const isKept = pictureBytes !== null && !entries.kept && sizes.has('kept')
  const all = isKept ? { ...entries, kept: { at: entries.sent.at, bytes: pictureBytes } } : entries
  return { id, entries: all, state: stateOf(all), pictureBytes, sizes }
}

/** Whether this version can read enough of a stored job to show and continue it. */
export function isReadable({ entries, state, pictureBytes, sizes }: JobRecord): boolean {
  if (pictureBytes !== null) return true
  // There was a picture, or there is one in a format of another version.
  if (sizes.has('kept') || sizes.has(OTHER)) return false
  // The entry that tells how it went cannot be read, so it must not count as unanswered.
  const isKnown = (kind: string) => isEntryKind(kind) && entries[kind] !== undefined
  return (state !== 'sending' && state !== 'waiting') || [...sizes.keys()].every(isKnown)
}

/** Whether only later entries of a job are left, without the first one and without a picture. */
export const isLeftover = ({ entries, pictureBytes, otherBytes }: StoredJob): boolean =>
  pictureBytes === null &&
  otherBytes === 0 &&
  entries.every(({ kind, text }) => kind !== 'sent' && isEntryKind(kind) && decodeEntry(kind, text) !== null)

/** What a job takes in storage, in bytes. */
export function sizeOf({ sizes, pictureBytes }: Pick<JobRecord, 'sizes' | 'pictureBytes'>): number {
  const picture = pictureBytes === null ? 0 : pictureBytes + ENTRY_OVERHEAD
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, picture)
}

/** Length in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
