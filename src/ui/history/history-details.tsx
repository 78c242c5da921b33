import type { Job } from '../../jobs/job'
import * as words from '../../words'
import { PictureNotices } from '../create/picture-notices'
import type { Panel } from '../panel'
import { SampleBadge } from '../parts/badge'
import { Button } from '../parts/button'
import { IconButton } from '../parts/icon-button'
import { Page } from '../parts/page'
import { Preview } from '../parts/preview'
import { StarButton } from '../parts/star-button'
import { copyText } from '../platform/copy-text'

/** One kept picture: how it came to be, and what can be done with it. */
export function HistoryDetails({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { pictures, history, canvas, studio, announce } = panel
  const { request, requestId, id } = job
  const sheet = pictures.sheetOf(id)
  const insertion = canvas.insertionOf(id)

  const back = () => {
    history.open(null)
    requestAnimationFrame(() => document.getElementById(`details-${id}`)?.focus())
  }
  const reuse = () => {
    studio.reuse(request)
    announce(words.details.reused)
    panel.show('create')
  }
  const edit = () => {
    history.open(null)
    panel.show('create')
  }
  return (
    <Page
      heading={words.details.heading}
      back={words.details.back}
      onBack={back}
      aside={
        <>
          {job.isSample && <SampleBadge />}
          <StarButton class="push" job={job} history={history} />
          <IconButton
            icon="remove"
            label={words.history.remove(request.prompt)}
            onClick={() => void history.remove(job)}
          />
        </>
      }
    >
      <div class="details-picture">
        {sheet.state === 'ready' ? (
          <Preview
            svg={sheet.prepared.svg}
            width={sheet.prepared.width}
            height={sheet.prepared.height}
            alt={request.prompt}
            job={id}
            picture={() => canvas.pictureOf(job, sheet, null)}
          />
        ) : (
          <span class="preview" />
        )}
      </div>
      <PictureNotices job={job} panel={panel} />
      {insertion.state === 'done' && <p class="secondary">{words.result.inserted(insertion.layers)}</p>}
      <div class="row">
        <Button
          disabled={sheet.state !== 'ready'}
          loading={insertion.state === 'running'}
          onClick={() => void canvas.insert(job)}
        >
          {job.inserted ? words.details.insertAgain : words.details.insert}
        </Button>
        <Button secondary onClick={reuse}>
          {words.details.reuse}
        </Button>
        <Button secondary onClick={edit}>
          {words.details.edit}
        </Button>
      </div>
      <Recipe job={job} />
      {requestId !== null && (
        <div class="row">
          <Button
            secondary
            onClick={() => announce(copyText(requestId) ? words.details.copied : words.details.notCopied)}
          >
            {words.details.copyId}
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
    ? words.details.noCost
    : cost === null
      ? words.details.unknownCost
      : words.dollars(cost)
  const facts = [
    [words.details.prompt, request.prompt],
    [words.details.style, words.styleName(request.style)],
    [words.details.size, words.sizeName(request.size)],
    [words.details.cost, price],
    [words.details.at, words.madeAt(startedAt)],
    [words.details.requestId, requestId],
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
