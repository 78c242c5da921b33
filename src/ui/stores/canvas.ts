import { signal } from '@preact/signals'
import { createSerialQueue } from '../../async/serial-queue'
import type { Job } from '../../jobs/job'
import type { BindingReport } from '../../protocol/colors'
import type { Editor, Inserted, Picture, Selection } from '../../protocol/contract'
import type { FaultCode } from '../../protocol/fault'
import type { FinishReport } from '../../protocol/finish'
import { MOST_PICTURES } from '../../protocol/pictures'
import type { InsertAs } from '../layer-options'
import type { Sandbox } from '../platform/sandbox'
import type { Place } from './insert-plan'
import type { JobsStore } from './jobs'
import { type Picked, type PicksStore, sameObjects } from './picks'
import { pictureToInsert } from './picture-to-insert'
import type { PictureChoices, PicturesStore, PreparedPicture } from './pictures'
import type { SettingsStore } from './settings'

export type Insertion =
  | { readonly state: 'none' | 'stopped' }
  /** `replaces`: it takes the place of a layer. */
  | { readonly state: 'running'; readonly replaces: boolean }
  | {
      readonly state: 'done'
      /** The picture on the canvas. */
      readonly nodeId: string | null
      readonly layers: number
      readonly binding: BindingReport
      readonly finish: FinishReport
      readonly preparation: PreparedPicture
      /** The objects that were taken out of it. */
      readonly without: ReadonlySet<number>
    }
  | { readonly state: 'failed'; readonly code: FaultCode }

export interface InsertOptions {
  /** The layer whose place it takes. */
  readonly replace?: string | null
  readonly place?: Place | 'auto'
}

/** The user's choices at the moment of the click. */
interface Choices extends PictureChoices {
  readonly picked: ReturnType<PicksStore['now']>
}

/** How pictures get onto the canvas. */
interface How extends Required<InsertOptions> {
  readonly as: InsertAs
}

interface ReadyPicture {
  readonly job: Job
  readonly preparation: PreparedPicture
  readonly picked: Picked
}

/** Parts of a picture on the canvas, and how many there are. */
export interface Progress {
  readonly done: number
  readonly total: number
}

interface CanvasOptions {
  readonly sandbox: Sandbox
  readonly jobs: Pick<JobsStore, 'all' | 'noteInserted' | 'onSettled'>
  readonly settings: Pick<SettingsStore, 'insertAs' | 'autoInsert' | 'closeAfterInsert'>
  readonly pictures: Pick<PicturesStore, 'preparationOf' | 'current'>
  readonly picks: Pick<PicksStore, 'of' | 'now'>
  /** How pictures are to be prepared by the choices of this moment. */
  readonly choices: () => PictureChoices
  /** Whether the user still waits for a job, so that its image may go onto the canvas by itself. */
  readonly isAwaited: (job: Job) => boolean
}

export type CanvasStore = ReturnType<typeof createCanvasStore>

/** Importing a large picture keeps the sandbox busy, and it cannot answer meanwhile. In ms. */
const INSERT_TIMEOUT = 120_000

/** Components exist in Figma Design alone. */
export const isPossible = (as: InsertAs, editor: Editor): boolean => as !== 'component' || editor === 'figma'

