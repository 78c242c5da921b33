import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { JournalNotice } from '../parts/journal-notice'
import { SpaceMeter } from '../parts/space-meter'
import type { HistoryStore } from '../stores/history'
import type { JobsStore } from '../stores/jobs'
import type { PicturesStore } from '../stores/pictures'
import { HistoryFilters } from './history-filters'
import { OtherVersion } from './other-version'

interface OverviewProps {
  readonly jobs: Pick<JobsStore, 'journal' | 'open' | 'unreadable' | 'used'>
  readonly pictures: Pick<PicturesStore, 'all'>
  readonly history: HistoryStore
  readonly announce: (text: string) => void
  /** Opens the form for a first picture. */
  readonly onCreate: () => void
  /** The pictures that were found. */
  readonly children: ComponentChildren
}

/** The kept pictures, what is looked for among them, and the space that they take. */
export function Overview({ jobs, pictures, history, announce, onCreate, children }: OverviewProps) {
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
  return (
    <div class="body">
      <div class="field-head">
        <h2 id="history-heading" tabIndex={-1}>
          {strings.history.heading}
        </h2>
        {all.length > 0 && <span class="field-detail">{tally}</span>}
      </div>
      <JournalNotice jobs={jobs} />
      {state === 'closed' && <p class="secondary">{strings.generate.opening}</p>}
      {all.length > 0 && <HistoryFilters history={history} />}
      {state === 'open' && all.length === 0 && !hasUnreadable && (
        <div class="blank">
          <p class="blank-title">{strings.history.empty}</p>
          <p class="secondary">{strings.history.emptyHelp}</p>
          <Button secondary onClick={onCreate}>
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
      {found.length > 0 && children}
      {hasUnreadable && <OtherVersion unreadable={jobs.unreadable.value} history={history} />}
      {(all.length > 0 || hasUnreadable) && <SpaceMeter used={jobs.used.value} />}
    </div>
  )
}
