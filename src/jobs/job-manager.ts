import { failure, type SegmindError } from '../segmind/errors'
import type { CancelSignal } from '../segmind/http'
import type { PictureRequest, StoredRequest } from '../segmind/request'
import type { Activity, Job } from './job'
import type { JobManagerOptions } from './job-manager-options'
import { createJobPictures } from './job-pictures'
import { type JobRuntime, viewOf } from './job-runtime'
import { createJournal } from './journal'
import { createMoments } from './moments'
import { createOwnPictures, type OwnFile } from './own-pictures'
import { createPollingByModel } from './polling-by-model'
import { createRateLimiter } from './rate-limiter'
import type { JobRecord } from './record'
import { pollToCompletion, type RunContext, type RunOutcome, send } from './run'
import { createSemaphore } from './semaphore'
import { isEnded, mayMove, type Source } from './states'
import { lastSteps, type Step } from './steps'
import { takeSample } from './take-sample'
import { unansweredError, watchUnanswered } from './unanswered'

/** Activities between the request and its result. */
const UNFINISHED: ReadonlySet<Activity> = new Set(['sending', 'stopping', 'queued', 'drawing'])

/** An own picture that was not stored within this time will never be, in ms. */
const MAX_STORE_TIME = 10 * 60_000

export type JobManager = ReturnType<typeof createJobManager>

