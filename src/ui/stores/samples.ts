import { signal } from '@preact/signals'
import type { SamplePicture } from '../../protocol/contract'
import type { Samples } from '../samples/sampler'

export type SamplesStore = ReturnType<typeof createSamplesStore>

/** The bundled images, shown before there is a key. */
export function createSamplesStore(read: Samples) {
  /** Null until they are loaded; empty if that failed. */
  const pictures = signal<readonly SamplePicture[] | null>(null)
  let reading: Promise<void> | null = null

  return {
    pictures,
    /** Loads them once. */
    load(): Promise<void> {
      reading ??= read().then((all) => {
        pictures.value = all
        // Try again the next time.
        if (all.length === 0) reading = null
      })
      return reading
    },
  }
}
