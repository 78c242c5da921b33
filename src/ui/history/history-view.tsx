import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'
import { SpaceMeter } from '../parts/space-meter'
import { HistoryDetails } from './history-details'
import { HistoryFilters } from './history-filters'
import { HistoryItem } from './history-item'
import { OtherVersion } from './other-version'
import { UndoBar } from './undo-bar'

/** The kept pictures, newest first, and the room that they take; or one of them in detail. */
export function HistoryView({ panel }: { readonly panel: Panel }) {
  const opened = panel.history.opened.value
  return (
    <>
      {opened ? <HistoryDetails key={opened.id} job={opened} panel={panel} /> : <Overview panel={panel} />}
      <UndoBar history={panel.history} />
    </>
  )
}

/** What the largest panel shows at once: six rows of five. */
const IN_SIGHT = 30

function Overview({ panel }: { readonly panel: Panel }) {
  const { pictures, jobs, history, canvas, announce } = panel
  const all = pictures.all.value
  const found = history.found.value
  const isWhole = history.isWhole.value
  const state = jobs.journal.value
  const hasUnreadable = jobs.unreadable.value.jobs > 0
  const tally = strings.history.found(found.length, all.length)
  const last = useRef(tally)
  useEffect(() => {
    // Only what was looked for is told; a picture that is deleted or arrives says so itself.
    if (last.current !== tally && found.length < all.length) announce(tally)
    last.current = tally
  }, [tally, found.length, all.length, announce])
  // The first time, when this code is cold, what is in sight does not wait for what is not. Later all is there at once: a focus may go back to any.
  useEffect(() => {
    if (isWhole) return
    const frame = requestAnimationFrame(() => {
      history.isWhole.value = true
    })
    return () => cancelAnimationFrame(frame)
  }, [isWhole, history])
  const open = (job: Job) => {
    pictures.show(job)
    panel.show('create')
  }
  return (
    <div class="body">
      <div class="field-head">
        <h2 id="history-heading" tabIndex={-1}>
          {strings.history.heading}
        </h2>
        {all.length > 0 && <span class="field-detail">{tally}</span>}
      </div>
      {state === 'unreadable' && (
        <NoticeView about="journal" notice={strings.journalNotice}>
          <Button secondary onClick={() => void jobs.open()}>
            {strings.actions.retry}
          </Button>
        </NoticeView>
      )}
      {state === 'closed' && <p class="secondary">{strings.generate.opening}</p>}
      {all.length > 0 && <HistoryFilters history={history} />}
      {state === 'open' && all.length === 0 && !hasUnreadable && (
        <div class="blank">
          <p class="blank-title">{strings.history.empty}</p>
          <p class="secondary">{strings.history.emptyHelp}</p>
          <Button secondary onClick={() => panel.show('create')}>
            {strings.history.draw}
          </Button>
        </div>
      )}
      {all.length > 0 && found.length === 0 && (
        <div class="blank">
          <p class="blank-title">{strings.history.noMatch}</p>
          <Button
            secondary
            onClick={() => {
              history.showAll()
              document.getElementById('history-search')?.focus()
            }}
          >
            {strings.history.showAll}
          </Button>
        </div>
      )}
      {found.length > 0 && (
        <ul class="grid">
          {(isWhole ? found : found.slice(0, IN_SIGHT)).map((job) => (
            <HistoryItem
              key={job.id}
              job={job}
              pictures={pictures}
              history={history}
              canvas={canvas}
              onOpen={open}
            />
          ))}
        </ul>
      )}
      {hasUnreadable && <OtherVersion unreadable={jobs.unreadable.value} history={history} />}
      {(all.length > 0 || hasUnreadable) && <SpaceMeter used={jobs.used.value} />}
    </div>
  )
}
