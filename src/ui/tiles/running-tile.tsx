import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { lateness } from '../../jobs/lateness'
import type { Clock } from '../../segmind/http'
import { strings } from '../../strings'
import { IconButton } from '../parts/icon-button'
import { ClampedText } from './clamped-text'
import { share } from './progress'
import type { TileActions } from './tile'
import { TileFrame } from './tile-frame'

interface RunningTileProps {
  readonly job: Job
  /** Expected total time in ms. */
  readonly expected: number
  readonly clock: Clock
  readonly actions: Pick<TileActions, 'cancel' | 'focus'>
  readonly isCurrent: boolean
}

/** A running job: what it is doing, for how long, and Cancel. */
export function RunningTile({ job, expected, clock, actions, isCurrent }: RunningTileProps) {
  const now = useSignal(clock.now())
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = clock.now()
    }, 1000)
    return () => clearInterval(timer)
  }, [clock, now])
  // Time in the queue does not count.
  const elapsed = Math.max(0, now.value - (job.sentAt ?? job.startedAt))
  const isQueued = job.activity === 'in-line'
  const isDrawing = job.activity === 'drawing' || job.activity === 'queued'
  const late = isDrawing ? lateness(elapsed, expected) : null
  const percent = Math.round(share(elapsed, expected) * 100)
  const label = strings.activities[job.activity ?? 'drawing']
  const canStop = job.activity !== 'keeping' && job.activity !== 'stopping'
  return (
    <TileFrame
      job={job}
      kind={['running', isQueued && 'queued', isDrawing && !late && 'drawing'].filter(Boolean).join(' ')}
      label={strings.tiles.running(label, job.request.prompt)}
      isCurrent={isCurrent}
      onFocus={() => actions.focus(job.id)}
    >
      {canStop && (
        <IconButton
          class="tile-cancel"
          icon="close"
          label={strings.cancel}
          hint={job.requestId === null ? undefined : strings.tiles.goesOn(job.price)}
          tabIndex={isCurrent ? 0 : -1}
          onClick={() => actions.cancel(job)}
        />
      )}
      {late && (
        <div class="job-note">
          <strong>{strings.tiles.late[late].title}</strong>
          <ClampedText text={strings.tiles.late[late].text(expected / 1000)} />
        </div>
      )}
      <div class="job">
        <div class="job-line" aria-hidden="true">
          <span class="job-label">
            {label}
            {job.retryAt !== null &&
              ` ${strings.continuesIn(job.activity, (job.retryAt - now.value) / 1000)}`}
          </span>
          <span class="numbers quiet">{isQueued ? '' : strings.elapsed(elapsed / 1000)}</span>
        </div>
        <div
          class={late ? 'track held' : 'track'}
          role="progressbar"
          aria-label={strings.progress(job.request.prompt)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={isQueued ? 0 : percent}
        >
          <div
            class="track-fill"
            style={late ? undefined : { transform: `scaleX(${isQueued ? 0 : percent / 100})` }}
          />
        </div>
      </div>
    </TileFrame>
  )
}
