import type { Samples } from '../samples/sampler'
import type { Sandbox } from './sandbox'

/** The bundled pictures, which travel in the sandbox's half. */
export const sandboxSamples =
  (sandbox: Sandbox): Samples =>
  async () => {
    const reply = await sandbox.request('samples.load', {})
    return reply.ok ? reply.value.pictures : []
  }
