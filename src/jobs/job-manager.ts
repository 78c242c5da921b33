import type { PictureRequest, StoredRequest } from '../segmind/request'
import type { Job } from './job'
import type { JobManagerOptions } from './job-manager-options'
import { createJobPictures } from './job-pictures'
import { createJobRunner } from './job-runner'
import { type JobRuntime, viewOf } from './job-runtime'
import { createJournal } from './journal'
import { createMoments } from './moments'
import { createOwnPictures, type OwnFile } from './own-pictures'
import { createPollingByModel } from './polling-by-model'
import { canTransition } from './states'
import { lastSteps, type Step } from './steps'

export type JobManager = ReturnType<typeof createJobManager>

/** Manages all jobs of this window: starts them, resumes them, and stores their pictures. */
export function createJobManager(options: JobManagerOptions) {
  const { storage, clock, canceller, newId, deflate, inflate, preferences, onChange, onSettled } = options
  const journal = createJournal(storage, options.space, onChange)
  const runtimes = new Map<string, JobRuntime>()
  const pollingFor = createPollingByModel(journal.records)
  const askedAt = createMoments(clock)
  const pictures = createJobPictures({ journal, clock, runtimes, deflate, inflate, onChange })
  const runner = createJobRunner({ ...options, journal, runtimes, pictures, pollingFor })
  const own = createOwnPictures({
    ...{ journal, clock, runtimes, pictures, canceller, newId, askedAt, onChange, onSettled },
  })

  return {
    /** All jobs, newest first. */
    jobs(): Job[] {
      const ids = new Set([...journal.records.keys(), ...runtimes.keys()])
      return [...ids]
        .flatMap((id) => viewOf(id, journal.records.get(id), runtimes.get(id)) ?? [])
        .sort((a, b) => b.startedAt - a.startedAt)
    },
    used: () => journal.used(),
    /** Stored jobs that this version cannot read. */
    unreadable: () => journal.unreadable(),
    /** Deletes these, at the user's request. False if not all could be deleted. */
    removeUnreadable: () => journal.removeUnreadable(),
    /** How long such a picture usually takes, in ms, judging by the recent ones of its model. */
    expected: (request: StoredRequest) => pollingFor(request).expected,

    /** Reads the journal and resumes every open job. Resolves once it is read; with false if it cannot be read. */
    async open(): Promise<boolean> {
      if (!(await journal.load())) return false
      for (const record of [...journal.records.values()]) {
        if (record.entries.removed?.on) void journal.remove(record.id)
        else void runner.resume(record)
      }
      return true
    },

    /** Starts a job with one POST. Resolves when its run has ended. */
    async start(request: PictureRequest, via = preferences().via): Promise<void> {
      const id = newId()
      await runner.start(id, runner.runtimeOf(id, request, askedAt(), via), request, via)
    },

    /**
     * Stores a file that the user added as the picture of a job, with the job's prompt and cost. Sends nothing. Does nothing for a job that
     * is running, has a picture, or was certainly not charged.
     */
    async deliver(id: string, svg: string): Promise<void> {
      const record = journal.records.get(id)
      if (!record || record.pictureBytes !== null || !canTransition(record.state, 'kept')) return
      const { sent, fetched } = record.entries
      const runtime = runner.runtimeOf(id, sent.request, sent.at, sent.via)
      if (runtime.canceller || runtime.svg !== null) return
      runtime.error = null
      const unknown = { url: null, waited: null, cost: null, inferenceTime: null, queueTime: null }
      await pictures.keep(id, runtime, { svg, fetched: fetched ?? { at: clock.now(), ...unknown } })
      runtime.activity = null
      onChange()
      onSettled(id)
    },

    /** Adds SVG files of the user: see `createOwnPictures`. */
    addFiles: (files: readonly OwnFile[]) => own.addFiles(files),

    /** Stops waiting. An accepted job is still drawn and charged, and can be resumed. */
    cancel(id: string): void {
      const runtime = runtimes.get(id)
      if (!runtime?.canceller) return
      // The answer of the queue is still awaited, for up to a minute, because it has the id of the paid job. A direct call ends at once:
      // there is no job to resume.
      if (runtime.activity === 'sending') runtime.activity = 'stopping'
      runtime.canceller.abort()
      onChange()
    },

    /** Resumes an open job. Sends no POST. */
    async resume(id: string): Promise<void> {
      const record = journal.records.get(id)
      if (record) await runner.resume(record)
    },

    /** Resumes every accepted job that is not running, for example after the key was changed. */
    resumeAll(): void {
      for (const record of journal.records.values()) {
        if (record.state === 'accepted' || record.state === 'fetched') void runner.resume(record)
      }
    },

    /** The last steps of all jobs, without prompts and addresses. */
    steps: (count: number): Step[] => lastSteps([...journal.records.values()], count),

    /** The picture as Segmind delivered it, or why it is not available. */
    delivered: pictures.delivered,
    /** Its SVG text; null if it is not available. */
    svg: async (id: string): Promise<string | null> => (await pictures.delivered(id)).svg,

    /** Tries again to store a picture that is in memory only. `consent`: the user agreed to lose others for it. */
    async store(id: string, consent: boolean): Promise<void> {
      const runtime = runtimes.get(id)
      const fetched = journal.records.get(id)?.entries.fetched
      if (!runtime?.svg || runtime.activity) return
      try {
        if (runtime.via === 'file') await own.keep(id, runtime, runtime.svg, consent)
        else if (fetched) await pictures.keep(id, runtime, { svg: runtime.svg, fetched }, consent)
      } finally {
        runtime.activity = null
        onChange()
      }
    },

    async noteInserted(id: string): Promise<void> {
      if (journal.records.get(id)?.entries.kept) await journal.note(id, 'inserted', { at: clock.now() })
    },

    async star(id: string, on: boolean): Promise<void> {
      if (journal.records.has(id)) await journal.note(id, 'starred', { on })
    },

    /** Stores that the user no longer waits for a job. It continues as before. */
    async sendToBackground(id: string): Promise<void> {
      if (journal.records.has(id)) await journal.note(id, 'background', { at: clock.now() })
    },

    /** Hides a deleted job, or restores it. `remove` or the next visit deletes it permanently. */
    async setRemoved(id: string, on: boolean): Promise<void> {
      const runtime = runtimes.get(id)
      if (journal.records.has(id)) await journal.note(id, 'removed', { on })
      else if (runtime) {
        runtime.isRemoved = on
        onChange()
      }
    },

    /** Deletes a job and its picture. False if the storage refused: then it stays. */
    async remove(id: string): Promise<boolean> {
      runtimes.get(id)?.canceller?.abort()
      if (journal.records.has(id) && !(await journal.remove(id))) return false
      runtimes.delete(id)
      onChange()
      return true
    },
  }
}
