import { effect, signal } from '@preact/signals'
import type { Job } from '../../jobs/job'
import type { Picture, Selection } from '../../protocol/contract'
import type { FaultCode } from '../../protocol/fault'
import { splitSvg } from '../../vector/split'
import type { Sandbox } from '../platform/sandbox'
import type { PicturesStore, ReadySheet } from './pictures'
import type { SettingsStore } from './settings'
import type { StudioStore } from './studio'

export type Insertion =
  | { readonly state: 'none' | 'running' }
  | { readonly state: 'done'; readonly layers: number; readonly sheet: ReadySheet }
  | { readonly state: 'failed'; readonly code: FaultCode }

/** Parts of a picture on the canvas, and how many there are. */
export interface Progress {
  readonly done: number
  readonly total: number
}

interface CanvasOptions {
  readonly sandbox: Sandbox
  readonly studio: StudioStore
  readonly settings: SettingsStore
  readonly pictures: PicturesStore
}

export type CanvasStore = ReturnType<typeof createCanvasStore>

/** Importing a large picture keeps the sandbox busy, and it cannot answer meanwhile. In ms. */
const INSERT_TIMEOUT = 120_000

/** One bite of a large picture: what Figma imports without a stop that is felt. */
const PART = { layers: 200, length: 200_000 }

/** The canvas as the panel knows it: what is selected there, and how pictures get onto it. */
export function createCanvasStore({ sandbox, studio, settings, pictures }: CanvasOptions) {
  const selection = signal<Selection>({ editor: 'figma', layer: null })
  const insertions = signal<ReadonlyMap<string, Insertion>>(new Map())
  const progress = signal<Progress | null>(null)
  const awaited = new Set<string>()
  /** One after the other: each goes beside the one before, which is selected then. */
  let turn: Promise<unknown> = Promise.resolve()

  sandbox.on('selection.changed', (next) => {
    selection.value = next
  })
  sandbox.on('picture.progress', (next) => {
    progress.value = next.total > 1 ? next : null
  })

  const setInsertion = (id: string, insertion: Insertion) => {
    insertions.value = new Map(insertions.peek()).set(id, insertion)
  }

  function pictureOf(job: Job, { prepared, tidying }: ReadySheet, replace: string | null): Picture {
    const { svg, width, height, frameFill } = prepared
    const { prompt, style, size } = job.request
    const { requestId, cost, startedAt: at } = job
    return {
      parts: splitSvg(svg, PART),
      name: prompt,
      width,
      height,
      frameFill,
      as: settings.insertAs.peek(),
      replace,
      recipe: { version: 1, prompt, style, size, requestId, cost, at, ...tidying },
    }
  }

  /** Puts a picture onto the canvas, where the rules say or in the place of a layer. */
  function insert(job: Job, replace: string | null = null): Promise<void> {
    if (insertions.peek().get(job.id)?.state === 'running') return Promise.resolve()
    setInsertion(job.id, { state: 'running' })
    const inserted = turn.then(() => insertNow(job, replace))
    turn = inserted
    return inserted
  }

  async function insertNow(job: Job, replace: string | null): Promise<void> {
    const { id } = job
    const sheet = await pictures.current(job)
    if (!sheet) return setInsertion(id, { state: 'none' })
    const picture = pictureOf(job, sheet, replace)
    const reply = await sandbox.request('picture.insert', picture, { timeout: INSERT_TIMEOUT })
    progress.value = null
    if (!reply.ok) {
      const { code } = reply.error
      return setInsertion(id, code === 'stopped' ? { state: 'none' } : { state: 'failed', code })
    }
    setInsertion(id, { state: 'done', layers: reply.value.layers, sheet })
    await studio.desk.noteInserted(id)
    const isBusy = studio.jobs.peek().some(({ activity }) => activity !== null)
    if (settings.closeAfterInsert.peek() && !isBusy) await sandbox.request('run.end', { message: null })
  }

  // A picture that was waited for goes onto the canvas by itself, where the user has chosen so.
  effect(() => {
    for (const job of studio.jobs.value) {
      if (job.activity !== null) awaited.add(job.id)
      else if (job.hasPicture && awaited.delete(job.id) && settings.autoInsert.peek()) void insert(job)
    }
  })

  return {
    selection,
    progress,
    insert,
    /** How it went for the picture as it looks now. */
    insertionOf(id: string): Insertion {
      const insertion = insertions.value.get(id) ?? { state: 'none' }
      // What was changed since then is not what is on the canvas.
      return insertion.state === 'done' && insertion.sheet !== pictures.sheetOf(id)
        ? { state: 'none' }
        : insertion
    },
    /** Gives up what is being inserted: nothing of it stays on the canvas. */
    stop(): void {
      void sandbox.request('picture.stop', {})
    },
    /** What a picture that is dragged onto the canvas says of itself. */
    pictureOf,
    async open(): Promise<void> {
      const reply = await sandbox.request('selection.read', {})
      if (reply.ok) selection.value = reply.value
    },
  }
}
