import type { SamplePicture } from '../../protocol/contract'
import { type StoredRequest, storedDimensions } from '../../segmind/request'
import { sampleSvg } from './svg'

/** Loads the bundled pictures; empty if that fails. */
export type Samples = () => Promise<readonly SamplePicture[]>

/** Gives out the bundled pictures in turn. */
export function createSampler(samples: Samples) {
  let next = 0
  return {
    /**
     * Returns the SVG text of a bundled picture: the one with the request's prompt, or the next in turn. Null if there are no
     * pictures, or the size cannot be read.
     */
    async sampleFor({ prompt, size }: StoredRequest): Promise<string | null> {
      const pictures = await samples()
      const named = pictures.findIndex((picture) => picture.prompt === prompt)
      const at = named < 0 ? next % pictures.length : named
      next = at + 1
      const picture = pictures[at]
      const box = storedDimensions(size)
      return picture && box ? sampleSvg(picture, box.width, box.height) : null
    },
    /** Returns the prompt of the next picture in turn, and moves on to the one after it. Empty if there are no pictures. */
    async nextPrompt(): Promise<string> {
      const pictures = await samples()
      const picture = pictures[next % pictures.length]
      next += 1
      return picture?.prompt ?? ''
    },
  }
}
