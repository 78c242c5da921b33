import type { SamplePicture } from '../../protocol/contract'
import type { JobResult, SegmindClient } from '../../segmind/client'
import { failure } from '../../segmind/errors'
import { storedDimensions } from '../../segmind/request'
import { sampleSvg } from './svg'

/** Loads the bundled pictures; empty if that fails. */
export type Samples = () => Promise<readonly SamplePicture[]>

/**
 * A client that returns the bundled pictures instead of calling Segmind: nothing is sent or charged, and there is no wait. Jobs
 * that earlier versions left waiting are finished as well: their request id identifies the picture.
 */
export function createSampleClient(samples: Samples): SegmindClient {
  let next = 0

  /** The picture for a size; null if this version does not have it. */
  const draw = (picture: SamplePicture | undefined, size: string): JobResult | null => {
    const box = storedDimensions(size)
    if (!picture || !box) return null
    return {
      output: { type: 'svg', text: sampleSvg(picture, box.width, box.height) },
      metrics: { inferenceTime: null, queueTime: null, cost: 0 },
    }
  }

  return {
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
    // Never called: there is no queue, results contain the picture, and there is no key.
    submit: async () => failure('unavailable', 'no', true),
    picture: async (requestId) => failure('failed', 'no', false, { requestId }),
    credits: async () => failure('invalid-key', 'no', true),
  }
}
