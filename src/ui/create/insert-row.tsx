import { useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Report } from '../../vector/prepare'
import { Button } from '../parts/button'
import type { CanvasStore, Insertion } from '../stores/canvas'
import { ProgressRow } from './progress-row'

interface InsertRowProps {
  readonly job: Job
  readonly report: Report
  readonly canvas: CanvasStore
}

/** The picture's facts, and the ways onto the canvas. */
export function InsertRow({ job, report, canvas }: InsertRowProps) {
  const insertion = canvas.insertionOf(job.id)
  const selected = canvas.selection.value.layer
  const insertButton = useRef<HTMLButtonElement>(null)
  const isRunning = insertion.state === 'running'
  const replaces = isRunning && insertion.replaces
  const progress = isRunning ? canvas.progress.value : null
  const stop = () => {
    canvas.stop()
    // The pressed button is gone after this.
    insertButton.current?.focus()
  }
  return (
    <>
      <div class="result-foot">
        <div class="result-facts">
          <span title={job.request.prompt}>{job.request.prompt}</span>
          <span class="secondary">{factsOf(insertion, report)}</span>
        </div>
        {(selected?.isReplaceable || replaces) && (
          <Button
            secondary
            loading={replaces}
            title={strings.result.replaceTitle(selected?.name ?? '')}
            onClick={() => selected && void canvas.insert(job, selected.id)}
          >
            {strings.result.replace}
          </Button>
        )}
        <Button
          secondary={insertion.state === 'done'}
          loading={isRunning && !replaces}
          buttonRef={insertButton}
          onClick={() => void canvas.insert(job)}
        >
          {strings.result.insert}
        </Button>
      </div>
      {insertion.state === 'done' && insertion.binding.of > 0 && (
        <p class="secondary">{strings.bound(insertion.binding, insertion.preparation.plan.groups)}</p>
      )}
      {progress && (
        <ProgressRow
          text={strings.result.inserting}
          label={strings.result.insertProgress}
          value={progress.done}
          max={progress.total}
          onStop={stop}
        />
      )}
    </>
  )
}

function factsOf(insertion: Insertion, report: Report): string {
  if (insertion.state === 'done') return strings.result.inserted(insertion.layers)
  return insertion.state === 'stopped' ? strings.result.insertStopped : strings.result.facts(report)
}
