import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { createEmitter } from '../../async/emitter'
import type { Hex } from '../../colors/hex'
import { promptWithColors } from '../../colors/prompt'
import { isRepeatable, isResumable, type Job } from '../../jobs/job'
import { createJobManager } from '../../jobs/job-manager'
import type { Unreadable } from '../../jobs/journal'
import type { SubmitMode } from '../../jobs/states'
import type { JobStorage } from '../../jobs/storage'
import type { SegmindClient } from '../../segmind/client'
import type { Clock } from '../../segmind/http'
import { MODELS } from '../../segmind/models'
import {
  hasSize,
  hasStyle,
  isSendable,
  modelField,
  modelOf,
  type PictureRequest,
  type StoredRequest,
} from '../../segmind/request'
import type { Blocker, NotOffered } from '../../strings'
import { deflate, inflate } from '../platform/compression'
import { newJobId } from '../platform/job-storage'
import { saveSvgFile } from '../platform/save-file'
import type { SettingsStore } from './settings'

export interface GenerationOptions {
  readonly settings: SettingsStore
  /** US dollars; null while it is not known. */
  readonly balance: ReadonlySignal<number | null>
  readonly storage: JobStorage
  readonly clock: Clock
  /** Whom a request is sent to; null without a key. */
  readonly client: (via: SubmitMode) => SegmindClient | null
  /** True while samples are drawn instead of paid pictures. */
  readonly sampling: ReadonlySignal<boolean>
}

export type GenerationStore = ReturnType<typeof createGenerationStore>

