import { Button } from '@create-figma-plugin/ui'
import { useEffect, useRef } from 'preact/hooks'
import { Preview } from '../parts/preview'
import type { ReadyPicture } from '../stores/pictures'
import * as words from '../words'

interface ResultViewProps {
  readonly picture: ReadyPicture
  readonly onInsert: () => void
}

/** The finished picture with its facts, and the way onto the canvas. */
export function ResultView({ picture, onInsert }: ResultViewProps) {
  const { prepared, request, insertion } = picture
  const section = useRef<HTMLElement>(null)
  // A new result shows itself; the form above it stays where it is.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'end' })
  }, [picture.id])
  const { leftOut, layersOut, lengthOut } = prepared.report
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
                  lengthOut,
                )}
          </span>
        </div>
        <Button
          secondary={insertion.state === 'done'}
          loading={insertion.state === 'running'}
          aria-busy={insertion.state === 'running'}
          onClick={onInsert}
        >
          {words.result.insert}
        </Button>
      </div>
      {Object.keys(leftOut).length > 0 && <p class="secondary">{words.result.leftOut(leftOut)}</p>}
    </section>
  )
}
