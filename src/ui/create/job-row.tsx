import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { errorRule } from '../../jobs/error-kinds'
import {
  isCheckable,
  isInConsole,
  isOver,
  isRepeatable,
  isResumable,
  isRetryable,
  type Job,
} from '../../jobs/job'
import type { Clock } from '../../segmind/http'
import { priceOf, styleOf } from '../../segmind/request'
import { strings } from '../../strings'
import { SampleBadge } from '../parts/badge'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'
import type { GenerationStore } from '../stores/generation'
import type { JobsStore } from '../stores/jobs'
import { ConsoleLink } from './console-link'
import { Thumbnail } from './thumbnail'

/** Share of the bar that the usual time fills; the rest is approached and never reached before the picture is there. */
const USUAL_SHARE = 0.9

/** Records are gone after an hour: then a job that rests may be put aside. In ms. */
const HOUR = 3_600_000

/** 0 to 1, never 1: how far along a job most likely is. Times in ms. */
function share(elapsed: number, expected: number): number {
  if (elapsed < expected) return (USUAL_SHARE * elapsed) / expected
  return USUAL_SHARE + (0.99 - USUAL_SHARE) * (1 - Math.exp((expected - elapsed) / expected))
}

export interface JobRowProps {
  readonly job: Job
  readonly jobs: JobsStore
  readonly generation: Pick<GenerationStore, 'again' | 'reuse'>
  readonly clock: Clock
  readonly announce: (text: string) => void
  readonly onOpenSettings: () => void
}

/** A job under way, or one that went wrong: what it is at, and what the user can do. */
export function JobRow(props: JobRowProps) {
  const { job, jobs, clock } = props
  if (job.activity !== null && !job.error) return <RunningJob job={job} jobs={jobs} clock={clock} />
  return job.unstored ? <UnstoredJob job={job} jobs={jobs} /> : <TroubledJob {...props} />
}

function RunningJob({ job, jobs, clock }: Pick<JobRowProps, 'job' | 'jobs' | 'clock'>) {
  const now = useSignal(clock.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = clock.now()
    }, 250)
    return () => clearInterval(timer)
  }, [clock, now])
  const expected = jobs.expectedTime(job)
  const elapsed = Math.max(0, now.value - job.startedAt)
  const percent = Math.round(share(elapsed, expected) * 100)
  const canStop = job.activity !== 'keeping' && job.activity !== 'stopping'
  return (
    <div class="job-row">
      {/* The place of the picture, until it is there. */}
      <Thumbnail drawing={styleOf(job.request.style)?.drawing ?? 'flat'} />
      <div class="job-head">
        <span class="job-prompt" id={`prompt-${job.id}`}>
          {job.request.prompt}
        </span>
        {job.isSample && <SampleBadge />}
        <span class="job-time">{strings.elapsed(elapsed / 1000)}</span>
      </div>
      <div
        class="bar"
        role="progressbar"
        aria-label={strings.progress(job.request.prompt)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div class="bar-fill" style={{ width: `${percent}%` }} />
      </div>
      <div class="job-foot">
        <span>
          {strings.activity(job, now.value, expected)}
          {job.retryAt !== null && ` ${strings.continuesIn((job.retryAt - now.value) / 1000)}`}
        </span>
        {canStop && (
          <Button secondary aria-describedby={`prompt-${job.id}`} onClick={() => jobs.cancel(job.id)}>
            {strings.cancel}
          </Button>
        )}
      </div>
    </div>
  )
}

/** A job that is late, rests or is over: what is wrong, and what the user can do. */
function TroubledJob({ job, jobs, generation, clock, announce, onOpenSettings }: JobRowProps) {
  const { error } = job
  const notice = strings.jobNotice(job, priceOf(job.request))
  if (!notice || !error) return null
  const canCheck = isCheckable(job)
  const canRetry = isRetryable(job)
  // What may still bring a picture, here or in another window, is not put aside.
  const over = isOver(job)
  const canDismiss = over || (isResumable(job) && clock.now() - job.startedAt > HOUR)
  return (
    <NoticeView about={job.id} notice={notice} subject={job.request.prompt}>
      {errorRule(error.kind).cause === 'key' && (
        <Button secondary onClick={onOpenSettings}>
          {strings.actions.settings}
        </Button>
      )}
      {job.activity !== null && job.activity !== 'keeping' && (
        <Button secondary onClick={() => jobs.cancel(job.id)}>
          {strings.actions.stop}
        </Button>
      )}
      {over && !isRepeatable(job) && (
        <Button secondary onClick={() => generation.reuse(job.request)}>
          {strings.details.reuse}
        </Button>
      )}
      {(canCheck || canRetry) && (
        <Button secondary onClick={() => void generation.again(job)}>
          {canCheck ? strings.actions.resume : strings.actions.retry}
        </Button>
      )}
      {isInConsole(job) && <ConsoleLink requestId={job.requestId} announce={announce} />}
      {canDismiss && (
        <Button secondary onClick={() => void jobs.remove(job.id)}>
          {strings.dismiss}
        </Button>
      )}
    </NoticeView>
  )
}

/** A picture that is in memory only: what is paid for must not go unseen. */
function UnstoredJob({ job, jobs }: Pick<JobRowProps, 'job' | 'jobs'>) {
  const notice = strings.unstoredNotice(job)
  return (
    notice && (
      <NoticeView about={job.id} notice={notice} subject={job.request.prompt}>
        <Button secondary onClick={() => void jobs.save(job)}>
          {strings.unstored.save}
        </Button>
        <Button secondary onClick={() => void jobs.store(job.id, job.unstored === 'consent')}>
          {job.unstored === 'consent' ? strings.unstored.makeRoom : strings.unstored.again}
        </Button>
      </NoticeView>
    )
  )
}
