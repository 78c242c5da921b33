import type { SamplePicture } from '../../protocol/contract'
import { type StoredRequest, storedDimensions } from '../../segmind/request'
import { sampleSvg } from './svg'

/** The bundled pictures; none where they cannot be loaded. */
export type Samples = () => Promise<readonly SamplePicture[]>

/**
 * Returns the SVG text of a bundled picture for each request: the one with the same prompt, or the next in turn.
 * Null where there are no pictures, or the size cannot be read.
 */
export function createSampler(samples: Samples): (request: StoredRequest) => Promise<string | null> {
  let next = 0
  return async ({ prompt, size }) => {
    const pictures = await samples()
    const named = pictures.findIndex((picture) => picture.prompt === prompt)
    const at = named < 0 ? next % pictures.length : named
    next = at + 1
    const picture = pictures[at]
    const box = storedDimensions(size)
    return picture && box ? sampleSvg(picture, box.width, box.height) : null
  }
}
