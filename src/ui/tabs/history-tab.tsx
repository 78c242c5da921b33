import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { HistoryEmpty } from '../history/history-empty'
import { HistoryTools } from '../history/history-tools'
import { OtherVersion } from '../history/other-version'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { useGrowingLimit } from '../parts/growing-limit'
import { JournalNotice } from '../parts/journal-notice'
import { StorageMeter } from '../parts/storage-meter'
import { batchesOf } from '../stores/batches'
import { BottomBar } from './bottom-bar'
import { TileBatches } from './tile-batches'

/** Minimum width of a tile with its gap, height of a row of tiles, and height of a batch without its tiles, all in px at the usual text size. */
const TILE_WIDTH = 96
const ROW_HEIGHT = 112
const BATCH_HEIGHT = 36

/** Number of images that the largest panel can show. */
const MOST_IN_VIEW = 80

/** Number of images added at once. Each time the whole list is compared, so smaller steps take longer in all. */
const STEP = 40

/** Returns how many of these images are in view at first, at most. */
function inViewAtFirst(found: readonly Job[]): number {
  const columns = Math.max(1, Math.floor(innerWidth / TILE_WIDTH))
  let height = 0
  let count = 0
  for (const { jobs } of batchesOf(found.slice(0, MOST_IN_VIEW))) {
    if (height > innerHeight) break
    count += jobs.length
    height += BATCH_HEIGHT + Math.ceil(jobs.length / columns) * ROW_HEIGHT
  }
  return count
}

/** Shows all images, grouped by prompt, newest first. */
export function HistoryTab({ panel }: { readonly panel: Panel }) {
  const { jobs, pictures, history, announce } = panel
  const all = pictures.all.value
  const found = history.found.value
  const hasUnreadable = jobs.unreadable.value.jobs > 0
  const isOpen = jobs.journal.value === 'open'
  const tally = strings.history.found(found.length, all.length)
  const last = useRef(tally)
  useEffect(() => {
    // Announce only the number of search results. Deleted and new images are announced elsewhere.
    if (last.current !== tally && found.length < all.length) announce(tally)
    last.current = tally
  }, [tally, found.length, all.length, announce])
  const list = `${history.query.value} ${history.onlyStarred.value}`
  const limit = useGrowingLimit(list, found.length, inViewAtFirst(found), STEP)
  return (
    <>
      {all.length > 0 && <HistoryTools history={history} />}
      <div class="scroll lined">
        <JournalNotice jobs={jobs} />
        {jobs.journal.value === 'closed' && <p class="body quiet">{strings.generate.opening}</p>}
        {isOpen && all.length === 0 && !hasUnreadable && (
          <HistoryEmpty title={strings.history.empty} text={strings.history.emptyHelp}>
            <Button secondary onClick={() => panel.show('create')}>
              {strings.history.draw}
            </Button>
          </HistoryEmpty>
        )}
        {all.length > 0 && found.length === 0 && (
          <HistoryEmpty title={strings.history.noMatch}>
            <Button
              secondary
              onClick={() => {
                history.showAll()
                document.getElementById('history-search')?.focus()
              }}
            >
              {strings.history.showAll}
            </Button>
          </HistoryEmpty>
        )}
        <TileBatches
          panel={panel}
          view="history"
          batches={batchesOf(found.slice(0, limit))}
          facts={({ style, isOwn, jobs: [job] }) =>
            strings.history.batchFacts(
              isOwn ? strings.files.mark : strings.styleName(style),
              job?.startedAt ?? 0,
              panel.clock.now(),
            )
          }
          columns={() => null}
          ratio={() => 1}
        />
        {hasUnreadable && <OtherVersion unreadable={jobs.unreadable.value} history={history} />}
        <StorageMeter
          used={jobs.used.value}
          space={panel.settings.space.value}
          label={strings.storage.heading}
          onlyHigh
        />
      </div>
      <BottomBar panel={panel} view="history" isPrimary />
    </>
  )
}
