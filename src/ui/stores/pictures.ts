import { computed, effect, signal } from '@preact/signals'
import type { Plan } from '../../colours/plan'
import type { Job } from '../../jobs/job'
import { storedDimensions } from '../../segmind/request'
import type { VectorErrorCode } from '../../vector/errors'
import type { Prepared, Stage } from '../../vector/prepare'
import type { MissingPicture } from '../../words'
import type { Preparer } from '../platform/preparer'
import type { Tidying } from '../tidying'
import type { SettingsStore } from './settings'
import type { StudioStore } from './studio'

export interface ReadySheet {
  readonly state: 'ready'
  readonly prepared: Prepared
  readonly tidying: Tidying
  /** The colours that it was prepared with. */
  readonly plan: Plan
}

/** A picture on its way to the screen: it is read from storage and prepared when somebody looks. */
export type Sheet =
  | { readonly state: 'loading' }
  | ReadySheet
  /** The storage did not give it, or it cannot be read. */
  | { readonly state: 'missing'; readonly why: MissingPicture }
  /** The sandbox did not give the code that prepares it, or that was stopped. */
  | { readonly state: 'unprepared' }
  | { readonly state: 'unusable'; readonly code: VectorErrorCode }

export type PicturesStore = ReturnType<typeof createPicturesStore>

interface PicturesOptions {
  readonly studio: StudioStore
  readonly settings: SettingsStore
  readonly preparer: Preparer
}

/** A preparation under way: a new one of the same picture takes the place of the old. */
interface Preparation {
  readonly canceller: AbortController
  readonly tidying: Tidying
  readonly plan: Plan
}

const LOADING: Sheet = { state: 'loading' }

/** Every colour as it is. */
const PLAIN: Plan = { recolour: {}, bindings: [], groups: [] }

/** The finished pictures: which is shown, and how each looks prepared. */
export function createPicturesStore({ studio, settings, preparer }: PicturesOptions) {
  const sheets = signal<ReadonlyMap<string, Sheet>>(new Map())
  /** What is being done to a picture right now. */
  const stages = signal<ReadonlyMap<string, Stage>>(new Map())
  const shownId = signal<string | null>(null)
  const all = computed(() => studio.jobs.value.filter(({ hasPicture }) => hasPicture))
  const shown = computed(() => all.value.find(({ id }) => id === shownId.value) ?? null)
  /** Unlike the job itself, it stays the same while the job changes. */
  const shownHere = computed(() => shown.value?.id ?? null)
  const underWay = new Set<string>()
  const preparations = new Map<string, Preparation>()
  /** What becomes of the colours of a picture, where anything does. */
  const plans = new Map<string, Plan>()

  const withEntry = <V>(map: ReadonlyMap<string, V>, id: string, value: V) => new Map(map).set(id, value)
  const without = <V>(map: ReadonlyMap<string, V>, id: string) =>
    new Map([...map].filter(([other]) => other !== id))

  /** Reads and prepares a picture as the settings say. What was there before stays until the new one is. */
  async function prepare({ id, request }: Job): Promise<void> {
    preparations.get(id)?.canceller.abort()
    const canceller = new AbortController()
    const { signal } = canceller
    const tidying = settings.tidying.peek()
    const plan = plans.get(id) ?? PLAIN
    preparations.set(id, { canceller, tidying, plan })
    const setSheet = (sheet: Sheet) => {
      sheets.value = withEntry(sheets.peek(), id, sheet)
    }
    const setStage = (stage: Stage) => {
      if (!signal.aborted) stages.value = withEntry(stages.peek(), id, stage)
    }
    if (sheets.peek().get(id)?.state !== 'ready') setSheet(LOADING)
    setStage('reading')
    const delivered = await studio.desk.delivered(id)
    const size = storedDimensions(request.size)
    const options = { ...tidying, ...(size && { size }), recolour: plan.recolour }
    const outcome =
      delivered.svg === null
        ? delivered
        : await preparer({ text: delivered.svg, options, signal, onStage: setStage })
    if (signal.aborted) return
    preparations.delete(id)
    stages.value = without(stages.peek(), id)
    if ('why' in outcome) return setSheet({ state: 'missing', why: outcome.why })
    if (outcome.ok) return setSheet({ state: 'ready', prepared: outcome.prepared, tidying, plan })
    if (outcome.code === 'unavailable' || outcome.code === 'cancelled')
      return setSheet({ state: 'unprepared' })
    setSheet({ state: 'unusable', code: outcome.code === 'unexpected' ? 'not-svg' : outcome.code })
    // A slip of ours, not of the picture: it must come to light, too.
    if (outcome.code === 'unexpected') throw new Error(outcome.message)
  }

  /** Reads and prepares a picture, once. What could not be had may be had the next time. */
  async function look(job: Job): Promise<void> {
    const state = sheets.peek().get(job.id)?.state
    if (state === undefined || state === 'missing' || state === 'unprepared') await prepare(job)
  }

  /** Gives up a preparation. What was there before stays, and the choices go back to what it shows. */
  function stop(id: string): void {
    preparations.get(id)?.canceller.abort()
    preparations.delete(id)
    stages.value = without(stages.peek(), id)
    const sheet = sheets.peek().get(id)
    if (sheet?.state === 'ready') {
      plans.set(id, sheet.plan)
      settings.chooseTidying(sheet.tidying)
    } else sheets.value = withEntry(sheets.peek(), id, { state: 'unprepared' })
  }

  /** Looks at a picture as the settings say now, unless that is so or about to be so. */
  async function refresh(job: Job): Promise<void> {
    const sheet = sheets.peek().get(job.id)
    const last = preparations.get(job.id) ?? (sheet?.state === 'ready' ? sheet : null)
    if (!last) await look(job)
    else if (last.tidying !== settings.tidying.peek() || last.plan !== (plans.get(job.id) ?? PLAIN))
      await prepare(job)
  }

  /** Gives a picture other colours: it is prepared once more where that changes anything. */
  function dye(job: Job, plan: Plan): void {
    const known = plans.get(job.id) ?? PLAIN
    if (JSON.stringify(known) === JSON.stringify(plan)) return
    plans.set(job.id, plan)
    void refresh(job)
  }

  // A picture that was waited for shows itself.
  effect(() => {
    for (const job of studio.jobs.value) {
      if (job.activity !== null) underWay.add(job.id)
      else if (job.hasPicture && underWay.delete(job.id)) shownId.value = job.id
    }
  })

  // The picture that is shown follows the settings; the others do when they are shown.
  effect(() => {
    const shownNow = shownHere.value
    void settings.tidying.value
    const job = all.peek().find(({ id }) => id === shownNow)
    if (job) void refresh(job)
  })

  return {
    all,
    shown,
    sheetOf: (id: string): Sheet => sheets.value.get(id) ?? LOADING,
    /** What is being done to the picture, or null where nothing is. */
    stageOf: (id: string): Stage | null => stages.value.get(id) ?? null,
    look,
    dye,
    stop,
    show(job: Job): void {
      shownId.value = job.id
    },
    /** The picture as the settings say now, once it is; null where it cannot be had. */
    async current(job: Job): Promise<ReadySheet | null> {
      await look(job)
      await whenever(() => !stages.value.has(job.id))
      const sheet = sheets.peek().get(job.id)
      return sheet?.state === 'ready' ? sheet : null
    },
  }
}

/** Resolves once the condition, which reads signals, holds. */
function whenever(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (condition()) queueMicrotask(() => resolve(stop()))
    })
  })
}
