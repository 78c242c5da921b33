import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Hex } from '../../colors/hex'
import { promptWithColors, withoutColors } from '../../colors/prompt'
import { isFinished, isRepeatable, isResumable, type Job } from '../../jobs/job'
import type { Clock } from '../../segmind/http'
import { MODELS } from '../../segmind/models'
import {
  hasSize,
  hasStyle,
  isSendable,
  modelField,
  modelOf,
  type PictureRequest,
  priceOf,
  type StoredRequest,
} from '../../segmind/request'
import type { Blocker, NotOffered } from '../../strings'
import type { JobsStore } from './jobs'
import type { SettingsStore } from './settings'
import type { SizeChoice } from './size-choice'

interface GenerationOptions {
  readonly settings: SettingsStore
  readonly jobs: Pick<JobsStore, 'all' | 'journal' | 'start' | 'resume' | 'remove'>
  /** US dollars; null while unknown. */
  readonly balance: ReadonlySignal<number | null>
  /** Whether samples are drawn instead of paid pictures. */
  readonly sampling: ReadonlySignal<boolean>
  /** The size of the next pictures. */
  readonly size: SizeChoice
  /** Colors that the prompt will mention. */
  readonly mentioned: ReadonlySignal<readonly Hex[]>
  /** Whether the browser is offline. */
  readonly isOffline: ReadonlySignal<boolean>
  readonly clock: Pick<Clock, 'now'>
  /** The next sample's prompt, for a sample without a prompt by the user. Empty if there is no sample. */
  readonly nextSample: () => Promise<string>
}

/** How a request differs from a normal one. */
export interface BlockerOptions {
  /** Number of images. Default: one. */
  readonly count?: number
  /** Length of the user's text, in characters. Default: the prompt's. */
  readonly length?: number
  /** Whether it is for a sample, which is free. Default: whether the form generates samples. */
  readonly isSample?: boolean
}

/** Whether the job has ended and was certainly not charged, so that another may replace it. */
const isFree = (job: Job): boolean => isFinished(job) && job.error?.charged === 'no'

/** An identical request within this time is ignored, in ms. */
const REPEAT_TIME = 1000

export type GenerationStore = ReturnType<typeof createGenerationStore>

