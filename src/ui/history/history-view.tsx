import * as words from '../../words'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'
import { HistoryItem } from './history-item'

/** The kept pictures, newest first, and the room that they take. */
export function HistoryView({ panel }: { readonly panel: Panel }) {
  const { pictures, studio } = panel
  const all = pictures.all.value
  return (
    <div class="body">
      <div class="field-head">
        <h2 id="history-heading" tabIndex={-1}>
          {words.history.heading}
        </h2>
        <span class="field-detail">{words.history.used(studio.used.value)}</span>
      </div>
      {studio.journal.value === 'unreadable' && (
        <NoticeView notice={words.journalNotice}>
          <Button secondary onClick={() => void studio.open()}>
            {words.actions.retry}
          </Button>
        </NoticeView>
      )}
      {studio.journal.value === 'closed' && <p class="secondary">{words.generate.opening}</p>}
      {studio.journal.value === 'open' && all.length === 0 && <p class="secondary">{words.history.empty}</p>}
      <ul class="grid">
        {all.map((job) => (
          <HistoryItem key={job.id} job={job} panel={panel} />
        ))}
      </ul>
    </div>
  )
}
