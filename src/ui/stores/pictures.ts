import { computed, effect, signal } from '@preact/signals'
import type { Plan } from '../../colors/plan'
import type { Job } from '../../jobs/job'
import { storedDimensions } from '../../segmind/request'
import type { MissingPicture } from '../../strings'
import type { VectorErrorCode } from '../../vector/errors'
import type { Prepared, Stage } from '../../vector/prepare'
import type { LayerOptions } from '../layer-options'
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

/** A preparation under way: a new one of the same picture takes the place of the old. */
interface RunningPreparation {
  readonly canceller: AbortController
  readonly layerOptions: LayerOptions
  readonly plan: Plan
}

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

  const withEntry = <V>(map: ReadonlyMap<string, V>, id: string, value: V) => new Map(map).set(id, value)
  const without = <V>(map: ReadonlyMap<string, V>, id: string) =>
    new Map([...map].filter(([other]) => other !== id))

  /** Reads and prepares a picture as the settings say. What was there before stays until the new one is. */
  async function prepare({ id, request }: Job): Promise<void> {
    running.get(id)?.canceller.abort()
    const canceller = new AbortController()
    const { signal } = canceller
    const layerOptions = settings.layerOptions.peek()
    const plan = plans.get(id) ?? PLAIN
    running.set(id, { canceller, layerOptions, plan })
    const setPreparation = (preparation: PreparationState) => {
      preparations.value = withEntry(preparations.peek(), id, preparation)
    }
    const setStage = (stage: Stage) => {
      if (!signal.aborted) stages.value = withEntry(stages.peek(), id, stage)
    }
    if (preparations.peek().get(id)?.state !== 'ready') setPreparation(LOADING)
    setStage('reading')
    const delivered = await jobs.delivered(id)
    const size = storedDimensions(request.size)
    const options = {
      ...layerOptions,
      ...(size && { size }),
      recolor: plan.recolor,
      prompt: request.prompt,
    }
    const outcome =
      delivered.svg === null
        ? delivered
        : await preparer({ text: delivered.svg, options, signal, onStage: setStage })
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
    running.get(id)?.canceller.abort()
    running.delete(id)
    stages.value = without(stages.peek(), id)
    const preparation = preparations.peek().get(id)
    if (preparation?.state === 'ready') {
      plans.set(id, preparation.plan)
      settings.chooseLayerOptions(preparation.layerOptions)
    } else preparations.value = withEntry(preparations.peek(), id, { state: 'unprepared' })
  }

  /** Looks at a picture as the settings say now, unless that is so or about to be so. */
  async function refresh(job: Job): Promise<void> {
    const preparation = preparations.peek().get(job.id)
    const last = running.get(job.id) ?? (preparation?.state === 'ready' ? preparation : null)
    if (!last) await look(job)
    else if (last.layerOptions !== settings.layerOptions.peek() || last.plan !== (plans.get(job.id) ?? PLAIN))
      await prepare(job)
  }

  /** Gives a picture other colors: it is prepared once more where that changes anything. */
  function applyColors(job: Job, plan: Plan): void {
    const known = plans.get(job.id) ?? PLAIN
    if (JSON.stringify(known) === JSON.stringify(plan)) return
    plans.set(job.id, plan)
    void refresh(job)
  }

  // What is shown follows the settings; the others do when they are shown.
  effect(() => {
    const { value: ids } = views
    void settings.layerOptions.value
    for (const job of all.peek()) if (ids.has(job.id)) void refresh(job)
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
    /** Keeps a picture prepared, as the settings say, until the returned function is called: for what shows it. */
    watch(id: string): () => void {
      const change = (by: number) => {
        const next = new Map(views.peek())
        const count = (next.get(id) ?? 0) + by
        if (count > 0) next.set(id, count)
        else next.delete(id)
        views.value = next
      }
      change(1)
      return () => change(-1)
    },
    /** The picture as the settings say now, once it is; null where it cannot be had. */
    async current(job: Job): Promise<PreparedPicture | null> {
      await look(job)
      await until(() => !stages.value.has(job.id))
      const preparation = preparations.peek().get(job.id)
      return preparation?.state === 'ready' ? preparation : null
    },
  }
}

/** Resolves once the condition, which reads signals, holds. */
function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (condition()) queueMicrotask(() => resolve(stop()))
    })
  })
}
