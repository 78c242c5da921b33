import { computed, effect, signal } from '@preact/signals'
import type { Job } from '../../jobs/job'
import type { FaultCode } from '../../protocol/fault'
import { dimensions } from '../../segmind/request'
import { VectorError, type VectorErrorCode } from '../../vector/errors'
import { type Prepared, prepare } from '../../vector/prepare'
import type { Sandbox } from '../platform/sandbox'
import type { StudioStore } from './studio'

/** A picture on its way to the screen: it is read from storage and prepared when somebody looks. */
export type Sheet =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly prepared: Prepared }
  | { readonly state: 'missing' }
  | { readonly state: 'unusable'; readonly code: VectorErrorCode }

export type Insertion =
  | { readonly state: 'none' | 'running' }
  | { readonly state: 'done'; readonly layers: number }
  | { readonly state: 'failed'; readonly code: FaultCode }

export type PicturesStore = ReturnType<typeof createPicturesStore>

/** Importing a large picture keeps the sandbox busy, and it cannot answer meanwhile. In ms. */
const INSERT_TIMEOUT = 120_000

/** The finished pictures: which is shown, how each looks prepared, and its way onto the canvas. */
export function createPicturesStore(sandbox: Sandbox, studio: StudioStore) {
  const sheets = signal<ReadonlyMap<string, Sheet>>(new Map())
  const insertions = signal<ReadonlyMap<string, Insertion>>(new Map())
  const shownId = signal<string | null>(null)
  const all = computed(() => studio.jobs.value.filter(({ hasPicture }) => hasPicture))
  const shown = computed(() => all.value.find(({ id }) => id === shownId.value) ?? null)
  const underWay = new Set<string>()

  const withEntry = <V>(map: ReadonlyMap<string, V>, id: string, value: V) => new Map(map).set(id, value)

  /** Reads and prepares a picture, once. */
  async function look({ id, request }: Job): Promise<void> {
    // What could not be read may be read the next time.
    if (sheets.value.has(id) && sheets.value.get(id)?.state !== 'missing') return
    const set = (sheet: Sheet) => {
      sheets.value = withEntry(sheets.value, id, sheet)
    }
    set({ state: 'loading' })
    const svg = await studio.desk.svg(id)
    if (svg === null) return set({ state: 'missing' })
    try {
      set({ state: 'ready', prepared: prepare(svg, { size: dimensions(request.size) }) })
    } catch (error) {
      set({ state: 'unusable', code: error instanceof VectorError ? error.code : 'not-svg' })
      // A slip of ours, not of the picture: it must come to light, too.
      if (!(error instanceof VectorError)) throw error
    }
  }

  // A picture that was waited for shows itself.
  effect(() => {
    for (const job of studio.jobs.value) {
      if (job.activity !== null) underWay.add(job.id)
      else if (job.hasPicture && underWay.delete(job.id)) show(job)
    }
  })

  function show(job: Job): void {
    shownId.value = job.id
    void look(job)
  }

  return {
    all,
    shown,
    sheetOf: (id: string): Sheet => sheets.value.get(id) ?? { state: 'loading' },
    insertionOf: (id: string): Insertion => insertions.value.get(id) ?? { state: 'none' },
    look,
    show,
    async insert({ id, request }: Job): Promise<void> {
      const sheet = sheets.value.get(id)
      const set = (insertion: Insertion) => {
        insertions.value = withEntry(insertions.value, id, insertion)
      }
      if (sheet?.state !== 'ready' || insertions.value.get(id)?.state === 'running') return
      set({ state: 'running' })
      const { svg, width, height } = sheet.prepared
      const params = { svg, width, height, name: request.prompt }
      const reply = await sandbox.request('picture.insert', params, { timeout: INSERT_TIMEOUT })
      if (reply.ok) await studio.desk.noteInserted(id)
      set(
        reply.ok
          ? { state: 'done', layers: reply.value.layers }
          : { state: 'failed', code: reply.error.code },
      )
    },
  }
}
