import type { Handlers } from '../protocol/channel'
import type { codeContract } from '../protocol/contract'
import { put, reach } from './storage'

type JournalHandlers = Pick<
  Handlers<typeof codeContract>,
  'journal.load' | 'journal.put' | 'journal.putPicture' | 'journal.picture' | 'journal.remove'
>

/** `job/<job>/<kind>` for an entry, `job/<job>/picture:<bytes>` for the picture: its size is known without reading it. */
const KEY = /^job\/([a-z0-9-]+)\/([a-z]+)(?::(\d+))?$/

interface StoredJob {
  job: string
  entries: { kind: string; text: string }[]
  pictureBytes: number | null
}

/**
 * The journal of paid jobs in `figma.clientStorage`. Every entry has a key of its own, so two windows of the plugin that
 * write at once never overwrite each other's.
 */
export function journalHandlers(storage: ClientStorageAPI): JournalHandlers {
  const keysOf = async (job: string | undefined) => {
    const keys = await reach(() => storage.keysAsync())
    return keys.filter((key) => key.startsWith(job === undefined ? 'job/' : `job/${job}/`))
  }

  return {
    async 'journal.load'({ job }) {
      const jobs = new Map<string, StoredJob>()
      const reading = (await keysOf(job)).map(async (key) => {
        const [, id = '', kind = '', bytes] = KEY.exec(key) ?? []
        if (id === '') return
        const stored = jobs.get(id) ?? { job: id, entries: [], pictureBytes: null }
        jobs.set(id, stored)
        if (bytes !== undefined) {
          stored.pictureBytes = Number(bytes)
          return
        }
        const text: unknown = await reach(() => storage.getAsync(key))
        if (typeof text === 'string') stored.entries.push({ kind, text })
      })
      await Promise.all(reading)
      return { jobs: [...jobs.values()] }
    },

    async 'journal.put'({ job, kind, text }) {
      await put(storage, `job/${job}/${kind}`, text)
      return {}
    },

    async 'journal.putPicture'({ job, bytes }) {
      await put(storage, `job/${job}/picture:${bytes.length}`, bytes)
      return {}
    },

    async 'journal.picture'({ job }) {
      const key = (await keysOf(job)).find((each) => each.startsWith(`job/${job}/picture:`))
      const bytes: unknown = key === undefined ? null : await reach(() => storage.getAsync(key))
      return { bytes: bytes instanceof Uint8Array ? bytes : null }
    },

    async 'journal.remove'({ job }) {
      const keys = await keysOf(job)
      // The picture first: no entry may speak of a picture that is gone; and "sent" last, which makes it a job.
      const rank = (key: string) => (key.includes('/picture:') ? 0 : key.endsWith('/sent') ? 2 : 1)
      for (const key of keys.sort((a, b) => rank(a) - rank(b))) await reach(() => storage.deleteAsync(key))
      return {}
    },
  }
}