/** Manages all jobs of this window: starts them, resumes them, and stores their pictures. */
export function createJobManager(options: JobManagerOptions) {
  const { storage, clock, client, sampleFor, canceller, newId, deflate, inflate } = options
  const { preferences, onChange, onSettled } = options
  const journal = createJournal(storage, options.space, onChange)
  const runtimes = new Map<string, JobRuntime>()
  const runningJobs = () =>
    [...runtimes.values()].filter(({ activity }) => activity !== null && UNFINISHED.has(activity)).length
  const rateLimiter = createRateLimiter(clock)
  const semaphore = createSemaphore(() => preferences().atOnce)
  const pollingFor = createPollingByModel(journal.records)
  const askedAt = createMoments(clock)
  const sentAt = createMoments(clock)
  const pictures = createJobPictures({ journal, clock, runtimes, deflate, inflate, onChange })
  const own = createOwnPictures({
    ...{ journal, clock, runtimes, pictures, canceller, newId, askedAt, onChange, onSettled },
  })

  const runtimeOf = (id: string, request: StoredRequest, startedAt: number, via: Source): JobRuntime => {
    const fresh = {
      canceller: null,
      activity: null,
      retryAt: null,
      error: null,
      svg: null,
      unstored: null,
    }
    const runtime = runtimes.get(id) ?? { request, startedAt, via, ...fresh }
    runtimes.set(id, runtime)
    return runtime
  }

  /** Runs one job from its current state, as soon as the number of concurrent jobs allows it. */
  async function run(
    id: string,
    runtime: JobRuntime,
    first: Activity,
    way: (context: RunContext) => Promise<RunOutcome>,
  ): Promise<void> {
    if (runtime.canceller) return
    const mine = canceller()
    const activity = semaphore.isFull() ? 'in-line' : first
    Object.assign(runtime, { canceller: mine, activity, error: null, retryAt: null })
    onChange()
    const hasPlace = await semaphore.acquire(mine.signal)
    let holdsPlace = hasPlace
    /** Lets the next job start; this late one continues. */
    const giveUpPlace = () => {
      if (holdsPlace) semaphore.release()
      holdsPlace = false
    }
    try {
      const outcome: RunOutcome = !hasPlace
        ? { type: 'unsent' }
        : runtime.via === 'sample' || client()
          ? await way(contextOf(id, runtime, mine.signal, giveUpPlace))
          : { type: 'resting', error: withoutKey(id) }
      await settle(id, runtime, outcome, mine.signal)
    } finally {
      giveUpPlace()
      Object.assign(runtime, { canceller: null, activity: null, retryAt: null })
      onChange()
      onSettled(id)
    }
  }

  const contextOf = (
    id: string,
    runtime: JobRuntime,
    signal: CancelSignal,
    onLate: () => void,
  ): RunContext => ({
    id,
    journal,
    client,
    clock,
    sentAt,
    rateLimiter,
    signal,
    neverAborts: canceller().signal,
    polling: pollingFor(runtime.request),
    runningJobs,
    onActivity(activity, retryAt = 0) {
      if (runtime.activity === 'stopping') return
      Object.assign(runtime, {
        activity,
        retryAt: activity === 'waiting' || activity === 'limited' ? retryAt : null,
      })
      onChange()
    },
    onLate,
    onTrouble(error) {
      if (error) onLate()
      runtime.error = error
      onChange()
    },
  })

  async function settle(
    id: string,
    runtime: JobRuntime,
    outcome: RunOutcome,
    signal: CancelSignal,
  ): Promise<void> {
    if (outcome.type === 'done') return pictures.keep(id, runtime, outcome.value)
    if (outcome.type === 'resting') runtime.error = outcome.error
    if (outcome.type !== 'unsent') return
    const record = journal.records.get(id)
    const requestId = record?.entries.accepted?.requestId ?? null
    if (signal.aborted && record) runtime.error = failure('cancelled', 'unknown', true, { requestId }).error
    else if (signal.aborted) runtimes.delete(id)
    else runtime.error = { ...failure('unavailable', 'no', true).error, kind: 'not-recorded' }
  }

  /** Without a key, a new job was not sent; an accepted one waits for a key. */
  function withoutKey(id: string): SegmindError {
    const requestId = journal.records.get(id)?.entries.accepted?.requestId ?? null
    return failure('invalid-key', requestId === null ? 'no' : 'unknown', true, { requestId }).error
  }

  const runSample = (id: string, runtime: JobRuntime) =>
    run(id, runtime, 'sending', (context) => takeSample(context, runtime.request, sampleFor))

  /** Resumes a job that an earlier visit or another window left open. */
  async function resumeJob({ id, state, entries, pictureBytes }: JobRecord): Promise<void> {
    const runtime = runtimeOf(id, entries.sent.request, entries.sent.at, entries.sent.via)
    // The picture is in memory: it only needs space.
    if (runtime.svg !== null) return
    const isSample = entries.sent.via === 'sample'
    if (pictureBytes !== null) {
      // The plugin was closed between the two writes: only the entry is missing.
      if (!entries.kept && mayMove(state, 'kept'))
        await journal.note(id, 'kept', { at: clock.now(), bytes: pictureBytes })
    } else if (entries.sent.via === 'file') {
      if (runtime.canceller) return
      runtimes.delete(id)
      // The plugin was closed before it was stored, unless another window is storing it right now. The user has the file.
      if (clock.now() - entries.sent.at > MAX_STORE_TIME) await journal.remove(id)
    } else if (isSample) {
      if (!isEnded(state)) await runSample(id, runtime)
    } else if (state === 'accepted' || state === 'fetched') {
      await run(id, runtime, state === 'accepted' ? 'queued' : 'fetching', pollToCompletion)
    } else if (state === 'sending' || state === 'waiting') {
      // Another window may still be sending it, so it is ended only when that is impossible.
      const request = { id, sent: entries.sent, refused: entries.refused }
      runtime.error = { ...unansweredError(request), kind: 'interrupted' }
      onChange()
      const { signal } = canceller()
      const isKnown = () => runtimes.has(id)
      const latest = await watchUnanswered({ journal, clock, signal, isKnown }, request)
      if (!latest) return
      runtime.error = null
      await resumeJob(latest)
    }
  }

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
        else void resumeJob(record)
      }
      return true
    },

    /** Starts a job with one POST. Resolves when its run has ended. */
    async start(request: PictureRequest, via = preferences().via): Promise<void> {
      const id = newId()
      const runtime = runtimeOf(id, request, askedAt(), via)
      if (via === 'sample') await runSample(id, runtime)
      else await run(id, runtime, 'sending', (context) => send(context, request, via))
    },

    /**
     * Stores a file that the user added as the picture of a job, with the job's prompt and cost. Sends nothing. Does nothing for a job that
     * is running, has a picture, or was certainly not charged.
     */
    async deliver(id: string, svg: string): Promise<void> {
      const record = journal.records.get(id)
      if (!record || record.pictureBytes !== null || !mayMove(record.state, 'kept')) return
      const { sent, fetched } = record.entries
      const runtime = runtimeOf(id, sent.request, sent.at, sent.via)
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
      // The answer to a sent request is awaited for up to a minute, because it has the id of the paid job.
      if (runtime.activity === 'sending') runtime.activity = 'stopping'
      runtime.canceller.abort()
      onChange()
    },

    /** Resumes an open job. Sends no POST. */
    async resume(id: string): Promise<void> {
      const record = journal.records.get(id)
      if (record) await resumeJob(record)
    },

    /** Resumes every accepted job that is not running, for example after the key was changed. */
    resumeAll(): void {
      for (const record of journal.records.values()) {
        if (record.state === 'accepted' || record.state === 'fetched') void resumeJob(record)
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
