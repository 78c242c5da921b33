import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import type { Report, Stage } from '../../vector/prepare'
import * as words from '../../words'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { Preview } from '../parts/preview'
import { LayerList } from './layer-list'
import { Palette } from './palette'
import { TidyingChoices } from './tidying-choices'

/** The finished picture with its facts, how it becomes layers, and the way onto the canvas. */
export function ResultView({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { pictures } = panel
  const { request } = job
  const sheet = pictures.sheetOf(job.id)
  const stage = pictures.stageOf(job.id)
  const insertion = pictures.insertionOf(job.id)
  const section = useRef<HTMLElement>(null)
  // A new result shows itself; the form above it stays where it is.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [job.id, sheet.state])
  if (sheet.state !== 'ready' && stage === null) return null
  const prepared = sheet.state === 'ready' ? sheet.prepared : null
  return (
    <section class="result" aria-label={words.result.heading} aria-busy={stage !== null} ref={section}>
      {prepared && (
        <Preview svg={prepared.svg} width={prepared.width} height={prepared.height} alt={request.prompt} />
      )}
      {stage && <Preparing stage={stage} onStop={() => pictures.stop(job.id)} />}
      {prepared && (
        <div class="result-foot">
          <div class="result-facts">
            <span class="result-prompt" title={request.prompt}>
              {request.prompt}
            </span>
            <span class="secondary">
              {insertion.state === 'done'
                ? words.result.inserted(insertion.layers)
                : words.result.facts(prepared.report)}
            </span>
          </div>
          <Button
            secondary={insertion.state === 'done'}
            loading={insertion.state === 'running'}
            onClick={() => void pictures.insert(job)}
          >
            {words.result.insert}
          </Button>
        </div>
      )}
      {prepared && <Details report={prepared.report} panel={panel} />}
    </section>
  )
}

/** How the picture becomes layers, and what comes of it. */
function Details({ report, panel }: { readonly report: Report; readonly panel: Panel }) {
  const { leftOut, layers, palette } = report
  const { settings } = panel
  return (
    <>
      <TidyingChoices value={settings.tidying.value} onChoose={settings.chooseTidying} />
      <Palette entries={palette} />
      <LayerList layers={layers} />
      {Object.keys(leftOut).length > 0 && <p class="secondary">{words.result.leftOut(leftOut)}</p>}
    </>
  )
}

const STAGES: readonly Stage[] = ['reading', 'colours', 'layers', 'writing']

/** Appears when it takes longer than a moment. */
function Preparing({ stage, onStop }: { readonly stage: Stage; readonly onStop: () => void }) {
  return (
    <div class="preparing">
      <span class="secondary">{words.result.stages[stage]}</span>
      <progress value={STAGES.indexOf(stage)} max={STAGES.length} aria-label={words.result.preparing} />
      <Button secondary onClick={onStop}>
        {words.cancel}
      </Button>
    </div>
  )
}