/** What the user wrote, and every job that came of it, in this visit or an earlier one. */
export function createGenerationStore(options: GenerationOptions) {
  const { settings, balance, storage, clock, client, sampling } = options
  const prompt = signal('')
  /** Colors that the picture is asked to have. */
  const wanted = signal<readonly Hex[]>([])
  const jobs = signal<readonly Job[]>([])
  const journal = signal<'closed' | 'open' | 'unreadable'>('closed')
  const used = signal(0)
  const unreadable = signal<Unreadable>({ jobs: 0, pictures: 0, bytes: 0 })
  let isDue = false
  /** Jobs that came to rest and are not told of yet. */
  const settled = new Set<string>()
  const settledEvent = createEmitter<readonly Job[]>()
  const paidWay = () => (settings.direct.value ? 'direct' : 'queue')

  const jobManager = createJobManager({
    storage,
    clock,
    client,
    canceller: () => new AbortController(),
    newId: newJobId,
    deflate,
    inflate,
    preferences: () => ({
      via: sampling.value ? 'sample' : paidWay(),
      atOnce: settings.atOnce.value,
    }),
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
    jobs.value = jobManager.jobs()
    used.value = jobManager.used()
    unreadable.value = jobManager.unreadable()
    const resting = jobs.value.filter(({ id, activity }) => activity === null && settled.has(id))
    settled.clear()
    if (resting.length > 0) settledEvent.emit(resting)
  }

  /** What is sent: the user's words, and the colors that were chosen. */
  const text = computed(() =>
    promptWithColors(prompt.value.trim(), wanted.value, settings.model.value.promptLimit),
  )
  const wish = (): StoredRequest => ({
    prompt: text.value,
    style: settings.style.value,
    size: settings.size.value,
    ...modelField(settings.model.value),
  })

  /** What the form was last filled with and cannot offer, and what it has instead. */
  const unknown = signal<(NotOffered & { readonly instead: string }) | null>(null)
  const choice = () => `${settings.model.value.id} ${settings.style.value} ${settings.size.value}`
  /** The same while the form still has what it had instead; null where there is nothing to tell. */
  const notOffered = computed((): NotOffered | null => {
    const { value } = unknown
    return value && (value.model !== null || value.style || value.size) && value.instead === choice()
      ? value
      : null
  })

  /** A double click is one click: the same wish is not sent while it is on its way. */
  const isOnItsWay = ({ prompt: sent, style, size, model }: StoredRequest): boolean =>
    jobs.value.some(
      ({ request, activity }) =>
        (activity === 'sending' || activity === 'in-line') &&
        request.prompt === sent &&
        request.style === style &&
        request.size === size &&
        request.model === model,
    )

  /** Why this cannot be asked for right now; null where it can. `length`: of the user's own words. */
  function blockerOf(request: StoredRequest, count = 1, { length } = request.prompt): Blocker | null {
    if (settings.apiKey.value === null && !sampling.value) return 'no-key'
    if (journal.value !== 'open') return journal.value === 'closed' ? 'opening' : 'no-journal'
    if (length === 0) return 'no-prompt'
    const model = modelOf(request)
    if (model?.isRetired) return 'retired'
    if (model && length > model.promptLimit) return 'prompt-too-long'
    if (!model || !isSendable(request)) return 'not-offered'
    if (isOnItsWay(request)) return 'sending'
    const { value: dollars } = balance
    return dollars !== null && dollars < model.price * count ? 'no-credits' : null
  }

  /** Why the form cannot be sent so many times right now; null where it can. */
  const formBlocker = (count: number) => blockerOf(wish(), count, prompt.value.trim())
  const blocker = computed(() => formBlocker(settings.count.value))

  /** Each request costs money. */
  async function start(request: PictureRequest, count: number): Promise<void> {
    const started = Array.from({ length: count }, () => jobManager.start(request))
    publish()
    await Promise.all(started)
  }

  /** Jobs whose Try again is being carried out. */
  const repeating = new Set<string>()

  async function open(): Promise<void> {
    journal.value = 'closed'
    journal.value = (await jobManager.open()) ? 'open' : 'unreadable'
    publish()
  }

  return {
    prompt,
    wanted,
    text,
    jobs,
    journal,
    used,
    /** What is stored of jobs that this version cannot read. */
    unreadable,
    blocker,
    jobManager,
    /**
     * Calls the listener with the jobs that just came to rest in this window, with a picture or without, once each time they
     * do; `jobs` has them as they are now. Returns the function that ends it.
     */
    onSettled: settledEvent.listen,
    /** Reads the journal and takes up what an earlier visit left open. */
    open,
    /** Offers a picture, as it was delivered, as a file. */
    async save({ id, request }: Job): Promise<void> {
      const svg = await jobManager.svg(id)
      if (svg !== null) saveSvgFile(request.prompt, svg)
    },
    notOffered,
    /** Fills the form with what a picture was made from: a model, style or size that is not offered leaves the form's own, and is told. */
    reuse(wish: {
      readonly prompt: string
      readonly style: string | null
      readonly size: string | null
      readonly model?: string | undefined
    }): void {
      prompt.value = wish.prompt
      // What it was asked to have is among its words.
      wanted.value = []
      const itsModel = modelOf(wish)
      if (itsModel && !itsModel.isRetired) settings.chooseModel(itsModel)
      const model = settings.model.value
      if (wish.style !== null && hasStyle(model, wish.style)) settings.chooseStyle(wish.style)
      if (wish.size !== null && hasSize(model, wish.size)) settings.chooseSize(wish.size)
      unknown.value = {
        model: itsModel === model ? null : (wish.model ?? MODELS[0].id),
        style: hasStyle(model, wish.style) ? null : wish.style || null,
        size: hasSize(model, wish.size) ? null : wish.size || null,
        instead: choice(),
      }
    },
    /** Sends what the form holds, as often as is wished: each request costs money. Does nothing while something stands in the way. */
    async generate(count = settings.count.value): Promise<void> {
      if (formBlocker(count)) return
      unknown.value = null
      const request = wish()
      if (isSendable(request)) await start(request, count)
    },
    formBlocker,
    blockerOf,
    /** How long this picture is likely to take in all, in ms. */
    expectedTime: ({ request }: Job): number => jobManager.expected(request),
    /** Sends what a picture was made from once more, for one more picture. Does nothing while something stands in the way. */
    async vary(request: StoredRequest): Promise<void> {
      if (!blockerOf(request) && isSendable(request)) await start(request, 1)
    },
    /** By the user's word: picks up an accepted job at no cost, or sends the request of one that is over once more. */
    async again(job: Job): Promise<void> {
      if (isResumable(job)) return jobManager.resume(job.id)
      if (!isRepeatable(job) || repeating.has(job.id) || isOnItsWay(job.request)) return
      repeating.add(job.id)
      const started = jobManager.start(job.request, job.isSample ? 'sample' : paidWay())
      publish()
      await jobManager.remove(job.id)
      repeating.delete(job.id)
      await started
    },
  }
}
