import type { Clock } from '../segmind/http'
import type { JobRuntime } from './job-runtime'
import type { Journal } from './journal'
import type { Fetched } from './run'
import { type DeliveredSvg, UnreadablePicture } from './unreadable-picture'

interface JobPicturesOptions {
  readonly journal: Journal
  readonly clock: Clock
  readonly runtimes: ReadonlyMap<string, JobRuntime>
  readonly deflate: (text: string) => Promise<Uint8Array>
  /** Rejects with UnreadablePicture. */
  readonly inflate: (bytes: Uint8Array) => Promise<string>
  readonly onChange: () => void
}

/** Stores the pictures of jobs, and reads them from memory or the storage. */
export function createJobPictures({
  journal,
  clock,
  runtimes,
  deflate,
  inflate,
  onChange,
}: JobPicturesOptions) {
  /** Compresses and stores a picture. `consent`: pictures that the user agreed to lose may be removed for it. */
  async function keep(
    id: string,
    runtime: JobRuntime,
    { svg, fetched }: Fetched,
    consent = false,
  ): Promise<void> {
    runtime.activity = 'keeping'
    // In memory first, so that the user can use it even if storing fails.
    runtime.svg = svg
    onChange()
    const bytes = await deflate(svg).catch(() => null)
    const kept = bytes ? await journal.keepPicture(id, bytes, consent) : 'unavailable'
    if (!journal.records.get(id)?.entries.fetched) await journal.note(id, 'fetched', fetched)
    if (
      bytes &&
      kept === 'written' &&
      (await journal.note(id, 'kept', { at: clock.now(), bytes: bytes.length })) === 'written'
    ) {
      Object.assign(runtime, { svg: null, unstored: null })
    } else {
      runtime.unstored = typeof kept === 'object' ? 'consent' : kept === 'written' ? 'unavailable' : kept
    }
    onChange()
  }

  /** Returns the picture as it was delivered, or why it is unavailable. */
  async function delivered(id: string): Promise<DeliveredSvg> {
    const held = runtimes.get(id)?.svg
    if (held) return { svg: held }
    const bytes = await journal.picture(id)
    if (!bytes) return { svg: null, why: 'not-given' }
    return inflate(bytes).then(
      (svg) => ({ svg }),
      (error) => ({ svg: null, why: error instanceof UnreadablePicture ? error.flaw : 'damaged' }),
    )
  }

  return { keep, delivered }
}
