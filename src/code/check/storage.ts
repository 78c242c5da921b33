import type { Finding } from '../../protocol/check'
import { attempt, differs, good, unclear } from './findings'
import { BYTES, FILL, removeLeftovers, TEXT } from './leftovers'

/** The limit that Figma documents, in bytes. */
const DOCUMENTED = 5_000_000
/** Keys and the encoding of values also count, so the limit may appear lower by this many bytes. */
const SLACK = 150_000
/** Precision of the measured limit, in bytes. */
const STEP = 100_000

interface StorageOptions {
  readonly pause: () => Promise<void>
  readonly isStopped: () => boolean
}

/** Checks `figma.clientStorage` without changing stored data. Everything it writes is deleted afterwards. */
export async function tryStorage(storage: ClientStorageAPI, options: StorageOptions): Promise<Finding[]> {
  try {
    const text = await attempt('stored-text', () => tryText(storage))
    const bytes = await attempt('stored-bytes', () => tryBytes(storage))
    const limit =
      bytes.verdict === 'good' || text.verdict === 'good'
        ? await attempt('storage-limit', () => tryLimit(storage, options))
        : unclear('storage-limit')
    return [text, bytes, limit]
  } finally {
    await removeLeftovers(storage)
  }
}

async function tryText(storage: ClientStorageAPI): Promise<Finding> {
  const value = 'a test, 測試 ✓'
  await storage.setAsync(TEXT, value)
  const found: unknown = await storage.getAsync(TEXT)
  if (found !== value) return differs('stored-text', typeof found)
  if (!(await storage.keysAsync()).includes(TEXT)) return differs('stored-text', 'no key')
  await storage.deleteAsync(TEXT)
  const after: unknown = await storage.getAsync(TEXT)
  return after === undefined ? good('stored-text') : differs('stored-text', 'not deleted')
}

async function tryBytes(storage: ClientStorageAPI): Promise<Finding> {
  await storage.setAsync(BYTES, new Uint8Array([0, 7, 128, 255]))
  const found: unknown = await storage.getAsync(BYTES)
  if (!(found instanceof Uint8Array)) return differs('stored-bytes', typeof found)
  return found.join() === '0,7,128,255' ? good('stored-bytes') : differs('stored-bytes', found.join(' '))
}

/** Finds out how much can be stored, without changing stored data. */
async function tryLimit(storage: ClientStorageAPI, { pause, isStopped }: StorageOptions): Promise<Finding> {
  const used = await usedBytes(storage)
  const holds = async (total: number) => {
    await pause()
    try {
      await storage.setAsync(FILL, 'x'.repeat(Math.max(0, total - used)))
      return true
    } catch {
      return false
    }
  }
  if (await holds(DOCUMENTED - SLACK)) return good('storage-limit', DOCUMENTED)
  let [least, most] = [used, DOCUMENTED - SLACK]
  while (most - least > STEP) {
    if (isStopped()) return unclear('storage-limit')
    const middle = (least + most) / 2
    if (await holds(middle)) least = middle
    else most = middle
  }
  return differs('storage-limit', Math.floor(least / STEP) * STEP)
}

async function usedBytes(storage: ClientStorageAPI): Promise<number> {
  let used = 0
  for (const key of await storage.keysAsync()) {
    const value: unknown = key === FILL ? '' : await storage.getAsync(key)
    const length = value instanceof Uint8Array ? value.length : (JSON.stringify(value) || '').length
    used += key.length + length
  }
  return used
}
