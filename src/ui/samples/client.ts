import type { SamplePicture } from '../../protocol/contract'
import type { JobResult, SegmindClient } from '../../segmind/client'
import { failure } from '../../segmind/errors'
import { storedDimensions } from '../../segmind/request'
import { sampleSvg } from './svg'

/** The bundled pictures; none where they cannot be had. */
export type Samples = () => Promise<readonly SamplePicture[]>

interface SampleClient extends SegmindClient {
  /** The prompt of the picture that comes next, and moves on to the one after it; empty where there are no pictures. */
  nextPrompt(): Promise<string>
}

/**
 * Hands out the bundled pictures instead of asking Segmind: nothing is sent, nothing is charged, and nothing takes time. Earlier
 * versions had the user wait for them, under a request id that says all that there is to know: one that was left open is picked up.
 */
export function createSampleClient(samples: Samples): SampleClient {
  let next = 0

  /** The picture, drawn for a size; null where this version does not have it. */
  const draw = (picture: SamplePicture | undefined, size: string): JobResult | null => {
    const box = storedDimensions(size)
    if (!picture || !box) return null
    return {
      output: { type: 'svg', text: sampleSvg(picture, box.width, box.height) },
      metrics: { inferenceTime: null, queueTime: null, cost: 0 },
    }
  }

  return {
    async nextPrompt() {
      const pictures = await samples()
      const picture = pictures[next % pictures.length]
      next += 1
      return picture?.prompt ?? ''
    },
    async direct({ prompt, size }) {
      const pictures = await samples()
      const named = pictures.findIndex((picture) => picture.prompt === prompt)
      const at = named < 0 ? next % pictures.length : named
      next = at + 1
      const value = draw(pictures[at], size)
      return value ? { ok: true, value } : failure('unavailable', 'no', true)
    },
    status: async () => ({ ok: true, value: 'completed' }),
    async result(requestId) {
      const [, picture, size = ''] = requestId.split('_')
      const value = draw((await samples())[Number(picture)], size)
      return value ? { ok: true, value } : failure('failed', 'no', false, { requestId })
    },
    // What is never asked of it: it has no queue, its results hold the picture, and it has no key that could be worth anything.
    submit: async () => failure('unavailable', 'no', true),
    picture: async (requestId) => failure('failed', 'no', false, { requestId }),
    credits: async () => failure('invalid-key', 'no', true),
  }
}
