import { failure } from '../segmind/errors'
import type { StoredRequest } from '../segmind/request'
import { end, type RunContext, type RunOutcome } from './run'

/**
 * Takes one of the bundled samples. Nothing is sent, so no rate limit applies, and an open job is simply run again. `sampleFor`
 * returns the SVG text; null if there is none.
 */
export async function takeSample(
  context: Pick<RunContext, 'id' | 'journal' | 'clock' | 'sentAt' | 'signal'>,
  request: StoredRequest,
  sampleFor: (request: StoredRequest) => Promise<string | null>,
): Promise<RunOutcome> {
  const { id, journal, clock, sentAt, signal } = context
  const attempt = (journal.records.get(id)?.entries.sent.attempt ?? 0) + 1
  if (signal.aborted) return { type: 'unsent' }
  const sent = { attempt, at: sentAt(), via: 'sample', request } as const
  if ((await journal.note(id, 'sent', sent)) !== 'written') return { type: 'unsent' }
  const svg = await sampleFor(request)
  if (signal.aborted) return end(context, attempt, failure('cancelled', 'no', true).error)
  if (svg === null)
    return end(context, attempt, { ...failure('unavailable', 'no', true).error, kind: 'no-sample' })
  const unknown = { url: null, waited: null, inferenceTime: null, queueTime: null }
  return { type: 'done', value: { svg, fetched: { at: clock.now(), cost: 0, ...unknown } } }
}
