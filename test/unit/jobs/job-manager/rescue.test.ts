import { describe, expect, it } from 'vitest'
import type { Entries } from '../../../../src/jobs/entries'
import { rescueOf } from '../../../../src/jobs/job'
import { failure } from '../../../../src/segmind/errors'
import { START } from '../../../support/jobs/clock'
import { entriesOf, MemoryStorage } from '../../../support/jobs/device'
import { openWindow } from '../../../support/jobs/simulation'

const DAY = 24 * 3_600_000
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const { fetched, ...accepted } = entriesOf.fetched('a fox', START - DAY)
const foreign = { ...fetched, url: 'https://files.example/a.svg' }
const endedAs = (how: 'failed' | 'expired' | 'unknown', kind: string, charged: 'yes' | 'unknown' | 'no') => ({
  ended: { attempt: 1, at: START - 1000, how, error: { ...failure('expired', charged, false).error, kind } },
})

describe('a job whose picture only the user can get', () => {
  it.each<[what: string, entries: Partial<Entries>, way: 'file' | 'console', cost: number | null]>([
    ['on a host that may not be contacted', { ...accepted, fetched: foreign }, 'file', 0.1],
    [
      'whose record has expired',
      { ...accepted, ...endedAs('expired', 'expired', 'unknown') },
      'console',
      null,
    ],
    [
      'whose file has expired',
      {
        ...accepted,
        fetched: { ...fetched, at: START - 8 * DAY },
        ...endedAs('expired', 'file-expired', 'yes'),
      },
      'console',
      0.1,
    ],
    [
      'whose answer never came',
      { sent: accepted.sent, ...endedAs('unknown', 'timeout', 'unknown') },
      'console',
      null,
    ],
  ])('%s is completed by its file, with its prompt and cost', async (_what, entries, way, cost) => {
    const storage = new MemoryStorage()
    storage.keep('a', entries)
    const window = openWindow(storage)
    await window.load(1000)
    expect(rescueOf(window.job())).toBe(way)
    await window.jobManager.deliver('a', SVG)
    expect(window.job()).toMatchObject({
      ...{ state: 'kept', error: null, hasPicture: true, isOwn: false, cost },
      request: { prompt: 'a fox' },
    })
    expect(window.settled.at(-1)).toBe('a')
    expect(window.posts()).toEqual([])
    // The next session has it, too.
    const next = openWindow(storage)
    await next.load(1000)
    expect(next.job()).toMatchObject({ state: 'kept', error: null, cost })
    expect(await next.jobManager.svg('a')).toBe(SVG)
  })

  it('must possibly have been charged, and a job with a picture keeps it', async () => {
    const storage = new MemoryStorage()
    storage.keep('free', { sent: accepted.sent, ...endedAs('failed', 'rejected', 'no') })
    storage.keep('kept', entriesOf.kept('an owl'), new TextEncoder().encode('<svg>owl</svg>'))
    const window = openWindow(storage)
    await window.load(1000)
    expect(rescueOf(window.job('a fox'))).toBeNull()
    expect(rescueOf(window.job('an owl'))).toBeNull()
    await window.jobManager.deliver('kept', SVG)
    expect(await window.jobManager.svg('kept')).toBe('<svg>owl</svg>')
  })
})
