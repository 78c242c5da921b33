import { deflateRawSync } from 'node:zlib'
import type { FakeJournal } from './panel-stage'

/** A picture stored in an earlier session. */
export interface KeptPicture {
  readonly prompt: string
  readonly svg?: string
  readonly style?: string
  readonly size?: string
  readonly model?: string
  readonly inserted?: boolean
  readonly starred?: boolean
  /** Whether it is one of the bundled pictures, which are free. */
  readonly isSample?: boolean
  /** Its reported size, if it matters. */
  readonly bytes?: number
}

const FIRST = Date.UTC(2026, 0, 5, 9)
const HOUR = 3_600_000

const SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 1024 1024"><path d="M0 0H1024V1024H0Z" fill="#f4e3c8"/><path d="M256 256H768V768H256Z" fill="#b5442e"/></svg>'

/** Returns a journal with one job without a picture, with these entries. */
export function journalOf(job: string, entries: object): FakeJournal {
  const texts = Object.entries(entries).map(([kind, entry]) => [kind, JSON.stringify(entry)] as const)
  return new Map([[job, { entries: new Map(texts), picture: null }]])
}

/** Returns the storage with these pictures, oldest first, with the same entries as the panel writes. */
export function keptPictures(pictures: readonly KeptPicture[]): FakeJournal {
  const journal: FakeJournal = new Map()
  for (const [i, { prompt, svg = SQUARE, inserted = true, bytes, ...more }] of pictures.entries()) {
    const { style = 'any', size = '1024x1024', model, starred = false, isSample = false } = more
    const at = FIRST + i * HOUR
    const requestId = `3f0c5d1e-0000-4000-8000-${String(i).padStart(12, '0')}`
    const picture = new Uint8Array(deflateRawSync(svg))
    const request = { prompt, style, size, model }
    const url = `https://images.segmind.com/recraft/${requestId}.svg`
    const entries = {
      sent: { attempt: 1, at, via: isSample ? 'sample' : 'queue', request },
      accepted: { requestId, at: at + 900 },
      fetched: isSample
        ? { at: at + 3000, url: null, waited: 2900, cost: 0, inferenceTime: null, queueTime: null }
        : { at: at + 17_000, url, waited: 16_100, cost: 0.1, inferenceTime: 13.2, queueTime: 1.1 },
      kept: { at: at + 17_800, bytes: bytes ?? picture.length },
      ...(inserted && { inserted: { at: at + 30_000 } }),
      ...(starred && { starred: { on: true } }),
    }
    for (const [job, record] of journalOf(`kept-${String(i).padStart(3, '0')}`, entries))
      journal.set(job, { ...record, picture, ...(bytes !== undefined && { bytes }) })
  }
  return journal
}
