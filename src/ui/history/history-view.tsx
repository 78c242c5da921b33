import type { ComponentChildren } from 'preact'
import type { Job } from '../../jobs/job'
import type { HistoryStore } from '../stores/history'
import { UndoBar } from './undo-bar'

interface HistoryViewProps {
  readonly history: HistoryStore
  /** One picture in detail. */
  readonly details: (job: Job) => ComponentChildren
  /** All of them. */
  readonly children: ComponentChildren
}

/** The kept pictures, or one of them in detail; and the way back for the one that was just deleted. */
export function HistoryView({ history, details, children }: HistoryViewProps) {
  const opened = history.opened.value
  return (
    <>
      {opened ? details(opened) : children}
      <UndoBar history={history} />
    </>
  )
}