/** The canvas as the panel knows it: what is selected there, and how pictures get onto it. */
export function createCanvasStore({ sandbox, jobs, settings, pictures, picks, ...more }: CanvasOptions) {
  const selection = signal<Selection>({
    ...{ editor: 'figma', count: 0, cleanable: 0, layer: null, places: [] },
    target: { kind: 'view', name: null },
  })
  const insertions = signal<ReadonlyMap<string, Insertion>>(new Map())
  const progress = signal<Progress | null>(null)
  /** What the last insert brought. */
  let lastInserted: readonly string[] = []
  /** Inserts that are not over yet, those in line included. */
  const running = new Map<string, Promise<void>>()
  /** Quick actions insert, and end the plugin, by themselves. */
  let isTakenOver = false
  /** One after the other: each goes beside the one before, which is selected then. */
  const enqueue = createSerialQueue()

  sandbox.on('selection.changed', (next) => {
    selection.value = next
  })
  sandbox.on('picture.progress', (next) => {
    progress.value = next.total > 1 ? next : null
  })

  const setInsertion = (id: string, insertion: Insertion) => {
    insertions.value = new Map(insertions.peek()).set(id, insertion)
  }

  sandbox.on('picture.dropped', ({ pictures: dropped }) => {
    for (const { job, ...inserted } of dropped) {
      const preparation = job === null ? null : pictures.preparationOf(job)
      if (job !== null && preparation?.state === 'ready')
        void noteInserted(job, inserted, preparation, picks.of(job, preparation.prepared)).then(() =>
          closeWhenDone([job]),
        )
    }
  })

  const toInsert = ({ job, preparation, picked }: ReadyPicture, as: InsertAs): Picture =>
    pictureToInsert(job, preparation, picked, isPossible(as, selection.peek().editor) ? as : 'frame')

  /**
   * Puts pictures onto the canvas, where the rules say, at a place, or in the place of a layer. Each once at a time: resolves when
   * all of them are there, or have failed.
   */
  function insert(jobs: readonly Job[], options: InsertOptions = {}): Promise<void> {
    const fresh = jobs.filter(({ id }) => !running.has(id))
    const underWay = jobs.flatMap(({ id }) => running.get(id) ?? [])
    if (fresh.length > 0) {
      for (const { id } of fresh)
        setInsertion(id, { state: 'running', replaces: options.replace !== undefined })
      // As it is chosen at the click, whatever is chosen while it waits for its turn.
      const how = { replace: null, place: 'auto', ...options, as: settings.insertAs.peek() } as const
      const choices = { ...more.choices(), picked: picks.now() }
      const inserted = enqueue(() => insertNow(fresh, choices, how)).finally(() => {
        for (const { id } of fresh) running.delete(id)
      })
      for (const { id } of fresh) running.set(id, inserted)
      underWay.push(inserted)
    }
    return Promise.all(underWay).then(() => closeWhenDone(fresh.map(({ id }) => id)))
  }

  async function insertNow(jobs: readonly Job[], choices: Choices, how: How): Promise<void> {
    const ready: ReadyPicture[] = []
    for (const job of jobs) {
      const preparation = await pictures.current(job, choices)
      const picked = preparation && choices.picked(job.id, preparation.prepared)
      if (preparation && picked && !picked.isEmpty) ready.push({ job, preparation, picked })
      else setInsertion(job.id, { state: 'none' })
    }
    for (let from = 0; from < ready.length; from += MOST_PICTURES)
      await insertReady(ready.slice(from, from + MOST_PICTURES), how)
  }

  async function insertReady(ready: readonly ReadyPicture[], { place, replace, as }: How) {
    const reply = await sandbox.request(
      'picture.insert',
      { pictures: ready.map((one) => toInsert(one, as)), place, replace },
      { timeout: INSERT_TIMEOUT },
    )
    progress.value = null
    if (reply.ok) lastInserted = ready.map(({ job }) => job.id)
    for (const [i, { job, preparation, picked }] of ready.entries()) {
      const inserted = reply.ok ? reply.value.pictures[i] : null
      if (inserted) await noteInserted(job.id, inserted, preparation, picked)
      else if (reply.ok) setInsertion(job.id, { state: 'none' })
      else {
        const { code } = reply.error
        setInsertion(job.id, code === 'stopped' ? { state: 'stopped' } : { state: 'failed', code })
      }
    }
  }

  async function noteInserted(
    id: string,
    {
      layers,
      binding,
      finish,
      nodeId = null,
    }: Pick<Inserted, 'layers' | 'binding' | 'finish'> & { readonly nodeId?: string | null },
    preparation: PreparedPicture,
    { without }: Picked,
  ): Promise<void> {
    setInsertion(id, { state: 'done', nodeId, layers, binding, finish, preparation, without })
    await jobs.noteInserted(id)
  }

  /** Ends the plugin after an insert, where the user has chosen so and nothing is left to do. */
  async function closeWhenDone(ids: readonly string[]): Promise<void> {
    const isWished = settings.closeAfterInsert.peek() && !isTakenOver
    const isBusy = running.size > 0 || jobs.all.peek().some(({ activity }) => activity !== null)
    const isDone = ids.length > 0 && ids.every((id) => insertions.peek().get(id)?.state === 'done')
    if (isWished && !isBusy && isDone) await sandbox.request('run.end', { message: null })
  }

  // A picture that was waited for goes onto the canvas by itself, where the user has chosen so.
  jobs.onSettled((settled) => {
    if (!settings.autoInsert.peek() || isTakenOver) return
    for (const job of settled) if (job.hasPicture && more.isAwaited(job)) void insert([job])
  })

  return {
    selection,
    progress,
    insert,
    /** How it went for the picture as it looks now. */
    insertionOf(id: string): Insertion {
      const insertion = insertions.value.get(id) ?? { state: 'none' }
      if (insertion.state !== 'done') return insertion
      const { preparation, without } = insertion
      // What was changed since then is not what is on the canvas.
      return preparation === pictures.preparationOf(id) &&
        sameObjects(without, picks.of(id, preparation.prepared).without)
        ? insertion
        : { state: 'none' }
    },
    /** Tells the sandbox what Insert is for, so that it can say where that goes. Sizes in px. */
    tellChosen(sizes: readonly { readonly width: number; readonly height: number }[]): void {
      sandbox.emit('pictures.chosen', { sizes: sizes.slice(0, MOST_PICTURES) })
    },
    /** Selects the pictures on the canvas and brings them into view. False where none of them is there any more. */
    async show(ids: readonly string[]): Promise<boolean> {
      const nodeIds = ids.flatMap((id) => {
        const insertion = insertions.peek().get(id)
        return insertion?.state === 'done' && insertion.nodeId ? [insertion.nodeId] : []
      })
      if (nodeIds.length === 0) return false
      const reply = await sandbox.request('canvas.show', { nodeIds })
      return reply.ok && reply.value.existing.length > 0
    },
    /** Takes back the last step on the canvas. False where this editor cannot. */
    async undo(): Promise<boolean> {
      const reply = await sandbox.request('canvas.undo', {})
      const isDone = reply.ok && reply.value.done
      // Whether that was the last step is not known. If not, the bar only offers to insert it again.
      if (isDone) for (const id of lastInserted) setInsertion(id, { state: 'none' })
      lastInserted = []
      return isDone
    },
    /** The job whose image a layer is, where it was inserted from this panel; null where it was not. */
    jobOf(nodeId: string): string | null {
      for (const [id, insertion] of insertions.value)
        if (insertion.state === 'done' && insertion.nodeId === nodeId) return id
      return null
    },
    /** Gives up what is being inserted: nothing of it stays on the canvas. */
    stop(): void {
      void sandbox.request('picture.stop', {})
    },
    /** From now on nothing is inserted, and the plugin not ended, but by who calls this, until the returned function is called. */
    suspendAutoInsert(): () => void {
      isTakenOver = true
      return () => {
        isTakenOver = false
      }
    },
    /** A picture as a drag onto the canvas hands it over; null where nothing of it was picked. */
    pictureOf(job: Job, preparation: PreparedPicture): Picture | null {
      const picked = picks.of(job.id, preparation.prepared)
      return picked.isEmpty ? null : toInsert({ job, preparation, picked }, settings.insertAs.peek())
    },
    async open(): Promise<void> {
      const reply = await sandbox.request('selection.read', {})
      if (reply.ok) selection.value = reply.value
    },
  }
}
