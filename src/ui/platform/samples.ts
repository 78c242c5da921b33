import type { Samples } from '../samples/client'
import type { Sandbox } from './sandbox'

/** Loads the bundled sample pictures, which are part of the sandbox's code. */
export const sandboxSamples =
  (sandbox: Sandbox): Samples =>
  async () => {
    const reply = await sandbox.request('samples.load', {})
    return reply.ok ? reply.value.pictures : []
  }
