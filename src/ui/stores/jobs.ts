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

/** Every job, of this visit or an earlier one, as signals, and what can be done with it. */
export function createJobsStore(
  options: Pick<JobManagerOptions, 'storage' | 'clock' | 'client' | 'sampleFor' | 'preferences' | 'space'>,
) {
  const all = signal<readonly Job[]>([])
  const journal = signal<'closed' | 'open' | 'unreadable'>('closed')
  const used = signal(0)
  const unreadable = signal<Unreadable>({ jobs: 0, pictures: 0, bytes: 0 })
  let isDue = false
  /** Jobs that came to rest and were not announced yet. */
  const settled = new Set<string>()
  const settledEvent = createEmitter<readonly Job[]>()

  const manager = createJobManager({
    ...options,
    canceller: () => new AbortController(),
    newId: newJobId,
    deflate,
    inflate,
    onChange() {
      // Many changes come together: the panel sees them once.
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
   * The user does not want to wait for a job any more. What Segmind has accepted it finishes and charges, so that goes on in the
   * background; anything else is stopped, and forgotten where nothing can have been charged.
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
    /** What is stored of all jobs, in bytes. */
    used,
    /** What is stored of jobs that this version cannot read. */
    unreadable,
    removeUnreadable: manager.removeUnreadable,
    /**
     * Calls the listener with the jobs that just came to rest in this window, with a picture or without, once each time they
     * do; `all` has them as they are now. Returns the function that ends it.
     */
    onSettled: settledEvent.listen,
    /** Reads the journal and takes up what an earlier visit left open. */
    async open(): Promise<void> {
      journal.value = 'closed'
      journal.value = (await manager.open()) ? 'open' : 'unreadable'
      publish()
    },
    /** Starts a job, or `count` alike; `all` has them at once. Resolves when all of them rest. Each request costs money. */
    async start(request: PictureRequest, count = 1, via?: SubmitMode): Promise<void> {
      const started = Array.from({ length: count }, () => manager.start(request, via))
      publish()
      await Promise.all(started)
    },
    /** Takes SVG files of the user; `all` has them at once. `done` resolves when all of them are stored, or gone. */
    addFiles(files: readonly OwnFile[]): ReturnType<typeof manager.addFiles> {
      const added = manager.addFiles(files)
      publish()
      return added
    },
    /** Keeps the picture of a job whose file the user has added. What is still being asked about it is stopped. */
    async deliver({ id }: Job, svg: string): Promise<void> {
      manager.cancel(id)
      await until(() => !all.value.some((job) => job.id === id && job.activity !== null))
      await manager.deliver(id, svg)
    },
    /** How long this picture is likely to take in all, in ms. */
    expectedTime: ({ request }: Job): number => manager.expected(request),
    /** Offers a picture, as it was delivered, as a file. */
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
