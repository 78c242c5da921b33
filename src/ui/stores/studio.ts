import { computed, signal } from '@preact/signals'
import { type DrawOptions, draw, type Picture, resume, type Stage } from '../../jobs/draw'
import { steadyPolling } from '../../jobs/polling'
import { createSegmindClient, type Endpoints } from '../../segmind/client'
import type { Outcome, SegmindError } from '../../segmind/errors'
import type { Clock, Fetch } from '../../segmind/http'
import { dimensions, type PictureRequest, PROMPT_LIMIT } from '../../segmind/request'
import { VectorError, type VectorErrorCode } from '../../vector/errors'
import { prepare } from '../../vector/prepare'
import type { PicturesStore } from './pictures'
import type { SettingsStore } from './settings'

/** The one job that is under way or has failed. */
export type Job =
  | {
      readonly state: 'running'
      readonly request: PictureRequest
      readonly stage: Stage | 'tidying'
      readonly startedAt: number
    }
  | { readonly state: 'failed'; readonly request: PictureRequest; readonly error: SegmindError }
  | { readonly state: 'unusable'; readonly request: PictureRequest; readonly code: VectorErrorCode }

/** Why Generate cannot be pressed right now. */
export type Obstacle = 'no-prompt' | 'prompt-too-long' | 'running'

export interface StudioOptions {
  readonly settings: SettingsStore
  readonly pictures: PicturesStore
  readonly fetch: Fetch
  readonly clock: Clock
  readonly endpoints: Endpoints
}

export type StudioStore = ReturnType<typeof createStudioStore>

/** From the form to a picture on the list: what the user wrote, and the job it became. */
export function createStudioStore({ settings, pictures, fetch, clock, endpoints }: StudioOptions) {
  const prompt = signal('')
  const job = signal<Job | null>(null)
  const obstacle = computed<Obstacle | null>(() => {
    if (job.value?.state === 'running') return 'running'
    const length = prompt.value.trim().length
    return length === 0 ? 'no-prompt' : length > PROMPT_LIMIT ? 'prompt-too-long' : null
  })
  let controller = new AbortController()

  async function run(
    request: PictureRequest,
    way: (options: DrawOptions) => Promise<Outcome<Picture>>,
  ): Promise<void> {
    const apiKey = settings.apiKey.value
    if (apiKey === null || job.value?.state === 'running') return
    controller = new AbortController()
    const { signal } = controller
    const startedAt = clock.now()
    const onStage = (stage: Stage | 'tidying') => {
      job.value = { state: 'running', request, stage, startedAt }
    }
    const client = createSegmindClient({ fetch, clock, endpoints, apiKey })
    onStage('sending')
    const outcome = await way({ client, clock, polling: steadyPolling, signal, onStage })
    if (!outcome.ok) {
      job.value = { state: 'failed', request, error: outcome.error }
      return
    }
    onStage('tidying')
    // A frame's time to show the words before the work.
    await clock.sleep(0, signal)
    try {
      pictures.add(request, outcome.value, prepare(outcome.value.svg, { size: dimensions(request.size) }))
      job.value = null
    } catch (error) {
      job.value = { state: 'unusable', request, code: error instanceof VectorError ? error.code : 'not-svg' }
      // A slip of ours, not of the picture: it must come to light, too.
      if (!(error instanceof VectorError)) throw error
    }
  }

  return {
    prompt,
    job,
    obstacle,
    /** Sends what the form holds: one request, which costs money. Does nothing while something stands in the way. */
    async generate(): Promise<void> {
      if (obstacle.value) return
      const request = { prompt: prompt.value.trim(), style: settings.style.value, size: settings.size.value }
      await run(request, (options) => draw(request, options))
    },
    /** Stops waiting. What was accepted is drawn and charged all the same, and can be picked up. */
    cancel(): void {
      controller.abort()
    },
    /** After a failure: waits on for the accepted job, which costs nothing more, or sends the same request again. */
    async again(): Promise<void> {
      const last = job.value
      if (!last || last.state === 'running') return
      const requestId = last.state === 'failed' && isResumable(last.error) ? last.error.requestId : null
      const { request } = last
      await run(request, (options) =>
        requestId === null ? draw(request, options) : resume(requestId, options),
      )
    },
    dismiss(): void {
      if (job.value?.state !== 'running') job.value = null
    },
  }
}

/** True where the job was accepted and may still deliver. */
export function isResumable({ requestId, kind }: SegmindError): boolean {
  return requestId !== null && kind !== 'failed' && kind !== 'expired' && kind !== 'foreign-host'
}
