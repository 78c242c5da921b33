import type { Entries } from './entries'
import type { JobRecord } from './record'

/** A step of a job, as the journal has it, without the user's text and the addresses of files. */
export type StepKind =
  | 'sent'
  | 'refused'
  | 'accepted'
  | 'fetched'
  | 'kept'
  | 'inserted'
  | 'background'
  | 'ended'

export interface Step {
  /** In ms since 1970. */
  readonly at: number
  /** Distinguishes the jobs: 1 for the oldest. */
  readonly job: number
  readonly kind: StepKind
  /** How it was sent, the size of the picture in bytes, or how it ended. Null if there is nothing to add. */
  readonly detail: string | null
}

/** Returns the last steps of all jobs, in order of time. */
export function lastSteps(records: readonly Pick<JobRecord, 'entries'>[], count: number): Step[] {
  const byAge = [...records].sort((a, b) => a.entries.sent.at - b.entries.sent.at)
  return byAge
    .flatMap(({ entries }, i) => stepsOf(entries, i + 1))
    .sort((a, b) => a.at - b.at)
    .slice(-count)
}

function stepsOf(entries: Entries, job: number): Step[] {
  const { sent, refused, accepted, fetched, kept, inserted, background, ended } = entries
  const steps: (Step | undefined)[] = [
    step(job, 'sent', sent, sent.attempt > 1 ? `${sent.via}, attempt ${sent.attempt}` : sent.via),
    step(job, 'refused', refused, null),
    step(job, 'accepted', accepted, null),
    step(job, 'fetched', fetched, null),
    step(job, 'kept', kept, kept ? String(kept.bytes) : null),
    step(job, 'inserted', inserted, null),
    step(job, 'background', background, null),
    step(
      job,
      'ended',
      ended,
      ended ? `${ended.how}, ${kindOf(ended.error)}, charged: ${ended.error.charged}` : null,
    ),
  ]
  return steps.filter((each): each is Step => each !== undefined)
}

/** Another version may have stored anything as the kind: only plain words are returned. */
const kindOf = ({ kind }: { readonly kind: string }): string =>
  /^[a-z-]{1,40}$/.test(kind) ? kind : 'unknown'

const step = (
  job: number,
  kind: StepKind,
  entry: { readonly at: number } | undefined,
  detail: string | null,
): Step | undefined => (entry ? { at: entry.at, job, kind, detail } : undefined)
