import type { Handlers } from '../protocol/channel'
import type { codeContract } from '../protocol/contract'
import { put, reach } from './storage'

type JournalHandlers = Pick<
  Handlers<typeof codeContract>,
  'journal.load' | 'journal.put' | 'journal.putPicture' | 'journal.picture' | 'journal.remove'
>

/**
 * `job/<job>/<kind>` for an entry, `job/<job>/picture:<bytes>` for the picture: its size is known without reading it. Other
 * versions may have other keys below `job/`: they belong to the job whose name comes first, and are never touched but when
 * the user deletes it.
 */
const PREFIX = 'job/'
const JOB = /^[a-z0-9-]{1,40}$/
const KIND = /^[a-z]{1,20}$/
const PICTURE = /^picture:\d{1,9}$/
const SIZED = /:(\d{1,9})$/

/** The job that a key belongs to, and what it holds of it; null for a key that is not of a job. */
function partsOf(key: string): { readonly job: string; readonly what: string } | null {
  if (!key.startsWith(PREFIX)) return null
  const rest = key.slice(PREFIX.length)
  const end = rest.indexOf('/')
  return end < 0 ? { job: rest, what: '' } : { job: rest.slice(0, end), what: rest.slice(end + 1) }
}

const isPicture = (key: string) => PICTURE.test(partsOf(key)?.what ?? '')

interface StoredJob {
  job: string
  entries: { kind: string; text: string }[]
  pictureBytes: number | null
  otherBytes: number
}

/**
 * The journal of paid jobs in `figma.clientStorage`. Every entry has a key of its own, so two windows of the plugin that
 * write at once never overwrite each other's.
 */
export function journalHandlers(storage: ClientStorageAPI): JournalHandlers {
  const keysOf = async (job: string | undefined) => {
    const keys = await reach(() => storage.keysAsync())
    return keys.filter((key) => {
      const parts = partsOf(key)
      return parts && (job === undefined || parts.job === job)
    })
  }

  return {
    async 'journal.load'({ job }) {
      const jobs = new Map<string, StoredJob>()
      const reading = (await keysOf(job)).map(async (key) => {
        const { job: id, what } = partsOf(key) as { job: string; what: string }
        const stored = jobs.get(id) ?? { job: id, entries: [], pictureBytes: null, otherBytes: 0 }
        jobs.set(id, stored)
        const isOurs = JOB.test(id)
        const size = SIZED.exec(what)
        if (size) {
          const bytes = Number(size[1])
          if (isOurs && PICTURE.test(what) && stored.pictureBytes === null) stored.pictureBytes = bytes
          else stored.otherBytes += bytes
          return
        }
        const value: unknown = await reach(() => storage.getAsync(key))
        if (isOurs && KIND.test(what) && typeof value === 'string')
          stored.entries.push({ kind: what, text: value })
        // Otherwise another window has deleted it since.
        else if (value !== undefined) stored.otherBytes += sizeOf(value)
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
      const key = (await keysOf(job)).find(isPicture)
      const bytes: unknown = key === undefined ? null : await reach(() => storage.getAsync(key))
      return { bytes: bytes instanceof Uint8Array ? bytes : null }
    },

    async 'journal.remove'({ job }) {
      const keys = await keysOf(job)
      // The picture first: no entry may speak of a picture that is gone; and "sent" last, which makes it a job.
      const rank = (key: string) => (isPicture(key) ? 0 : key.endsWith('/sent') ? 2 : 1)
      for (const key of keys.sort((a, b) => rank(a) - rank(b))) await reach(() => storage.deleteAsync(key))
      return {}
    },
  }
}

/** Roughly what a value takes, in bytes. */
function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).length
}
