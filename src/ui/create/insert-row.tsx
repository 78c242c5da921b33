import type { Job } from '../../jobs/job'
import type { Report } from '../../vector/prepare'
import * as words from '../../words'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { INSERT_AS } from '../tidying'
import { Picker } from './picker'

interface InsertRowProps {
  readonly job: Job
  readonly report: Report
  readonly panel: Panel
}

/** The picture's facts, and the ways onto the canvas. */
export function InsertRow({ job, report, panel }: InsertRowProps) {
  const { canvas } = panel
  const insertion = canvas.insertionOf(job.id)
  const selected = canvas.selection.value.layer
  const isRunning = insertion.state === 'running'
  const progress = isRunning ? canvas.progress.value : null
  return (
    <>
      <div class="result-foot">
        <div class="result-facts">
          <span class="result-prompt" title={job.request.prompt}>
            {job.request.prompt}
          </span>
          <span class="secondary">
            {insertion.state === 'done'
              ? words.result.inserted(insertion.layers)
              : words.result.facts(report)}
          </span>
        </div>
        {selected?.isReplaceable && !isRunning && (
          <Button
            secondary
            title={words.result.replaceTitle(selected.name)}
            onClick={() => void canvas.insert(job, selected.id)}
          >
            {words.result.replace}
          </Button>
        )}
        <Button
          secondary={insertion.state === 'done'}
          loading={isRunning}
          onClick={() => void canvas.insert(job)}
        >
          {words.result.insert}
        </Button>
      </div>
      {progress && (
        <div class="preparing">
          <span class="secondary">{words.result.inserting}</span>
          <progress value={progress.done} max={progress.total} aria-label={words.result.insertProgress} />
          <Button secondary onClick={canvas.stop}>
            {words.cancel}
          </Button>
        </div>
      )}
    </>
  )
}

/** What a picture is to be on the canvas, as far as the editor has it. */
export function InsertAsPicker({ panel }: { readonly panel: Panel }) {
  const { settings, canvas } = panel
  const { editor } = canvas.selection.value
  const choices = INSERT_AS.filter((as) => as !== 'component' || editor === 'figma')
  const value = choices.find((as) => as === settings.insertAs.value) ?? 'frame'
  return (
    <Picker
      id="insert-as"
      label={words.insertAs.label}
      options={choices.map((as) => [as, words.insertAs.names[as]])}
      value={value}
      onPick={(i) => settings.chooseInsertAs(choices[i] ?? value)}
    />
  )
}
