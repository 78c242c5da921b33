import { signal } from '@preact/signals'
import { createSerialQueue } from '../../async/serial-queue'
import type { Job } from '../../jobs/job'
import type { BindingReport } from '../../protocol/colors'
import type { Editor, Inserted, Picture, Selection } from '../../protocol/contract'
import type { FaultCode } from '../../protocol/fault'
import type { FinishReport } from '../../protocol/finish'
import { MAX_PICTURES } from '../../protocol/pictures'
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
  /** `replaces`: whether it replaces a layer. */
  | { readonly state: 'running'; readonly replaces: boolean }
  | {
      readonly state: 'done'
      /** The picture's layer on the canvas. */
      readonly nodeId: string | null
      readonly layers: number
      readonly binding: BindingReport
      readonly finish: FinishReport
      readonly preparation: PreparedPicture
      /** Indexes of the objects that were left out. */
      readonly without: ReadonlySet<number>
    }
  | { readonly state: 'failed'; readonly code: FaultCode }

export interface InsertOptions {
  /** Id of the layer to replace. */
  readonly replace?: string | null
  readonly place?: Place | 'auto'
}

/** The user's choices when they clicked. */
interface Choices extends PictureChoices {
  readonly picked: ReturnType<PicksStore['now']>
}

/** How pictures are inserted. */
interface How extends Required<InsertOptions> {
  readonly as: InsertAs
}

interface ReadyPicture {
  readonly job: Job
  readonly preparation: PreparedPicture
  readonly picked: Picked
}

/** Number of inserted parts of a picture, and their total. */
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
  /** Returns how pictures are to be prepared by the current settings. */
  readonly choices: () => PictureChoices
  /** Returns whether the user still waits for a job, so that its image may be inserted automatically. */
  readonly isAwaited: (job: Job) => boolean
}

export type CanvasStore = ReturnType<typeof createCanvasStore>

/** In ms. Importing a large picture blocks the sandbox, which cannot answer during that time. */
const INSERT_TIMEOUT = 120_000

/** Returns whether the editor supports this kind. Components exist only in Figma Design. */
export const isPossible = (as: InsertAs, editor: Editor): boolean => as !== 'component' || editor === 'figma'

/** The canvas as the panel knows it: the selection, and inserting pictures. */
export function createCanvasStore({ sandbox, jobs, settings, pictures, picks, ...more }: CanvasOptions) {
  const selection = signal<Selection>({
    ...{ editor: 'figma', count: 0, cleanable: 0, layer: null, places: [] },
    target: { kind: 'view', name: null },
  })
  const insertions = signal<ReadonlyMap<string, Insertion>>(new Map())
  const progress = signal<Progress | null>(null)
  /** Ids of the jobs of the last insert. */
  let lastInserted: readonly string[] = []
  /** Unfinished inserts, including queued ones. */
  const running = new Map<string, Promise<void>>()
  /** Whether a quick action is running, which inserts and closes the plugin itself. */
  let isTakenOver = false
  /** One at a time, because each picture goes next to the previous one, which is selected by then. */
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
   * Inserts pictures: where the placement rules say, at a place, or in place of a layer. A picture that is being inserted is not inserted
   * twice. Resolves when all of them have been inserted or have failed.
   */
  function insert(jobs: readonly Job[], options: InsertOptions = {}): Promise<void> {
    const fresh = jobs.filter(({ id }) => !running.has(id))
    const underWay = jobs.flatMap(({ id }) => running.get(id) ?? [])
    if (fresh.length > 0) {
      for (const { id } of fresh)
        setInsertion(id, { state: 'running', replaces: options.replace !== undefined })
      // Captures the choices at the click, because they may change while the insert is queued.
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
    for (let from = 0; from < ready.length; from += MAX_PICTURES)
      await insertReady(ready.slice(from, from + MAX_PICTURES), how)
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

  /** Closes the plugin after an insert, if the user chose that and nothing else is running. */
  async function closeWhenDone(ids: readonly string[]): Promise<void> {
    const isWished = settings.closeAfterInsert.peek() && !isTakenOver
    const isBusy = running.size > 0 || jobs.all.peek().some(({ activity }) => activity !== null)
    const isDone = ids.length > 0 && ids.every((id) => insertions.peek().get(id)?.state === 'done')
    if (isWished && !isBusy && isDone) await sandbox.request('run.end', { message: null })
  }

  // Insert pictures automatically when they arrive, if the user chose that.
  jobs.onSettled((settled) => {
    if (!settings.autoInsert.peek() || isTakenOver) return
    for (const job of settled) if (job.hasPicture && more.isAwaited(job)) void insert([job])
  })

  return {
    selection,
    progress,
    insert,
    /** Returns the insertion of the picture in its current form. */
    insertionOf(id: string): Insertion {
      const insertion = insertions.value.get(id) ?? { state: 'none' }
      if (insertion.state !== 'done') return insertion
      const { preparation, without } = insertion
      // What was changed since then is not on the canvas.
      return preparation === pictures.preparationOf(id) &&
        sameObjects(without, picks.of(id, preparation.prepared).without)
        ? insertion
        : { state: 'none' }
    },
    /** Tells the sandbox the sizes of the pictures that Insert is about, in px, so that it can report where they would go. */
    tellChosen(sizes: readonly { readonly width: number; readonly height: number }[]): void {
      sandbox.emit('pictures.chosen', { sizes: sizes.slice(0, MAX_PICTURES) })
    },
    /** Selects the pictures on the canvas and brings them into view. False if none of them exists anymore. */
    async show(ids: readonly string[]): Promise<boolean> {
      const nodeIds = ids.flatMap((id) => {
        const insertion = insertions.peek().get(id)
        return insertion?.state === 'done' && insertion.nodeId ? [insertion.nodeId] : []
      })
      if (nodeIds.length === 0) return false
      const reply = await sandbox.request('canvas.show', { nodeIds })
      return reply.ok && reply.value.existing.length > 0
    },
    /** Undoes the last step on the canvas. False if this editor does not support that. */
    async undo(): Promise<boolean> {
      const reply = await sandbox.request('canvas.undo', {})
      const isDone = reply.ok && reply.value.done
      // That step may have been another one. Then the bar only offers to insert the pictures again.
      if (isDone) for (const id of lastInserted) setInsertion(id, { state: 'none' })
      lastInserted = []
      return isDone
    },
    /** Returns the id of the job that a layer was inserted from; null if it was not inserted from this panel. */
    jobOf(nodeId: string): string | null {
      for (const [id, insertion] of insertions.value)
        if (insertion.state === 'done' && insertion.nodeId === nodeId) return id
      return null
    },
    /** Stops the current insert. Nothing of it stays on the canvas. */
    stop(): void {
      void sandbox.request('picture.stop', {})
    },
    /** Turns off automatic inserts and closing until the returned function is called. */
    suspendAutoInsert(): () => void {
      isTakenOver = true
      return () => {
        isTakenOver = false
      }
    },
    /** Returns the picture that a drag to the canvas transfers; null if no objects are left. */
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
