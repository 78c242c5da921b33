import { computed, signal } from '@preact/signals'
import type { Picture } from '../../jobs/draw'
import type { FaultCode } from '../../protocol/fault'
import type { PictureRequest } from '../../segmind/request'
import type { Prepared } from '../../vector/prepare'
import type { Sandbox } from '../platform/sandbox'

/** A picture of this visit, ready for the canvas. */
export interface ReadyPicture {
  /** Segmind's request id, unique among pictures. */
  readonly id: string
  readonly request: PictureRequest
  readonly picture: Picture
  readonly prepared: Prepared
  readonly insertion: Insertion
}

export type Insertion =
  | { readonly state: 'none' }
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly layers: number }
  | { readonly state: 'failed'; readonly code: FaultCode }

export type PicturesStore = ReturnType<typeof createPicturesStore>

/** Importing a large picture keeps the sandbox busy, and it cannot answer meanwhile. In ms. */
const INSERT_TIMEOUT = 120_000

/** The pictures of this visit, newest first, and which of them is shown. */
export function createPicturesStore(sandbox: Sandbox) {
  const all = signal<readonly ReadyPicture[]>([])
  const shownId = signal<string | null>(null)
  const shown = computed(() => all.value.find(({ id }) => id === shownId.value) ?? null)

  const setInsertion = (id: string, insertion: Insertion) => {
    all.value = all.value.map((entry) => (entry.id === id ? { ...entry, insertion } : entry))
  }

  return {
    all,
    shown,
    add(request: PictureRequest, picture: Picture, prepared: Prepared): void {
      const id = picture.requestId
      const entry: ReadyPicture = { id, request, picture, prepared, insertion: { state: 'none' } }
      // A job that was picked up twice is still one picture.
      all.value = [entry, ...all.value.filter((other) => other.id !== id)]
      shownId.value = id
    },
    show(id: string): void {
      shownId.value = id
    },
    async insert(id: string): Promise<void> {
      const entry = all.value.find((other) => other.id === id)
      if (!entry || entry.insertion.state === 'running') return
      setInsertion(id, { state: 'running' })
      const { svg, width, height } = entry.prepared
      const params = { svg, width, height, name: entry.request.prompt }
      const reply = await sandbox.request('picture.insert', params, { timeout: INSERT_TIMEOUT })
      setInsertion(
        id,
        reply.ok
          ? { state: 'done', layers: reply.value.layers }
          : { state: 'failed', code: reply.error.code },
      )
    },
  }
}
