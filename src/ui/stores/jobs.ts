import { signal } from '@preact/signals'
import { createEmitter } from '../../async/emitter'
import { withoutColors } from '../../colors/prompt'
import type { Job } from '../../jobs/job'
import { createJobManager } from '../../jobs/job-manager'
import type { JobManagerOptions } from '../../jobs/job-manager-options'
import type { Unreadable } from '../../jobs/journal'
import type { OwnFile } from '../../jobs/own-pictures'
import type { SubmitMode } from '../../jobs/states'
import type { PictureRequest } from '../../segmind/request'
import { deflate, inflate } from '../platform/compression'
import { newJobId } from '../platform/job-storage'
import { saveSvgFile } from '../platform/save-file'
import { until } from './until'

export type JobsStore = ReturnType<typeof createJobsStore>

/** All jobs, from this and earlier sessions, as signals, and their actions. */
export function createJobsStore(
  options: Pick<JobManagerOptions, 'storage' | 'clock' | 'client' | 'sampleFor' | 'preferences' | 'space'>,
) {
  const all = signal<readonly Job[]>([])
  const journal = signal<'closed' | 'open' | 'unreadable'>('closed')
  const used = signal(0)
  const unreadable = signal<Unreadable>({ jobs: 0, pictures: 0, bytes: 0 })
  let isDue = false
  /** Jobs that have settled but were not announced yet. */
  const settled = new Set<string>()
  const settledEvent = createEmitter<readonly Job[]>()

  const manager = createJobManager({
    ...options,
    canceller: () => new AbortController(),
    newId: newJobId,
    deflate,
    inflate,
    onChange() {
      // Batches changes that happen together.
      if (isDue) return
      isDue = true
      queueMicrotask(publish)
    },
    onSettled(id) {
      settled.add(id)
    },
  })

  function publish(): void {
    isDue = false
    all.value = manager.jobs()
    used.value = manager.used()
    unreadable.value = manager.unreadable()
    const resting = all.value.filter(({ id, activity }) => activity === null && settled.has(id))
    settled.clear()
    if (resting.length > 0) settledEvent.emit(resting)
  }

  /**
   * Handles that the user stops waiting for a job. What Segmind has accepted will be finished and charged, so it continues in the
   * background. Anything else is canceled, and deleted if it was certainly not charged.
   */
  async function stopWaiting({ id, requestId, error, hasPicture }: Job): Promise<void> {
    if (requestId !== null && error === null && !hasPicture) {
      await manager.sendToBackground(id)
      return
    }
    manager.cancel(id)
    await until(() => !all.value.some((job) => job.id === id && job.activity !== null))
    const job = all.value.find((one) => one.id === id)
    const isFree = job?.error?.kind === 'cancelled' && job.error.charged === 'no'
    if (isFree) await manager.remove(id)
  }

  const { cancel, resume, resumeAll, delivered, store, noteInserted, star, setRemoved, remove } = manager
  return {
    /** All jobs, newest first. */
    all,
    /** Whether the stored jobs have been read. */
    journal,
    /** Stored bytes of all jobs. */
    used,
    /** Stored data of jobs that this version cannot read. */
    unreadable,
    removeUnreadable: manager.removeUnreadable,
    /**
     * Calls the listener with the jobs that just settled in this window, with or without a picture, each time they do. `all` is up to date
     * by then. Returns a function that removes the listener.
     */
    onSettled: settledEvent.listen,
    /** Reads the journal and resumes open jobs. */
    async open(): Promise<void> {
      journal.value = 'closed'
      journal.value = (await manager.open()) ? 'open' : 'unreadable'
      publish()
    },
    /** Starts `count` identical jobs, which are in `all` immediately. Resolves when all of them have settled. Each request costs money. */
    async start(request: PictureRequest, count = 1, via?: SubmitMode): Promise<void> {
      const started = Array.from({ length: count }, () => manager.start(request, via))
      publish()
      await Promise.all(started)
    },
    /** Adds the user's SVG files, which are in `all` immediately. `done` resolves when all of them are stored or removed. */
    addFiles(files: readonly OwnFile[]): ReturnType<typeof manager.addFiles> {
      const added = manager.addFiles(files)
      publish()
      return added
    },
    /** Stores the picture of a job whose file the user added. Polling for the job stops. */
    async deliver({ id }: Job, svg: string): Promise<void> {
      manager.cancel(id)
      await until(() => !all.value.some((job) => job.id === id && job.activity !== null))
      await manager.deliver(id, svg)
    },
    /** Returns how long this picture will probably take in total, in ms. */
    expectedTime: ({ request }: Job): number => manager.expected(request),
    /** Saves the original of a picture as a file. */
    async save({ id, request }: Job): Promise<void> {
      const svg = await manager.svg(id)
      if (svg !== null) saveSvgFile(withoutColors(request.prompt), svg)
    },
    steps: manager.steps,
    stopWaiting,
    cancel,
    resume,
    resumeAll,
    delivered,
    store,
    noteInserted,
    star,
    setRemoved,
    remove,
  }
}
