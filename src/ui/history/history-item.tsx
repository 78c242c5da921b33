import { useComputed } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import * as words from '../../words'
import type { Panel } from '../panel'
import { SampleBadge } from '../parts/badge'
import { IconButton } from '../parts/icon-button'
import { Preview } from '../parts/preview'
import { StarButton } from '../parts/star-button'
import { useTurn } from '../parts/turn'

/** One kept picture: a click opens it. It is read, prepared and shown when it comes into sight. */
export function HistoryItem({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { pictures, history } = panel
  const item = useRef<HTMLLIElement>(null)
  const { id } = job
  const { prompt } = job.request

  const hasTurn = useTurn(item)
  // Not the job itself: it is another object whenever any job moves on.
  useEffect(() => {
    if (hasTurn) void pictures.look(job)
  }, [hasTurn, id, pictures])

  const open = () => {
    pictures.show(job)
    panel.show('create')
  }
  // By itself: what becomes of the others is no reason to draw this one again.
  const sheet = useComputed(() => pictures.sheetOf(id)).value
  return (
    <li ref={item} class="grid-cell">
      <button type="button" class="grid-item" aria-label={words.history.open(prompt)} onClick={open}>
        {hasTurn && sheet.state === 'ready' ? (
          <Preview
            svg={sheet.prepared.svg}
            width={sheet.prepared.width}
            height={sheet.prepared.height}
            alt=""
            job={id}
            picture={() => panel.canvas.pictureOf(job, sheet, null)}
          />
        ) : (
          <span class="preview" />
        )}
        <span class="grid-caption" title={prompt}>
          {prompt}
        </span>
      </button>
      <div class="grid-actions">
        <StarButton job={job} history={history} />
        <IconButton
          icon="details"
          id={`details-${id}`}
          label={words.history.details(prompt)}
          onClick={() => history.open(job)}
        />
        <IconButton
          icon="remove"
          label={words.history.remove(prompt)}
          onClick={() => void history.remove(job)}
        />
        {job.isSample && <SampleBadge />}
        {!job.inserted && (
          <span
            class="fresh"
            role="img"
            aria-label={words.history.notInserted}
            title={words.history.notInserted}
          />
        )}
      </div>
    </li>
  )
}
