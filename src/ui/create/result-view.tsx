import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import type { Report, Stage } from '../../vector/prepare'
import * as words from '../../words'
import { PictureColours } from '../colours/picture-colours'
import type { Panel } from '../panel'
import { InsertAsPicker, InsertRow } from './insert-row'
import { LayerList } from './layer-list'
import { ProgressRow } from './progress-row'
import { ResultActions } from './result-actions'
import { ResultPicture } from './result-picture'
import { TidyingChoices } from './tidying-choices'

/** The finished picture, how it becomes layers, and the way onto the canvas. */
export function ResultView({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { pictures } = panel
  const sheet = pictures.sheetOf(job.id)
  const stage = pictures.stageOf(job.id)
  const section = useRef<HTMLElement>(null)
  // A new result shows itself; the form above it stays where it is.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [job.id, sheet.state])
  if (sheet.state !== 'ready' && stage === null) return null
  return (
    <section class="result" aria-label={words.result.heading} aria-busy={stage !== null} ref={section}>
      {sheet.state === 'ready' && <ResultPicture key={job.id} job={job} sheet={sheet} panel={panel} />}
      {stage && (
        <ProgressRow
          text={words.result.stages[stage]}
          label={words.result.preparing}
          value={STAGES.indexOf(stage)}
          max={STAGES.length}
          onStop={() => pictures.stop(job.id)}
        />
      )}
      {sheet.state === 'ready' && (
        <>
          <InsertRow job={job} report={sheet.prepared.report} panel={panel} />
          <ResultActions job={job} svg={sheet.prepared.svg} panel={panel} />
          <Details job={job} report={sheet.prepared.report} panel={panel} />
        </>
      )}
    </section>
  )
}

interface DetailsProps {
  readonly job: Job
  readonly report: Report
  readonly panel: Panel
}

/** How the picture becomes layers, and what comes of it. */
function Details({ job, report, panel }: DetailsProps) {
  const { leftOut, layers } = report
  const { settings } = panel
  return (
    <>
      <TidyingChoices value={settings.tidying.value} onChoose={settings.chooseTidying}>
        <InsertAsPicker panel={panel} />
      </TidyingChoices>
      <PictureColours job={job} report={report} panel={panel} />
      <LayerList layers={layers} />
      {Object.keys(leftOut).length > 0 && <p class="secondary">{words.result.leftOut(leftOut)}</p>}
    </>
  )
}

const STAGES: readonly Stage[] = ['reading', 'colours', 'layers', 'writing']
