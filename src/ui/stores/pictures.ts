import { computed, effect, signal } from '@preact/signals'
import type { Plan } from '../../colors/plan'
import { withoutColors } from '../../colors/prompt'
import type { Job } from '../../jobs/job'
import { storedDimensions } from '../../segmind/request'
import type { MissingPicture } from '../../strings'
import type { VectorErrorCode } from '../../vector/errors'
import type { Prepared, Report, Stage } from '../../vector/prepare'
import { type LayerOptions, sameLayerOptions } from '../layer-options'
import type { PrepareOutcome, Preparer } from '../platform/preparer'
import type { JobsStore } from './jobs'
import type { SettingsStore } from './settings'

export interface PreparedPicture {
  readonly state: 'ready'
  readonly prepared: Prepared
  readonly layerOptions: LayerOptions
  /** The color changes that it was prepared with. */
  readonly plan: Plan
}

/** The state of a picture, which is read from storage and prepared when a view shows it. */
export type PreparationState =
  | { readonly state: 'loading' }
  | PreparedPicture
  /** It is not stored, or cannot be read. */
  | { readonly state: 'missing'; readonly why: MissingPicture }
  /** The worker could not be loaded, or the user canceled. */
  | { readonly state: 'unprepared' }
  | { readonly state: 'unusable'; readonly code: VectorErrorCode }

export type PicturesStore = ReturnType<typeof createPicturesStore>

interface PicturesOptions {
  readonly jobs: Pick<JobsStore, 'all' | 'delivered'>
  readonly settings: Pick<SettingsStore, 'layerOptions' | 'chooseLayerOptions'>
  readonly preparer: Preparer
}

/** The user's choices of how to prepare a picture. */
export interface PictureChoices {
  readonly layerOptions: LayerOptions
  /** Returns the color changes of a picture with these original colors. */
  readonly planOf: (id: string, original: Report['original']) => Plan
}

interface DrawOptions {
  readonly layerOptions: LayerOptions
  readonly plan: Plan
  readonly signal: AbortSignal
  readonly onStage: (stage: Stage) => void
}

/** A running preparation. A new one for the same picture replaces it. */
interface RunningPreparation {
  readonly canceller: AbortController
  readonly layerOptions: LayerOptions
  readonly plan: Plan
  /** Resolves when it has ended, even by an error. */
  readonly done: Promise<void>
}

/** The reason of an abort by the user. */
const STOPPED = 'stopped'

const LOADING: PreparationState = { state: 'loading' }

/** No color changes. */
const PLAIN: Plan = { recolor: {}, bindings: [], groups: [] }

