import { decodeEntry, type Entries, isEntryKind, stateOf } from './entries'
import type { JobState } from './states'
import type { StoredJob } from './storage'

/** One job as the journal knows it. */
export interface JobRecord {
  readonly id: string
  readonly entries: Entries
  readonly state: JobState
  /** Size of its compressed picture in bytes; null without one. */
  readonly pictureBytes: number | null
  /** What each stored entry takes, in bytes, by its kind: those that this version cannot read included. */
  readonly sizes: ReadonlyMap<string, number>
}

/** What a stored entry takes beside its text: its key, roughly. In bytes. */
export const ENTRY_OVERHEAD = 64

/** The place in `sizes` of what is stored in a way that this version does not know. */
export const OTHER = ''

/** What the entries, the picture and the sizes of a job amount to. */
export function recordOf(
  id: string,
  entries: Entries,
  pictureBytes: number | null,
  sizes: JobRecord['sizes'],
): JobRecord {
  // The picture itself says that it is kept: what another version has written about it need not be read for that.
  const isKept = pictureBytes !== null && !entries.kept && sizes.has('kept')
  const all = isKept ? { ...entries, kept: { at: entries.sent.at, bytes: pictureBytes } } : entries
  return { id, entries: all, state: stateOf(all), pictureBytes, sizes }
}

/** Whether this version knows enough of a stored job to show it, and to go on with it. */
export function isReadable({ entries, state, pictureBytes, sizes }: JobRecord): boolean {
  if (pictureBytes !== null) return true
  // There was a picture, or there is one in a form that only another version knows.
  if (sizes.has('kept') || sizes.has(OTHER)) return false
  // Only what cannot be read says how it went: to call it unanswered would be wrong.
  const isKnown = (kind: string) => isEntryKind(kind) && entries[kind] !== undefined
  return (state !== 'sending' && state !== 'waiting') || [...sizes.keys()].every(isKnown)
}

/** Whether nothing is left of a job but entries of this version, without the first and without a picture. */
export const isLeftover = ({ entries, pictureBytes, otherBytes }: StoredJob): boolean =>
  pictureBytes === null &&
  otherBytes === 0 &&
  entries.every(({ kind, text }) => kind !== 'sent' && isEntryKind(kind) && decodeEntry(kind, text) !== null)

/** What a job takes in storage, in bytes. */
export function sizeOf({ sizes, pictureBytes }: Pick<JobRecord, 'sizes' | 'pictureBytes'>): number {
  const picture = pictureBytes === null ? 0 : pictureBytes + ENTRY_OVERHEAD
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, picture)
}

/** Length in UTF-8: prompts are written in every script. */
export function byteLength(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
