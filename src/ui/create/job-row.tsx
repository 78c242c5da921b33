import { Button } from '@create-figma-plugin/ui'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { isOver, isResumable, type Job } from '../../jobs/job'
import type { Panel } from '../panel'
import { NoticeView } from '../parts/notice'
import * as words from '../words'

/** Share of the bar that the usual time fills; the rest is approached and never reached before the picture is there. */
const USUAL_SHARE = 0.9

/** 0 to 1, never 1: how far along a job most likely is. Times in ms. */
function share(elapsed: number, expected: number): number {
  if (elapsed < expected) return (USUAL_SHARE * elapsed) / expected
  return USUAL_SHARE + (0.99 - USUAL_SHARE) * (1 - Math.exp((expected - elapsed) / expected))
}

interface JobRowProps {
  readonly job: Job
  readonly panel: Panel
}

/** A job under way, or one that went wrong: what it is at, and what the user can do. */
export function JobRow({ job, panel }: JobRowProps) {
  return job.activity === null ? (
    <RestingJob job={job} panel={panel} />
  ) : (
    <RunningJob job={job} panel={panel} />
  )
}

function RunningJob({ job, panel }: JobRowProps) {
  const { clock, studio } = panel
  const now = useSignal(clock.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = clock.now()
    }, 250)
    return () => clearInterval(timer)
  }, [clock, now])
  const expected = studio.expected.value
  const elapsed = Math.max(0, now.value - job.startedAt)
  const percent = Math.round(share(elapsed, expected) * 100)
  return (
    <div class="job-row">
      <div class="job-head">
        <span class="job-prompt">{job.request.prompt}</span>
        <span class="job-time">{words.elapsed(elapsed / 1000)}</span>
      </div>
      <div
        class="bar"
        role="progressbar"
        aria-label={words.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div class="bar-fill" style={{ width: `${percent}%` }} />
      </div>
      <div class="job-foot">
        <span>
          {words.activity(job, now.value, expected)}
          {job.retryAt !== null && ` (${words.continuesIn((job.retryAt - now.value) / 1000)})`}
        </span>
        <Button secondary onClick={() => studio.desk.cancel(job.id)}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}

function RestingJob({ job, panel }: JobRowProps) {
  const { studio } = panel
  const notice = words.jobNotice(job)
  if (!notice) return null
  const resumable = isResumable(job)
  const repeatable = isOver(job) || job.error?.kind === 'not-recorded' || job.error?.kind === 'invalid-key'
  return (
    <NoticeView notice={notice} subject={job.request.prompt}>
      {job.error?.kind === 'invalid-key' && (
        <Button secondary onClick={() => panel.show('settings')}>
          {words.actions.settings}
        </Button>
      )}
      {(resumable || repeatable) && (
        <Button secondary onClick={() => void studio.again(job)}>
          {resumable ? words.actions.resume : words.actions.retry}
        </Button>
      )}
      {!resumable && (
        <Button secondary onClick={() => void studio.desk.remove(job.id)}>
          {words.dismiss}
        </Button>
      )}
    </NoticeView>
  )
}
