import { signal } from '@preact/signals'
import type { SamplePicture } from '../../protocol/contract'
import type { Samples } from '../samples/sampler'

export type SamplesStore = ReturnType<typeof createSamplesStore>

/** The bundled images, for those who look at them before there is a key. */
export function createSamplesStore(read: Samples) {
  /** Null until they have been read; empty where they cannot be. */
  const pictures = signal<readonly SamplePicture[] | null>(null)
  let reading: Promise<void> | null = null

  return {
    pictures,
    /** Reads them, once. */
    load(): Promise<void> {
      reading ??= read().then((all) => {
        pictures.value = all
        // What failed is tried again at the next occasion.
        if (all.length === 0) reading = null
      })
      return reading
    },
  }
}
