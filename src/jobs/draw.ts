import type { SegmindClient } from '../segmind/client'
import { failure, type Outcome, type SegmindError } from '../segmind/errors'
import type { CancelSignal, Clock } from '../segmind/http'
import type { PictureRequest } from '../segmind/request'
import type { PollingPolicy } from './polling'

/** The stations of a job on its way to the picture, in order. */
export type Stage = 'sending' | 'queued' | 'drawing' | 'fetching'

/** A paid picture as the server delivered it. */
export interface Picture {
  readonly svg: string
  readonly requestId: string
  /** US dollars, where the server said. */
  readonly cost: number | null
  /** Seconds from the click to the SVG text. */
  readonly seconds: number
}

export interface DrawOptions {
  readonly client: SegmindClient
  readonly clock: Clock
  readonly polling: PollingPolicy
  readonly signal: CancelSignal
  readonly onStage: (stage: Stage) => void
}

/** How many polls in a row may go wrong before the user is told; the job stays resumable. */
const PATIENCE = 5

/** Submits one request and sees it through to the SVG text. The submit is sent exactly once. */
export async function draw(request: PictureRequest, options: DrawOptions): Promise<Outcome<Picture>> {
  const { client, clock, signal } = options
  const started = clock.now()
  options.onStage('sending')
  const submitted = await client.submit(request, signal)
  if (!submitted.ok) return submitted
  return follow(submitted.value, started, options)
}

/** Picks up a job that was accepted before; sends no submit, so it can never pay twice. */
export function resume(requestId: string, options: DrawOptions): Promise<Outcome<Picture>> {
  return follow(requestId, options.clock.now(), options)
}

async function follow(requestId: string, started: number, options: DrawOptions): Promise<Outcome<Picture>> {
  const { client, clock, signal, onStage } = options
  onStage('queued')
  const waited = await waitForCompletion(requestId, options)
  if (waited) return { ok: false, error: waited }
  onStage('fetching')
  const result = await persist(options, () => client.result(requestId, signal))
  if (!result.ok) return result
  const { output, cost } = result.value
  const picture = await persist(options, () => client.picture(requestId, output, signal))
  if (!picture.ok) return picture
  const seconds = (clock.now() - started) / 1000
  return { ok: true, value: { svg: picture.value, requestId, cost, seconds } }
}

/** Polls until the job is completed (null) or something else ended the waiting. */
async function waitForCompletion(requestId: string, options: DrawOptions): Promise<SegmindError | null> {
  const { client, clock, polling, signal, onStage } = options
  const accepted = clock.now()
  for (let failures = 0; ; ) {
    const elapsed = clock.now() - accepted
    if (elapsed >= polling.deadline) return failure('timeout', 'unknown', true, { requestId }).error
    await clock.sleep(failures === 0 ? polling.delay(elapsed) : polling.retryDelay(failures), signal)
    if (signal.aborted) return failure('cancelled', 'unknown', true, { requestId }).error
    const status = await client.status(requestId, signal)
    if (status.ok) {
      failures = 0
      if (status.value === 'completed') return null
      onStage(status.value === 'queued' ? 'queued' : 'drawing')
    } else {
      failures += 1
      // A 429 on a poll only means to wait; the deadline ends that, not our patience.
      const patient = status.error.kind === 'rate-limited' || (isPassing(status.error) && failures < PATIENCE)
      if (!patient) return status.error
    }
  }
}

/** Repeats a GET that failed in passing. */
async function persist<T>(options: DrawOptions, attempt: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const { clock, polling, signal } = options
  for (let failures = 1; ; failures += 1) {
    const outcome = await attempt()
    if (outcome.ok || !isPassing(outcome.error) || failures >= PATIENCE) return outcome
    await clock.sleep(polling.retryDelay(failures), signal)
  }
}

function isPassing(error: SegmindError): boolean {
  switch (error.kind) {
    case 'rate-limited':
    case 'unavailable':
    case 'timeout':
    case 'offline':
    case 'unreadable':
      return true
    default:
      return false
  }
}
