import { effect, signal } from '@preact/signals'
import type { Job } from '../../jobs/job'
import { batchesOf } from './batches'
import type { JobsStore } from './jobs'
import { createTileSelection } from './tile-selection'

/** What is selected in the two views of images, which one is looked at closely, and what Create shows no more. */
export function createTileViews(jobs: Pick<JobsStore, 'all' | 'onSettled'>) {
  const selections = { create: createTileSelection(), history: createTileSelection() }
  /** The image that is looked at closely, and where it was opened. */
  const opened = signal<{ readonly id: string; readonly from: 'create' | 'history' } | null>(null)
  /** Jobs that Create shows no more; they go on. */
  const hidden = signal<ReadonlySet<string>>(new Set())
  /** The user has typed since an image was selected: the shortcut being typed toward is Generate's. */
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
    // What went wrong out of sight asks for something.
    const back = settled.filter(({ id, hasPicture, error }) => hidden.peek().has(id) && !hasPicture && error)
    if (back.length > 0) {
      const left = new Set(hidden.peek())
      for (const { id } of back) left.delete(id)
      hidden.value = left
    }
    // A single image is selected when it is there, unless something else is.
    const arrived = settled.find((job) => job.hasPicture && !hidden.peek().has(job.id))
    if (!arrived || selections.create.ids.peek().length > 0) return
    const batch = batchesOf(jobs.all.peek()).find((one) => one.jobs.some(({ id }) => id === arrived.id))
    if (batch?.jobs.length === 1) selections.create.select(arrived.id)
  })

  return {
    /** Whether the user has neither hidden a job nor sent it to the background. */
    isAwaited: ({ id, isInBackground }: Job): boolean => !isInBackground && !hidden.peek().has(id),
    selections,
    opened,
    hidden,
    isTyping,
    /** Takes a job out of sight; it goes on. */
    hide(id: string): void {
      hidden.value = new Set(hidden.peek()).add(id)
    },
    /** What is selected and was inserted already gives way: the next image to arrive takes its place. */
    letGoOfInserted(): void {
      const { create } = selections
      const isInserted = (id: string) => jobs.all.peek().some((job) => job.id === id && job.inserted)
      if (create.ids.peek().every(isInserted)) create.clear()
    },
  }
}
