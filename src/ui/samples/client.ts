import type { SamplePicture } from '../../protocol/contract'
import type { SegmindClient } from '../../segmind/client'
import { failure } from '../../segmind/errors'
import type { Clock } from '../../segmind/http'
import { storedDimensions } from '../../segmind/request'
import { sampleSvg } from './svg'

/** The bundled pictures; none where they cannot be had. */
export type Samples = () => Promise<readonly SamplePicture[]>

/** How long a sample takes to be drawn, in ms: long enough to see how waiting feels. */
const DURATION = 3000

/**
 * Draws the bundled pictures instead of asking Segmind: nothing is sent and nothing is charged. A request id says all that there
 * is to know of its job, so one that was left open is picked up at the next visit like a paid one.
 */
export function createSampleClient(clock: Clock, samples: Samples): SegmindClient {
  let next = 0

  const read = (requestId: string) => {
    const [, picture, size, at] = requestId.split('_')
    return { index: Number(picture), size, at: Number(at) }
  }

  return {
    async submit({ prompt, size }) {
      const pictures = await samples()
      if (pictures.length === 0) return failure('unavailable', 'no', true)
      const named = pictures.findIndex((picture) => picture.prompt === prompt)
      const picture = named < 0 ? next % pictures.length : named
      next = picture + 1
      return { ok: true, value: `sample_${picture}_${size}_${clock.now()}` }
    },
    async status(requestId) {
      const elapsed = clock.now() - read(requestId).at
      return { ok: true, value: elapsed < DURATION ? 'processing' : 'completed' }
    },
    async result(requestId) {
      const { index, size } = read(requestId)
      const picture = (await samples())[index]
      const box = storedDimensions(size ?? '')
      // A sample that this version does not have.
      if (!picture || !box) return failure('failed', 'no', false, { requestId })
      return {
        ok: true,
        value: {
          output: { type: 'svg', text: sampleSvg(picture, box.width, box.height) },
          metrics: { inferenceTime: null, queueTime: null, cost: 0 },
        },
      }
    },
    // What is never asked of it: its results hold the picture, and it has no key that could be worth anything.
    picture: async (requestId) => failure('failed', 'no', false, { requestId }),
    direct: async () => failure('unavailable', 'no', true),
    credits: async () => failure('invalid-key', 'no', true),
  }
}
