import type { Job } from '../../jobs/job'
import { MODELS } from '../../segmind/models'
import { strings } from '../../strings'
import { SampleBadge } from '../parts/badge'
import { Button } from '../parts/button'
import { IconButton } from '../parts/icon-button'
import { Page } from '../parts/page'
import { PictureNotices } from '../parts/picture-notices'
import { Preview } from '../parts/preview'
import { StarButton } from '../parts/star-button'
import { copyText } from '../platform/copy-text'
import type { CanvasStore } from '../stores/canvas'
import type { HistoryStore } from '../stores/history'
import type { PicturesStore } from '../stores/pictures'

interface HistoryDetailsProps {
  readonly job: Job
  readonly pictures: Pick<PicturesStore, 'preparationOf' | 'look'>
  readonly history: Pick<HistoryStore, 'open' | 'remove' | 'star'>
  readonly canvas: Pick<CanvasStore, 'insert' | 'insertionOf' | 'pictureOf'>
  readonly announce: (text: string) => void
  /** Offers the picture, as it was delivered, as a file. */
  readonly onSave: (job: Job) => void
  /** Fills the form with what the picture was made from. */
  readonly onReuse: () => void
  /** Opens the picture in the form. */
  readonly onEdit: () => void
}

/** One kept picture: how it came to be, and what can be done with it. */
export function HistoryDetails(props: HistoryDetailsProps) {
  const { job, pictures, history, canvas, announce, onSave, onReuse, onEdit } = props
  const { request, requestId, id } = job
  const preparation = pictures.preparationOf(id)
  const insertion = canvas.insertionOf(id)

  const back = () => {
    history.open(null)
    requestAnimationFrame(() => document.getElementById(`details-${id}`)?.focus())
  }
  const edit = () => {
    history.open(null)
    onEdit()
  }
  return (
    <Page
      heading={strings.details.heading}
      back={strings.details.back}
      onBack={back}
      aside={
        <>
          {job.isSample && <SampleBadge />}
          <StarButton class="push" job={job} history={history} />
          <IconButton
            icon="remove"
            label={strings.history.remove(request.prompt)}
            onClick={() => void history.remove(job)}
          />
        </>
      }
    >
      <div class="details-picture">
        {preparation.state === 'ready' ? (
          <Preview
            svg={preparation.prepared.svg}
            width={preparation.prepared.width}
            height={preparation.prepared.height}
            alt={request.prompt}
            job={id}
            picture={() => canvas.pictureOf(job, preparation)}
          />
        ) : (
          <span class="preview" />
        )}
      </div>
      <PictureNotices job={job} pictures={pictures} canvas={canvas} onSave={onSave} />
      {insertion.state === 'done' && <p class="secondary">{strings.result.inserted(insertion.layers)}</p>}
      <div class="row">
        <Button
          disabled={preparation.state !== 'ready'}
          loading={insertion.state === 'running'}
          onClick={() => void canvas.insert(job)}
        >
          {job.inserted ? strings.details.insertAgain : strings.details.insert}
        </Button>
        <Button secondary onClick={onReuse}>
          {strings.details.reuse}
        </Button>
        <Button secondary onClick={edit}>
          {strings.details.edit}
        </Button>
      </div>
      <Recipe job={job} />
      {requestId !== null && (
        <div class="row">
          <Button
            secondary
            onClick={() => announce(copyText(requestId) ? strings.details.copied : strings.details.notCopied)}
          >
            {strings.details.copyId}
          </Button>
        </div>
      )}
    </Page>
  )
}

/** What it was made from, as a list of terms. */
function Recipe({ job }: { readonly job: Job }) {
  const { request, requestId, cost, startedAt, isSample } = job
  const price = isSample
    ? strings.details.noCost
    : cost === null
      ? strings.details.unknownCost
      : strings.dollars(cost)
  const facts = [
    [strings.details.prompt, request.prompt],
    [strings.details.model, MODELS.length > 1 ? strings.modelName(request) : null],
    [strings.details.style, strings.styleName(request.style)],
    [strings.details.size, strings.sizeName(request.size)],
    [strings.details.cost, price],
    [strings.details.at, strings.madeAt(startedAt)],
    [strings.details.requestId, requestId],
  ]
  return (
    <dl class="facts">
      {facts.map(
        ([term, fact]) =>
          fact && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
