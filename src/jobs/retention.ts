import type { Entries, Entry } from './entries'

/** Five minutes of tolerance for clocks that differ. All times in this file are in ms. */
const SLACK = 5 * 60_000

/** How long Segmind keeps the record of a job, according to its documentation. */
const RECORD_LIFE = 60 * 60_000 + SLACK

/** How long the media host keeps a file, according to third parties. */
const FILE_LIFE = 7 * 24 * 60 * 60_000 + SLACK

/** How long the server keeps something, and the error when that time is over. */
export interface Term {
  /** In ms since 1970. */
  readonly ends: number
  readonly over: 'expired' | 'file-expired'
}

export const recordTerm = ({ at }: Entry<'accepted'>): Term => ({ ends: at + RECORD_LIFE, over: 'expired' })

export const fileTerm = ({ at }: Entry<'fetched'>): Term => ({ ends: at + FILE_LIFE, over: 'file-expired' })

/**
 * True if a job was ended too early: version 0.1 ended jobs after one 404, or for an unknown host. Such a job is resumed, as
 * if the entry did not exist.
 */
export function isPrematureEnd({ accepted, fetched, ended }: Entries): boolean {
  if (!ended) return false
  if (ended.error.kind === 'foreign-host') return fetched?.url != null
  const term = fetched?.url != null ? fileTerm(fetched) : accepted && recordTerm(accepted)
  return ended.how === 'expired' && term !== undefined && ended.at <= term.ends
}