/** The form, and requests from it. */
export function createGenerationStore(options: GenerationOptions) {
  const { settings, jobs, balance, sampling, mentioned, isOffline, clock } = options
  const { size } = options.size
  const prompt = signal('')
  /** The prompt that is sent: the user's text and the mentioned colors. */
  const text = computed(() =>
    promptWithColors(prompt.value.trim(), mentioned.value, settings.model.value.promptLimit),
  )
  const wish = (): StoredRequest => ({
    prompt: text.value,
    style: settings.style.value,
    size: size.value,
    ...modelField(settings.model.value),
  })

  /** What the form was last filled with but is not offered, and what is chosen instead. */
  const unknown = signal<(NotOffered & { readonly instead: string }) | null>(null)
  const choice = () => `${settings.model.value.id} ${settings.style.value} ${size.value}`
  /** The same, but null once the user has chosen something else. */
  const notOffered = computed((): NotOffered | null => {
    const { value } = unknown
    return value && (value.model !== null || value.style || value.size) && value.instead === choice()
      ? value
      : null
  })

  /** Returns why this cannot be requested now; null if it can. */
  function blockerOf(request: StoredRequest, asking: BlockerOptions = {}): Blocker | null {
    const { count = 1, length = request.prompt.length, isSample = sampling.value } = asking
    if (settings.status.value === 'loading') return 'opening'
    if (settings.apiKey.value === null && !isSample) return 'no-key'
    if (jobs.journal.value !== 'open') return jobs.journal.value === 'closed' ? 'opening' : 'no-journal'
    if (isOffline.value && !isSample) return 'offline'
    if (length === 0 && !isSample) return 'no-prompt'
    const model = modelOf(request)
    if (model?.isRetired) return 'retired'
    if (model && length > model.promptLimit) return 'prompt-too-long'
    if (!model || !isSendable(request)) return 'not-offered'
    const { value: dollars } = balance
    return dollars !== null && !isSample && dollars < model.price * count ? 'no-credits' : null
  }

  /** Returns why the form cannot be sent this many times now; null if it can. */
  const formBlocker = (count: number) => blockerOf(wish(), { count, length: prompt.value.trim().length })
  const blocker = computed(() => formBlocker(settings.count.value))

  let last = { key: '', at: 0 }
  /** Returns whether the same request was just sent, because a held key or a double click is not a second order. */
  function isDoubled(request: StoredRequest): boolean {
    const key = JSON.stringify(request)
    const at = clock.now()
    if (key === last.key && at - last.at < REPEAT_TIME) return true
    last = { key, at }
    return false
  }

  /** Jobs of the batch whose prompt is being edited. The next images replace the failed ones among them. */
  let refilled: readonly Job[] = []

  /** Jobs whose Try again is running. */
  const repeating = new Set<string>()

  /** Resumes an accepted job, which is free, or sends the request of an ended one again. */
  async function again(job: Job): Promise<void> {
    if (isResumable(job)) return jobs.resume(job.id)
    if (!isRepeatable(job) || repeating.has(job.id)) return
    repeating.add(job.id)
    const started = jobs.start(job.request, 1, job.isSample ? 'sample' : settings.paidMode.value)
    await jobs.remove(job.id)
    repeating.delete(job.id)
    await started
  }

  /** Starts samples with their own prompts, because the user has entered none. */
  async function startSamples(request: PictureRequest, count: number): Promise<void> {
    const prompts = await Promise.all(Array.from({ length: count }, options.nextSample))
    await Promise.all(prompts.map((words) => jobs.start({ ...request, prompt: words })))
  }

  return {
    prompt,
    text,
    blocker,
    notOffered,
    /** Fills the form with the request of a picture. A model, style, or size that is not offered is left as it is, and the form says so. */
    reuse(wish: {
      readonly prompt: string
      readonly style: string | null
      readonly size: string | null
      readonly model?: string | undefined
    }): void {
      prompt.value = withoutColors(wish.prompt)
      refilled = []
      const itsModel = modelOf(wish)
      if (itsModel && !itsModel.isRetired) settings.chooseModel(itsModel)
      const model = settings.model.value
      if (wish.style !== null && hasStyle(model, wish.style)) settings.chooseStyle(wish.style)
      if (wish.size !== null && hasSize(model, wish.size)) options.size.choose(wish.size)
      unknown.value = {
        model: itsModel === model ? null : (wish.model ?? MODELS[0].id),
        style: hasStyle(model, wish.style) ? null : wish.style || null,
        size: hasSize(model, wish.size) ? null : wish.size || null,
        instead: choice(),
      }
    },
    /**
     * Fills the form with a failed job's request. The next images replace those jobs of its batch that were certainly not charged.
     */
    editFailed({ request }: Job, batch: readonly Job[]): void {
      this.reuse(request)
      refilled = batch
    },
    /** Sends the form, once for each image: each request costs money. Does nothing if it is blocked. */
    async generate(count = settings.count.value): Promise<void> {
      const request = wish()
      if (formBlocker(count) || isDoubled(request)) return
      unknown.value = null
      const replaced = new Set(refilled.map(({ id }) => id))
      refilled = []
      if (!isSendable(request)) return
      const started = prompt.value.trim() === '' ? startSamples(request, count) : jobs.start(request, count)
      // Removes the failed jobs that are replaced, unless their state has changed since.
      const free = jobs.all.peek().filter((job) => replaced.has(job.id) && isFree(job))
      for (const { id } of free) await jobs.remove(id)
      await started
    },
    formBlocker,
    blockerOf,
    /** Sends a picture's request again, for one more picture. Does nothing if it is blocked. */
    async vary(request: StoredRequest): Promise<void> {
      if (!blockerOf(request) && isSendable(request) && !isDoubled(request)) await jobs.start(request)
    },
    again,
    /** Does the same for several at once. */
    async againAll(failed: readonly Job[]): Promise<void> {
      await Promise.all(failed.map(again))
    },
    /**
     * Returns the jobs of a batch that `againAll` can repeat, the price in US dollars (null if free), and why they cannot be sent now.
     */
    redraw(batch: readonly Job[]) {
      const able = batch.filter((job) => !job.hasPicture && (isResumable(job) || isRepeatable(job)))
      const paid = able.filter((job) => !isResumable(job) && !job.isSample).map(({ request }) => request)
      const blockers = paid.map((request) => blockerOf(request, { count: paid.length, isSample: false }))
      return {
        jobs: able,
        price: paid.length > 0 ? paid.reduce((sum, request) => sum + (priceOf(request) ?? 0), 0) : null,
        blocker: blockers.find((blocker) => blocker !== null) ?? null,
      }
    },
  }
}
