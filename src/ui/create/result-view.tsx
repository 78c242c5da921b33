import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Report, Stage } from '../../vector/prepare'
import { PictureColors } from '../colors/picture-colors'
import type { Panel } from '../panel'
import { InsertAsPicker, InsertRow } from './insert-row'
import { LayerList } from './layer-list'
import { LayerOptionChoices } from './layer-option-choices'
import { ProgressRow } from './progress-row'
import { ResultActions } from './result-actions'
import { ResultPicture } from './result-picture'

/** The finished picture, how it becomes layers, and the way onto the canvas. */
export function ResultView({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { pictures } = panel
  const preparation = pictures.preparationOf(job.id)
  const stage = pictures.stageOf(job.id)
  const section = useRef<HTMLElement>(null)
  // A new result shows itself; the form above it stays where it is.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [job.id, preparation.state])
  if (preparation.state !== 'ready' && stage === null) return null
  return (
    <section class="result" aria-label={strings.result.heading} aria-busy={stage !== null} ref={section}>
      {preparation.state === 'ready' && (
        <ResultPicture key={job.id} job={job} preparation={preparation} panel={panel} />
      )}
      {stage && (
        <ProgressRow
          text={strings.result.stages[stage]}
          label={strings.result.preparing}
          value={STAGES.indexOf(stage)}
          max={STAGES.length}
          onStop={() => pictures.stop(job.id)}
        />
      )}
      {preparation.state === 'ready' && (
        <>
          <InsertRow job={job} report={preparation.prepared.report} panel={panel} />
          <ResultActions job={job} svg={preparation.prepared.svg} panel={panel} />
          <Details job={job} report={preparation.prepared.report} panel={panel} />
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
      <LayerOptionChoices value={settings.layerOptions.value} onChoose={settings.chooseLayerOptions}>
        <InsertAsPicker panel={panel} />
      </LayerOptionChoices>
      <PictureColors job={job} report={report} panel={panel} />
      <LayerList layers={layers} />
      {Object.keys(leftOut).length > 0 && <p class="secondary">{strings.result.leftOut(leftOut)}</p>}
    </>
  )
}

const STAGES: readonly Stage[] = ['reading', 'colors', 'layers', 'writing']
