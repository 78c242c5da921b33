import type { JobStorage, Written } from '../../jobs/storage'
import type { Reply } from '../../protocol/channel'
import type { Sandbox } from './sandbox'

/** The journal and the pictures, which the sandbox stores in `figma.clientStorage`. */
export function sandboxStorage(sandbox: Sandbox): JobStorage {
  return {
    async load(job) {
      const reply = await sandbox.request('journal.load', job === undefined ? {} : { job })
      return reply.ok ? reply.value.jobs : null
    },
    put: async (job, kind, text) => written(await sandbox.request('journal.put', { job, kind, text })),
    putPicture: async (job, bytes) => written(await sandbox.request('journal.putPicture', { job, bytes })),
    async picture(job) {
      const reply = await sandbox.request('journal.picture', { job })
      return reply.ok ? reply.value.bytes : null
    },
    async remove(job) {
      return (await sandbox.request('journal.remove', { job })).ok
    },
  }
}

function written(reply: Reply<unknown>): Written {
  if (reply.ok) return 'written'
  return reply.error.code === 'storage-full' ? 'full' : 'unavailable'
}

/** 96 random bits, so that two windows never create the same id. (`crypto.randomUUID` is missing in the panel's frame.) */
export const newJobId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
