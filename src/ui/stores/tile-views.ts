import { effect, signal } from '@preact/signals'
import type { Job } from '../../jobs/job'
import { batchesOf } from './batches'
import type { JobsStore } from './jobs'
import { createTileSelection } from './tile-selection'

/** Jobs that start within this time, in ms, were requested by the same click: a second click within a second is ignored. */
const ONE_CLICK = 500

/** The selections of Create and History, the opened image, and the jobs that Create hides. */
export function createTileViews(jobs: Pick<JobsStore, 'all' | 'onSettled'>) {
  const selections = { create: createTileSelection(), history: createTileSelection() }
  /** The image in the picture view, and where it was opened. */
  const opened = signal<{ readonly id: string; readonly from: 'create' | 'history' } | null>(null)
  /** Jobs that are hidden in Create. They continue. */
  const hidden = signal<ReadonlySet<string>>(new Set())
  /** Whether the user has typed since the last selection change, which makes Generate the primary button. */
  const isTyping = signal(false)

  effect(() => {
    const existing = new Set(jobs.all.value.map(({ id }) => id))
    for (const selection of Object.values(selections)) selection.keep(existing)
  })
  effect(() => {
    void selections.create.ids.value
    isTyping.value = false
  })
  jobs.onSettled((settled) => {
    // A hidden job that failed needs the user, so it is shown again.
    const back = settled.filter(({ id, hasPicture, error }) => hidden.peek().has(id) && !hasPicture && error)
    if (back.length > 0) {
      const left = new Set(hidden.peek())
      for (const { id } of back) left.delete(id)
      hidden.value = left
    }
    // An image that was requested alone is selected when it arrives, unless another one is selected.
    const arrived = settled.find((job) => job.hasPicture && !hidden.peek().has(job.id))
    if (!arrived || selections.create.ids.peek().length > 0) return
    const isOfSameClick = ({ startedAt }: Job) => Math.abs(startedAt - arrived.startedAt) < ONE_CLICK
    if (!othersOf(arrived.id).some(isOfSameClick)) selections.create.select(arrived.id)
  })

  /** Returns the other jobs of its batch. */
  function othersOf(id: string): readonly Job[] {
    const batch = batchesOf(jobs.all.peek()).find((one) => one.jobs.some((job) => job.id === id))
    return batch?.jobs.filter((job) => job.id !== id) ?? []
  }

  return {
    /** Returns whether the user is still waiting for the job: not hidden, not in the background, and not one of several added files. */
    isAwaited: ({ id, isInBackground, isOwn }: Job): boolean =>
      !isInBackground && !hidden.peek().has(id) && !(isOwn && othersOf(id).length > 0),
    selections,
    opened,
    hidden,
    isTyping,
    /** Hides a job in Create. It continues. */
    hide(id: string): void {
      hidden.value = new Set(hidden.peek()).add(id)
    },
    /** Deselects images that were inserted, so that the next image is selected when it arrives. */
    deselectInserted(): void {
      const { create } = selections
      const isInserted = (id: string) => jobs.all.peek().some((job) => job.id === id && job.inserted)
      if (create.ids.peek().every(isInserted)) create.clear()
    },
  }
}
