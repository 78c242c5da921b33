import { computed, effect, signal } from '@preact/signals'
import type { Plan } from '../../colors/plan'
import { withoutColors } from '../../colors/prompt'
import type { Job } from '../../jobs/job'
import { storedDimensions } from '../../segmind/request'
import type { MissingPicture } from '../../strings'
import type { VectorErrorCode } from '../../vector/errors'
import type { Prepared, Report, Stage } from '../../vector/prepare'
import { type LayerOptions, sameLayerOptions } from '../layer-options'
import type { Preparer } from '../platform/preparer'
import type { JobsStore } from './jobs'
import type { SettingsStore } from './settings'

export interface PreparedPicture {
  readonly state: 'ready'
  readonly prepared: Prepared
  readonly layerOptions: LayerOptions
  /** The colors that it was prepared with. */
  readonly plan: Plan
}

/** A picture on its way to the screen: it is read from storage and prepared when somebody looks. */
export type PreparationState =
  | { readonly state: 'loading' }
  | PreparedPicture
  /** The storage did not give it, or it cannot be read. */
  | { readonly state: 'missing'; readonly why: MissingPicture }
  /** The sandbox did not give the code that prepares it, or that was stopped. */
  | { readonly state: 'unprepared' }
  | { readonly state: 'unusable'; readonly code: VectorErrorCode }

export type PicturesStore = ReturnType<typeof createPicturesStore>

interface PicturesOptions {
  readonly jobs: Pick<JobsStore, 'all' | 'delivered'>
  readonly settings: Pick<SettingsStore, 'layerOptions' | 'chooseLayerOptions'>
  readonly preparer: Preparer
}

/** How a picture is to be prepared. */
export interface PictureChoices {
  readonly layerOptions: LayerOptions
  /** What becomes of the colors of a picture, by those that it was delivered with. */
  readonly planOf: (id: string, original: Report['original']) => Plan
}

interface DrawOptions {
  readonly layerOptions: LayerOptions
  readonly plan: Plan
  readonly signal: AbortSignal
  readonly onStage: (stage: Stage) => void
}

/** A preparation under way: a new one of the same picture takes the place of the old. */
interface RunningPreparation {
  readonly canceller: AbortController
  readonly layerOptions: LayerOptions
  readonly plan: Plan
  /** Resolves when it is over, however it ended. */
  readonly done: Promise<void>
}

/** What a preparation is aborted with by the user. */
const STOPPED = 'stopped'

const LOADING: PreparationState = { state: 'loading' }

/** Every color as it is. */
const PLAIN: Plan = { recolor: {}, bindings: [], groups: [] }

/** The finished pictures, and how each looks prepared. */
export function createPicturesStore({ jobs, settings, preparer }: PicturesOptions) {
  const preparations = signal<ReadonlyMap<string, PreparationState>>(new Map())
  /** What is being done to a picture right now. */
  const stages = signal<ReadonlyMap<string, Stage>>(new Map())
  /** How many parts of the panel show each picture. */
  const views = signal<ReadonlyMap<string, number>>(new Map())
  const all = computed(() => jobs.all.value.filter(({ hasPicture }) => hasPicture))
  /** Those that are shown somewhere. */
  const shown = computed(() => all.value.filter(({ id }) => views.value.has(id)))
  const running = new Map<string, RunningPreparation>()
  /** What becomes of the colors of a picture, where anything does. */
  const plans = new Map<string, Plan>()
  /** What the user stopped a picture from being prepared with, until something else is to become of its colors. */
  const declined = new Map<string, Plan>()

  const withEntry = <V>(map: ReadonlyMap<string, V>, id: string, value: V) => new Map(map).set(id, value)
  const without = <V>(map: ReadonlyMap<string, V>, id: string) =>
    new Map([...map].filter(([other]) => other !== id))

  /** Reads a picture and prepares it. */
  async function draw({ id, request }: Job, how: DrawOptions) {
    const { layerOptions, plan, signal, onStage } = how
    const delivered = await jobs.delivered(id)
    if (delivered.svg === null) return delivered
    const size = storedDimensions(request.size)
    const options = {
      ...layerOptions,
      ...(size && { size }),
      recolor: plan.recolor,
      prompt: withoutColors(request.prompt),
    }
    return preparer({ text: delivered.svg, options, signal, onStage })
  }

  /** Prepares a picture as the settings say. What was there before stays until the new one is. */
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
    if (outcome.code === 'unavailable' || outcome.code === 'cancelled')
      return setPreparation({ state: 'unprepared' })
    setPreparation({ state: 'unusable', code: outcome.code === 'unexpected' ? 'not-svg' : outcome.code })
    // A bug in Inkwright, not in the image: report it, too.
    if (outcome.code === 'unexpected') throw new Error(outcome.message)
  }

  /** Reads and prepares a picture, once. What could not be had may be had the next time. */
  async function look(job: Job): Promise<void> {
    const state = preparations.peek().get(job.id)?.state
    if (state === undefined || state === 'missing' || state === 'unprepared') await prepare(job)
  }

  /** Gives up a preparation. What was there before stays, and the choices go back to what it shows. */
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

  /** Looks at a picture as the settings say now, unless that is so or about to be so. */
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

  /** Gives a picture other colors: it is prepared once more where that changes anything. */
  function applyColors(job: Job, plan: Plan): void {
    const { id } = job
    if (samePlan(declined.get(id), plan)) return
    declined.delete(id)
    if (samePlan(plans.get(id) ?? PLAIN, plan)) return
    plans.set(id, plan)
    void refresh(job)
  }

  /** Keeps a picture prepared, as the settings say, until the returned function is called: for what shows it. */
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

  /** Prepares a picture for once, beside what is shown; null where it cannot be had. */
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

  // What is shown follows the settings; the others do when they are shown.
  effect(() => {
    void settings.layerOptions.value
    for (const job of shown.peek()) void refresh(job)
  })

  return {
    all,
    shown,
    preparationOf: (id: string): PreparationState => preparations.value.get(id) ?? LOADING,
    /** What is being done to the picture, or null where nothing is. */
    stageOf: (id: string): Stage | null => stages.value.get(id) ?? null,
    look,
    applyColors,
    stop,
    watch,
    /** The picture as the choices says, once it is; as it is shown where the user stops that; null where it cannot be had. */
    async current(job: Job, choices: PictureChoices): Promise<PreparedPicture | null> {
      const { id } = job
      // Its colors follow, too, while it counts as shown.
      const stopWatching = watch(id)
      let isStopped = false
      for (let one = running.get(id); one; one = running.get(id)) {
        await one.done
        isStopped ||= one.canceller.signal.reason === STOPPED
      }
      stopWatching()
      const shown = preparations.peek().get(id)
      if (shown?.state !== 'ready') return null
      // The settings may have changed since the choices.
      return isStopped || isAs(shown, id, choices) ? shown : drawAs(job, choices)
    },
  }
}

const samePlan = (a: Plan | undefined, b: Plan): boolean => JSON.stringify(a) === JSON.stringify(b)
