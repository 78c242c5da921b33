import { createSerialQueue } from '../async/serial-queue'
import type { CancelSignal, Clock } from '../segmind/http'
import type { StoredRequest } from '../segmind/request'
import type { createJobPictures } from './job-pictures'
import type { Canceller, JobRuntime } from './job-runtime'
import type { Journal } from './journal'

/** An SVG file or text that the user added, before it is read. */
export interface OwnFile {
  /** Name of the picture: the file's name without its extension. */
  readonly title: string
  /** Reads it; null if it cannot be used. Never rejects. `id`: the job's; `signal` aborts when the user stops it. */
  readonly read: (id: string, signal: CancelSignal) => Promise<OwnPicture | null>
}

/** Size in px. */
export interface OwnPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

interface OwnPicturesOptions {
  readonly journal: Journal
  readonly clock: Clock
  readonly runtimes: Map<string, JobRuntime>
  readonly pictures: ReturnType<typeof createJobPictures>
  readonly canceller: () => Canceller
  readonly newId: () => string
  /** The time in ms since 1970, never the same twice: pictures are listed by it. */
  readonly askedAt: () => number
  readonly onChange: () => void
  readonly onSettled: (id: string) => void
}

/** Maximum length of a stored title, in UTF-16 units. */
const TITLE = 500

const requestOf = (title: string, size: string): StoredRequest => ({
  prompt: title.slice(0, TITLE),
  style: '',
  size,
  // Not absent, because a request without a model means the first one.
  model: '',
})

/** Adds the user's own pictures to the journal. Nothing is sent, so no rate limit applies, and they do not wait for other jobs. */
export function createOwnPictures(options: OwnPicturesOptions) {
  const { journal, clock, runtimes, pictures, onChange } = options
  /** One file at a time: fifty at once would block the worker and the storage for everything else. */
  const enqueue = createSerialQueue()

  /** Stores a picture, or holds it in memory if that fails. */
  async function keep(id: string, runtime: JobRuntime, svg: string, consent = false): Promise<void> {
    if (!journal.records.has(id)) {
      const sent = { attempt: 1, at: runtime.startedAt, via: 'file', request: runtime.request } as const
      const written = await journal.note(id, 'sent', sent)
      if (written !== 'written') {
        Object.assign(runtime, { svg, unstored: written })
        return
      }
    }
    const unknown = { url: null, waited: null, inferenceTime: null, queueTime: null }
    const fetched = { at: clock.now(), cost: 0, ...unknown }
    await pictures.keep(id, runtime, { svg, fetched }, consent)
  }

  async function take(id: string, runtime: JobRuntime, { title, read }: OwnFile): Promise<void> {
    const signal = runtime.canceller?.signal
    if (!signal || signal.aborted) return
    runtime.activity = 'reading'
    onChange()
    const picture = await read(id, signal)
    if (signal.aborted) return
    if (picture) {
      const { svg, width, height } = picture
      const side = (length: number) => Math.max(1, Math.round(length))
      runtime.request = requestOf(title, `${side(width)}x${side(height)}`)
      await keep(id, runtime, svg)
      Object.assign(runtime, { canceller: null, activity: null })
    } else runtimes.delete(id)
    onChange()
    options.onSettled(id)
  }

  return {
    /**
     * Lists the files as jobs at once, then reads and stores them one after the other. Unusable ones disappear again. `done` resolves when
     * all are finished.
     */
    addFiles(files: readonly OwnFile[]): { readonly ids: readonly string[]; readonly done: Promise<void> } {
      const started = files.map((file) => {
        const id = options.newId()
        const canceller = options.canceller()
        const runtime: JobRuntime = {
          ...{ request: requestOf(file.title, ''), startedAt: options.askedAt(), via: 'file' },
          ...{ canceller, activity: 'in-line', retryAt: null, error: null, svg: null, unstored: null },
        }
        runtimes.set(id, runtime)
        // Even while it waits for its turn.
        canceller.signal.addEventListener('abort', () => {
          runtimes.delete(id)
          onChange()
        })
        return { id, done: enqueue(() => take(id, runtime, file)) }
      })
      onChange()
      return {
        ids: started.map(({ id }) => id),
        done: Promise.all(started.map(({ done }) => done)).then(() => undefined),
      }
    },
    keep,
  }
}
