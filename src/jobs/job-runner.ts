import { failure, type SegmindError } from '../segmind/errors'
import type { CancelSignal } from '../segmind/http'
import type { PictureRequest, StoredRequest } from '../segmind/request'
import type { Activity } from './job'
import type { JobManagerOptions } from './job-manager-options'
import type { createJobPictures } from './job-pictures'
import type { JobRuntime } from './job-runtime'
import type { Journal } from './journal'
import { createMoments } from './moments'
import { createRateLimiter } from './rate-limiter'
import type { JobRecord } from './record'
import { pollToCompletion, type RunContext, type RunOutcome, send } from './run'
import { createSemaphore } from './semaphore'
import { canTransition, isEnded, type Source, type SubmitMode } from './states'
import { takeSample } from './take-sample'
import { unansweredError, watchUnanswered } from './unanswered'

/** Activities between the request and its result. */
const UNFINISHED: ReadonlySet<Activity> = new Set(['sending', 'stopping', 'queued', 'drawing'])

/** An own picture that was not stored within this time will never be, in ms. */
const MAX_STORE_TIME = 10 * 60_000

interface JobRunnerOptions
  extends Pick<
    JobManagerOptions,
    'clock' | 'client' | 'sampleFor' | 'canceller' | 'preferences' | 'onChange' | 'onSettled'
  > {
  readonly journal: Journal
  /** The jobs of this window, by id. */
  readonly runtimes: Map<string, JobRuntime>
  readonly pictures: ReturnType<typeof createJobPictures>
  readonly pollingFor: (request: StoredRequest) => RunContext['polling']
}

/** Runs jobs from their current state to their picture, as many at once as the user allows. */
export function createJobRunner(options: JobRunnerOptions) {
  const { journal, runtimes, pictures, pollingFor } = options
  const { clock, client, sampleFor, canceller, preferences, onChange, onSettled } = options
  const runningJobs = () =>
    [...runtimes.values()].filter(({ activity }) => activity !== null && UNFINISHED.has(activity)).length
  const rateLimiter = createRateLimiter(clock)
  const semaphore = createSemaphore(() => preferences().atOnce)
  const sentAt = createMoments(clock)

  /** Returns the state of a job in this window; creates it if there is none. */
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

  /** Resumes a job that an earlier visit or another window left open. Sends no POST. */
  async function resume({ id, state, entries, pictureBytes }: JobRecord): Promise<void> {
    const runtime = runtimeOf(id, entries.sent.request, entries.sent.at, entries.sent.via)
    // The picture is in memory: it only needs space.
    if (runtime.svg !== null) return
    const isSample = entries.sent.via === 'sample'
    if (pictureBytes !== null) {
      // The plugin was closed between the two writes: only the entry is missing.
      if (!entries.kept && canTransition(state, 'kept'))
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
      await resume(latest)
    }
  }

  return {
    runtimeOf,
    /** Starts a job with one POST, or with a bundled sample. Resolves when its run has ended. */
    start(id: string, runtime: JobRuntime, request: PictureRequest, via: SubmitMode): Promise<void> {
      if (via === 'sample') return runSample(id, runtime)
      return run(id, runtime, 'sending', (context) => send(context, request, via))
    },
    resume,
  }
}
