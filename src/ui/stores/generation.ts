import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Hex } from '../../colors/hex'
import { promptWithColors } from '../../colors/prompt'
import { isRepeatable, isResumable, type Job } from '../../jobs/job'
import type { Clock } from '../../segmind/http'
import { MODELS } from '../../segmind/models'
import { hasSize, hasStyle, isSendable, modelField, modelOf, type StoredRequest } from '../../segmind/request'
import type { Blocker, NotOffered } from '../../strings'
import type { JobsStore } from './jobs'
import type { SettingsStore } from './settings'
import type { SizeChoice } from './size-choice'

interface GenerationOptions {
  readonly settings: SettingsStore
  readonly jobs: Pick<JobsStore, 'all' | 'journal' | 'start' | 'resume' | 'remove'>
  /** US dollars; null while it is not known. */
  readonly balance: ReadonlySignal<number | null>
  /** True while samples are drawn instead of paid pictures. */
  readonly sampling: ReadonlySignal<boolean>
  /** The size of the next pictures. */
  readonly size: SizeChoice
  /** Colors that the prompt is to mention. */
  readonly mentioned: ReadonlySignal<readonly Hex[]>
  /** The browser says that there is no connection. */
  readonly isOffline: ReadonlySignal<boolean>
  readonly clock: Pick<Clock, 'now'>
}

/** The same request within this time is sent once, in ms. */
const REPEAT = 1000

export type GenerationStore = ReturnType<typeof createGenerationStore>

/** What the user wrote, and what is asked for by it. */
export function createGenerationStore(options: GenerationOptions) {
  const { settings, jobs, balance, sampling, mentioned, isOffline, clock } = options
  const { size } = options.size
  const prompt = signal('')
  /** What is sent: the user's words, and the colors that they are to be drawn in. */
  const text = computed(() =>
    promptWithColors(prompt.value.trim(), mentioned.value, settings.model.value.promptLimit),
  )
  const wish = (): StoredRequest => ({
    prompt: text.value,
    style: settings.style.value,
    size: size.value,
    ...modelField(settings.model.value),
  })

  /** What the form was last filled with and cannot offer, and what it has instead. */
  const unknown = signal<(NotOffered & { readonly instead: string }) | null>(null)
  const choice = () => `${settings.model.value.id} ${settings.style.value} ${size.value}`
  /** The same while the form still has what it had instead; null where there is nothing to tell. */
  const notOffered = computed((): NotOffered | null => {
    const { value } = unknown
    return value && (value.model !== null || value.style || value.size) && value.instead === choice()
      ? value
      : null
  })

  /** A double click is one click: the same wish is not sent while it is on its way. */
  const isOnItsWay = ({ prompt: sent, style, size, model }: StoredRequest): boolean =>
    jobs.all.value.some(
      ({ request, activity, requestId }) =>
        (activity === 'in-line' ||
          activity === 'sending' ||
          (activity === 'limited' && requestId === null)) &&
        request.prompt === sent &&
        request.style === style &&
        request.size === size &&
        request.model === model,
    )

  /** Why this cannot be asked for right now; null where it can. `length`: of the user's own words. */
  function blockerOf(request: StoredRequest, count = 1, { length } = request.prompt): Blocker | null {
    if (settings.status.value === 'loading') return 'opening'
    if (settings.apiKey.value === null && !sampling.value) return 'no-key'
    if (jobs.journal.value !== 'open') return jobs.journal.value === 'closed' ? 'opening' : 'no-journal'
    if (isOffline.value && !sampling.value) return 'offline'
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

  let last = { key: '', at: 0 }
  /** Failed jobs whose prompt is being mended: what is generated next takes their places. */
  let refilled: readonly Job[] = []

  /** Jobs whose Try again is being carried out. */
  const repeating = new Set<string>()

  return {
    prompt,
    text,
    blocker,
    notOffered,
    /** Fills the form with what a picture was made from: a model, style or size that is not offered leaves the form's own, and the form says so. */
    reuse(wish: {
      readonly prompt: string
      readonly style: string | null
      readonly size: string | null
      readonly model?: string | undefined
    }): void {
      prompt.value = wish.prompt
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
    /** Fills the form with the prompt of jobs that failed: what is generated next takes their places. */
    mend(failed: readonly Job[]): void {
      const [first] = failed
      if (!first) return
      this.reuse(first.request)
      refilled = failed
    },
    /** Sends what the form holds, as often as is wished: each request costs money. Does nothing while something stands in the way. */
    async generate(count = settings.count.value): Promise<void> {
      const request = wish()
      const key = JSON.stringify(request)
      // The same again within a moment is a key that was held or a click that was doubled, not a second order.
      const isRepeated = key === last.key && clock.now() - last.at < REPEAT
      if (formBlocker(count) || isRepeated) return
      last = { key, at: clock.now() }
      unknown.value = null
      const replaced = refilled
      refilled = []
      if (!isSendable(request)) return
      const started = jobs.start(request, count)
      // What was refused gives its place to what takes its place.
      for (const { id } of replaced) await jobs.remove(id)
      await started
    },
    formBlocker,
    blockerOf,
    /** Sends what a picture was made from once more, for one more picture. Does nothing while something stands in the way. */
    async vary(request: StoredRequest): Promise<void> {
      if (!blockerOf(request) && isSendable(request)) await jobs.start(request)
    },
    /** By the user's word: picks up an accepted job at no cost, or sends the request of one that is over once more. */
    async again(job: Job): Promise<void> {
      if (isResumable(job)) return jobs.resume(job.id)
      if (!isRepeatable(job) || repeating.has(job.id) || isOnItsWay(job.request)) return
      repeating.add(job.id)
      const started = jobs.start(job.request, 1, job.isSample ? 'sample' : settings.paidMode.value)
      await jobs.remove(job.id)
      repeating.delete(job.id)
      await started
    },
  }
}
