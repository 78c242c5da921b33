import type { Job } from '../../jobs/job'
import type { CanvasStore } from '../stores/canvas'
import type { HistoryStore } from '../stores/history'
import type { PicturesStore } from '../stores/pictures'
import { HistoryItem } from './history-item'

interface HistoryGridProps {
  readonly history: HistoryStore
  readonly pictures: PicturesStore
  readonly canvas: CanvasStore
  /** Opens the picture in the form. */
  readonly onOpen: (job: Job) => void
}

/** What the largest panel shows at once: six rows of five. */
const IN_SIGHT = 30

/** The pictures that were found, newest first. */
export function HistoryGrid({ history, pictures, canvas, onOpen }: HistoryGridProps) {
  const found = history.found.value
  return (
    <ul class="grid">
      {(history.isWhole.value ? found : found.slice(0, IN_SIGHT)).map((job) => (
        <HistoryItem
          key={job.id}
          job={job}
          pictures={pictures}
          history={history}
          canvas={canvas}
          onOpen={onOpen}
        />
      ))}
    </ul>
  )
}
