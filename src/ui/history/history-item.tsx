import { useComputed } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { SampleBadge } from '../parts/badge'
import { IconButton } from '../parts/icon-button'
import { Preview } from '../parts/preview'
import { useRenderWhenVisible } from '../parts/render-when-visible'
import { StarButton } from '../parts/star-button'
import type { CanvasStore } from '../stores/canvas'
import type { HistoryStore } from '../stores/history'
import type { PicturesStore } from '../stores/pictures'

interface HistoryItemProps {
  readonly job: Job
  readonly pictures: PicturesStore
  readonly history: HistoryStore
  readonly canvas: CanvasStore
  /** Opens the picture in the form. */
  readonly onOpen: (job: Job) => void
}

/** One kept picture: a click opens it. It is read, prepared and shown when it comes into sight. */
export function HistoryItem({ job, pictures, history, canvas, onOpen }: HistoryItemProps) {
  const item = useRef<HTMLLIElement>(null)
  const { id } = job
  const { prompt } = job.request

  const isRendered = useRenderWhenVisible(item)
  // Not the job itself: it is another object whenever any job moves on.
  useEffect(() => {
    if (isRendered) void pictures.look(job)
  }, [isRendered, id, pictures])

  // By itself: what becomes of the others is no reason to draw this one again.
  const preparation = useComputed(() => pictures.preparationOf(id)).value
  return (
    <li ref={item} class="grid-cell">
      <button
        type="button"
        class="grid-item"
        aria-label={strings.history.open(prompt)}
        onClick={() => onOpen(job)}
      >
        {isRendered && preparation.state === 'ready' ? (
          <Preview
            svg={preparation.prepared.svg}
            width={preparation.prepared.width}
            height={preparation.prepared.height}
            alt=""
            job={id}
            picture={() => canvas.pictureOf(job, preparation)}
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
          label={strings.history.details(prompt)}
          onClick={() => history.open(job)}
        />
        <IconButton
          icon="remove"
          label={strings.history.remove(prompt)}
          onClick={() => void history.remove(job)}
        />
        {job.isSample && <SampleBadge />}
        {!job.inserted && (
          <span
            class="fresh"
            role="img"
            aria-label={strings.history.notInserted}
            title={strings.history.notInserted}
          />
        )}
      </div>
    </li>
  )
}
