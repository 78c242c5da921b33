import { Button } from '@create-figma-plugin/ui'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Clock } from '../../segmind/http'
import type { Job } from '../stores/studio'
import * as words from '../words'

/** What a picture usually takes, in ms, by Segmind's own figures. */
const USUAL = 17_600

/** Share of the bar that the usual time fills; the rest is approached and never reached before the picture is there. */
const USUAL_SHARE = 0.9

/** 0 to 1, never 1: how far along a job most likely is. */
function share(elapsed: number): number {
  if (elapsed < USUAL) return (USUAL_SHARE * elapsed) / USUAL
  return USUAL_SHARE + (0.99 - USUAL_SHARE) * (1 - Math.exp((USUAL - elapsed) / USUAL))
}

/** What the running job is doing, in words. */
export function stageWords(job: Extract<Job, { state: 'running' }>, now: number): string {
  const isLate = job.stage === 'drawing' && now - job.startedAt > USUAL * 1.25
  return words.stages[isLate ? 'late' : job.stage]
}

interface ProgressRowProps {
  readonly job: Extract<Job, { state: 'running' }>
  readonly clock: Clock
  readonly onCancel: () => void
}

/** The job under way: its stage, the time, a bar, and the way to stop waiting. */
export function ProgressRow({ job, clock, onCancel }: ProgressRowProps) {
  const now = useSignal(clock.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = clock.now()
    }, 250)
    return () => clearInterval(timer)
  }, [clock, now])
  const elapsed = Math.max(0, now.value - job.startedAt)
  const percent = Math.round(share(elapsed) * 100)
  return (
    <div class="progress-row">
      <div class="progress-head">
        <span class="progress-prompt">{job.request.prompt}</span>
        <span class="progress-time">{words.elapsed(elapsed / 1000)}</span>
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
      <div class="progress-foot">
        <span>{stageWords(job, now.value)}</span>
        <Button secondary onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
