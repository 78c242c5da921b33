import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { Preview } from '../parts/preview'
import * as words from '../words'

/** The finished picture with its facts, and the way onto the canvas. */
export function ResultView({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { pictures } = panel
  const { request } = job
  const sheet = pictures.sheetOf(job.id)
  const insertion = pictures.insertionOf(job.id)
  const section = useRef<HTMLElement>(null)
  // A new result shows itself; the form above it stays where it is.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'end' })
  }, [job.id, sheet.state])
  if (sheet.state !== 'ready') return null
  const { prepared } = sheet
  const { leftOut, layersOut, bytesOut } = prepared.report
  return (
    <section class="result" aria-label={words.result.heading} ref={section}>
      <Preview svg={prepared.svg} width={prepared.width} height={prepared.height} alt={request.prompt} />
      <div class="result-foot">
        <div class="result-facts">
          <span class="result-prompt" title={request.prompt}>
            {request.prompt}
          </span>
          <span class="secondary">
            {insertion.state === 'done'
              ? words.result.inserted(insertion.layers)
              : words.result.facts(
                  words.styles[request.style],
                  words.sizeName(request.size),
                  layersOut,
                  bytesOut,
                )}
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
      {Object.keys(leftOut).length > 0 && <p class="secondary">{words.result.leftOut(leftOut)}</p>}
    </section>
  )
}
