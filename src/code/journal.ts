import type { Handlers } from '../protocol/channel'
import type { codeContract } from '../protocol/contract'
import type { Capabilities } from './capabilities'
import { storeValue, withStorageFault } from './storage'

type JournalHandlers = Pick<
  Handlers<typeof codeContract>,
  'journal.load' | 'journal.put' | 'journal.putPicture' | 'journal.picture' | 'journal.remove'
>

/**
 * Keys: `job/<job>/<kind>` for an entry, `job/<job>/picture:<bytes>` for the picture, so that its size is known without reading
 * it. Other versions may have other keys under `job/<job>/`. They belong to that job, and only deleting the job changes them.
 */
const PREFIX = 'job/'
const JOB = /^[a-z0-9-]{1,40}$/
const KIND = /^[a-z]{1,20}$/
const PICTURE = /^picture:\d{1,9}$/
const SIZED = /:(\d{1,9})$/

/** Splits a key into its job and the rest; null for a key that does not belong to a job. */
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
 * The handlers for the journal of paid jobs in `figma.clientStorage`. Every entry has its own key, so that two windows of the
 * plugin can write at the same time without overwriting each other's entries.
 */
export function journalHandlers(
  figma: Pick<PluginAPI, 'clientStorage' | 'base64Encode' | 'base64Decode'>,
  capabilities: Pick<Capabilities, 'hasKept'>,
): JournalHandlers {
  const storage = figma.clientStorage
  const keysOf = async (job: string | undefined) => {
    const keys = await withStorageFault(() => storage.keysAsync())
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
        const value: unknown = await withStorageFault(() => storage.getAsync(key))
        if (isOurs && KIND.test(what) && typeof value === 'string')
          stored.entries.push({ kind: what, text: value })
        // Undefined if another window deleted it in the meantime.
        else if (value !== undefined) stored.otherBytes += sizeOf(value)
      })
      await Promise.all(reading)
      return { jobs: [...jobs.values()] }
    },

    async 'journal.put'({ job, kind, text }) {
      await storeValue(storage, `job/${job}/${kind}`, text)
      return {}
    },

    async 'journal.putPicture'({ job, bytes }) {
      // If the storage does not return bytes unchanged, they are stored as text.
      const isText = await capabilities.hasKept('stored-bytes')
      const value = isText ? figma.base64Encode(bytes) : bytes
      await storeValue(storage, `job/${job}/picture:${bytes.length}`, value)
      return {}
    },

    async 'journal.picture'({ job }) {
      const key = (await keysOf(job)).find(isPicture)
      const bytes: unknown = key === undefined ? null : await withStorageFault(() => storage.getAsync(key))
      if (typeof bytes === 'string') return { bytes: figma.base64Decode(bytes) }
      return { bytes: bytes instanceof Uint8Array ? bytes : null }
    },

    async 'journal.remove'({ job }) {
      const keys = await keysOf(job)
      // If deleting is interrupted, the rest must be a valid job: the picture goes first, and "sent" last, without which it is no job.
      const rank = (key: string) => (isPicture(key) ? 0 : key.endsWith('/sent') ? 2 : 1)
      for (const key of keys.sort((a, b) => rank(a) - rank(b)))
        await withStorageFault(() => storage.deleteAsync(key))
      return {}
    },
  }
}

/** Returns the approximate size of a value in bytes. */
function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).length
}