/** The finished pictures, and the prepared form of each. */
export function createPicturesStore({ jobs, settings, preparer }: PicturesOptions) {
  const preparations = signal<ReadonlyMap<string, PreparationState>>(new Map())
  /** The current stage of each running preparation. */
  const stages = signal<ReadonlyMap<string, Stage>>(new Map())
  /** Number of views that show each picture. */
  const views = signal<ReadonlyMap<string, number>>(new Map())
  const all = computed(() => jobs.all.value.filter(({ hasPicture }) => hasPicture))
  /** Pictures that some view shows. */
  const shown = computed(() => all.value.filter(({ id }) => views.value.has(id)))
  const running = new Map<string, RunningPreparation>()
  /** Color changes by picture, if there are any. */
  const plans = new Map<string, Plan>()
  /** Color changes whose preparation the user canceled, until other changes are chosen. */
  const declined = new Map<string, Plan>()

  const withEntry = <V>(map: ReadonlyMap<string, V>, id: string, value: V) => new Map(map).set(id, value)
  const without = <V>(map: ReadonlyMap<string, V>, id: string) =>
    new Map([...map].filter(([other]) => other !== id))

  /** Reads and prepares a picture. */
  async function draw({ id, request, isOwn }: Job, how: DrawOptions) {
    const { layerOptions, plan, signal, onStage } = how
    const delivered = await jobs.delivered(id)
    if (delivered.svg === null) return delivered
    const size = storedDimensions(request.size)
    const options = {
      ...layerOptions,
      // The user's own picture has its own size, and a file name does not describe its content.
      ...(!isOwn && { ...(size && { size }), prompt: withoutColors(request.prompt) }),
      recolor: plan.recolor,
    }
    return preparer({ text: delivered.svg, options, signal, onStage })
  }

  /** Prepares a picture by the current settings. The previous result stays until the new one is ready. */
  function prepare(job: Job): Promise<void> {
    const { id } = job
    running.get(id)?.canceller.abort()
    const canceller = new AbortController()
    const layerOptions = settings.layerOptions.peek()
    const plan = plans.get(id) ?? PLAIN
    const shown = show(job, { layerOptions, plan, signal: canceller.signal })
    const done = shown
      .catch(() => undefined)
      .then(() => {
        if (running.get(id) === mine) running.delete(id)
      })
    const mine = { canceller, layerOptions, plan, done }
    running.set(id, mine)
    return shown
  }

  async function show(job: Job, how: Omit<DrawOptions, 'onStage'>): Promise<void> {
    const { layerOptions, plan, signal } = how
    const { id } = job
    const setPreparation = (preparation: PreparationState) => {
      preparations.value = withEntry(preparations.peek(), id, preparation)
    }
    const setStage = (stage: Stage) => {
      if (!signal.aborted) stages.value = withEntry(stages.peek(), id, stage)
    }
    if (preparations.peek().get(id)?.state !== 'ready') setPreparation(LOADING)
    setStage('reading')
    const outcome = await draw(job, { ...how, onStage: setStage })
    if (signal.aborted) return
    running.delete(id)
    stages.value = without(stages.peek(), id)
    if ('why' in outcome) return setPreparation({ state: 'missing', why: outcome.why })
    if (outcome.ok) return setPreparation({ state: 'ready', prepared: outcome.prepared, layerOptions, plan })
    if (outcome.code === 'unavailable' || outcome.code === 'cancelled' || outcome.code === 'too-slow')
      return setPreparation({ state: 'unprepared' })
    setPreparation({ state: 'unusable', code: outcome.code === 'unexpected' ? 'not-svg' : outcome.code })
    // A bug in Inkwright, not in the image, so report it as well.
    if (outcome.code === 'unexpected') throw new Error(outcome.message)
  }

  /** Prepares a picture unless it is prepared already. Retries after a failure. */
  async function look(job: Job): Promise<void> {
    const state = preparations.peek().get(job.id)?.state
    if (state === undefined || state === 'missing' || state === 'unprepared') await prepare(job)
  }

  /** Cancels a preparation. The previous result stays, and the settings return to those it was made with. */
  function stop(id: string): void {
    const stopped = running.get(id)
    if (!stopped) return
    stopped.canceller.abort(STOPPED)
    running.delete(id)
    stages.value = without(stages.peek(), id)
    const preparation = preparations.peek().get(id)
    if (preparation?.state === 'ready') {
      plans.set(id, preparation.plan)
      declined.set(id, stopped.plan)
      settings.chooseLayerOptions(preparation.layerOptions)
    } else preparations.value = withEntry(preparations.peek(), id, { state: 'unprepared' })
  }

  /** Prepares a picture by the current settings, unless it is, or is being, prepared by them. */
  async function refresh(job: Job): Promise<void> {
    const preparation = preparations.peek().get(job.id)
    const last = running.get(job.id) ?? (preparation?.state === 'ready' ? preparation : null)
    if (!last) await look(job)
    else if (
      !sameLayerOptions(last.layerOptions, settings.layerOptions.peek()) ||
      !samePlan(last.plan, plans.get(job.id) ?? PLAIN)
    )
      await prepare(job)
  }

  /** Sets a picture's color changes, and prepares it again if they differ. */
  function applyColors(job: Job, plan: Plan): void {
    const { id } = job
    if (samePlan(declined.get(id), plan)) return
    declined.delete(id)
    if (samePlan(plans.get(id) ?? PLAIN, plan)) return
    plans.set(id, plan)
    void refresh(job)
  }

  /** Keeps a picture prepared by the current settings until the returned function is called. For views that show it. */
  function watch(id: string): () => void {
    const change = (by: number) => {
      const next = new Map(views.peek())
      const count = (next.get(id) ?? 0) + by
      if (count > 0) next.set(id, count)
      else next.delete(id)
      views.value = next
    }
    change(1)
    const job = all.peek().find((one) => one.id === id)
    if (job) void refresh(job)
    return () => change(-1)
  }

  /** Prepares a picture without changing what is shown. Resolves to null if that fails. */
  async function drawAs(job: Job, { layerOptions, planOf }: PictureChoices): Promise<PreparedPicture | null> {
    const { signal } = new AbortController()
    const drawIn = (plan: Plan) => draw(job, { layerOptions, plan, signal, onStage: () => undefined })
    let drawn = await drawIn(PLAIN)
    if ('why' in drawn || !drawn.ok) return null
    const plan = planOf(job.id, drawn.prepared.report.original)
    if (!samePlan(plan, PLAIN)) drawn = await drawIn(plan)
    if ('why' in drawn || !drawn.ok) return null
    return { state: 'ready', prepared: drawn.prepared, layerOptions, plan }
  }

  function isAs(
    { prepared, layerOptions, plan }: PreparedPicture,
    id: string,
    choices: PictureChoices,
  ): boolean {
    if (!sameLayerOptions(layerOptions, choices.layerOptions)) return false
    const wanted = choices.planOf(id, prepared.report.original)
    return samePlan(plan, wanted) || samePlan(declined.get(id), wanted)
  }

  // Pictures in a view follow the settings at once, others when they are shown.
  effect(() => {
    void settings.layerOptions.value
    for (const job of shown.peek()) void refresh(job)
  })

  return {
    all,
    shown,
    preparationOf: (id: string): PreparationState => preparations.value.get(id) ?? LOADING,
    /** The stage of its running preparation, or null. */
    stageOf: (id: string): Stage | null => stages.value.get(id) ?? null,
    look,
    /** Prepares an SVG that is not a job's picture yet, by the current settings. */
    async prepareNew(
      text: string,
      signal: AbortSignal,
    ): Promise<PreparedPicture | Exclude<PrepareOutcome, { readonly ok: true }>> {
      const layerOptions = settings.layerOptions.peek()
      const outcome = await preparer({ text, options: layerOptions, signal })
      return outcome.ok ? { state: 'ready', prepared: outcome.prepared, layerOptions, plan: PLAIN } : outcome
    },
    /** Uses this preparation for a picture, instead of preparing it again. */
    adopt(id: string, preparation: PreparedPicture): void {
      preparations.value = withEntry(preparations.peek(), id, preparation)
    },
    applyColors,
    stop,
    watch,
    /** Resolves to the picture prepared by these choices; as shown, if the user cancels; null if that fails. */
    async current(job: Job, choices: PictureChoices): Promise<PreparedPicture | null> {
      const { id } = job
      // Counts as shown, so that its colors are updated, too.
      const stopWatching = watch(id)
      let isStopped = false
      for (let one = running.get(id); one; one = running.get(id)) {
        await one.done
        isStopped ||= one.canceller.signal.reason === STOPPED
      }
      stopWatching()
      const shown = preparations.peek().get(id)
      if (shown?.state !== 'ready') return null
      // The settings may have changed since the choices were captured.
      return isStopped || isAs(shown, id, choices) ? shown : drawAs(job, choices)
    },
  }
}

const samePlan = (a: Plan | undefined, b: Plan): boolean => JSON.stringify(a) === JSON.stringify(b)
