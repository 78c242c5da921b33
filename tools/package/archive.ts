import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'

/** The date of each file: the earliest that a zip can store. In local time, which is what zips store. */
const DATE = new Date(1980, 0, 1)

/** Returns a zip of these text files: the same bytes for the same files, whatever the time, the time zone and the platform. */
export function archiveOf(files: Readonly<Record<string, string>>): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  const entries = sorted.map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: DATE, level: 9 })
}

/** Returns the SHA-256 checksum in hex. */
export const checksumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
