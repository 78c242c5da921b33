import type { Entries, Entry } from './entries'

/** Five minutes to spare, for clocks that differ. In ms, as all here. */
const SLACK = 5 * 60_000

/** How long Segmind keeps the record of a job, by its documentation. */
const RECORD_LIFE = 60 * 60_000 + SLACK

/** How long the media host keeps a file, by third parties. */
const FILE_LIFE = 7 * 24 * 60 * 60_000 + SLACK

/** How long there is something to ask for, and what a job has come to where that time is over. */
export interface Term {
  /** In ms since 1970. */
  readonly ends: number
  readonly over: 'expired' | 'file-expired'
}

export const recordTerm = ({ at }: Entry<'accepted'>): Term => ({ ends: at + RECORD_LIFE, over: 'expired' })

export const fileTerm = ({ at }: Entry<'fetched'>): Term => ({ ends: at + FILE_LIFE, over: 'file-expired' })

/**
 * True for an end that was none: version 0.1 took one 404, or a host that it did not know, for the end of a job. Such a
 * job is taken up again, as if the entry were not there.
 */
export function isPrematureEnd({ accepted, fetched, ended }: Entries): boolean {
  if (!ended) return false
  if (ended.error.kind === 'foreign-host') return fetched?.url != null
  const term = fetched?.url != null ? fileTerm(fetched) : accepted && recordTerm(accepted)
  return ended.how === 'expired' && term !== undefined && ended.at <= term.ends
}
