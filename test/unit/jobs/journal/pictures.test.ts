import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { budgetOf, SPACE } from '../../../../src/jobs/eviction'
import { START } from '../../../support/jobs/clock'
import { entriesOf, MemoryStorage } from '../../../support/jobs/device'
import { bytes, failed, insertedAt, keepOld, kept, openJournal, sent } from './harness'

const BUDGET = budgetOf(SPACE)

describe('keeping a picture', () => {
  const ready = async (fill?: (storage: MemoryStorage) => void, space = SPACE) => {
    const storage = new MemoryStorage()
    fill?.(storage)
    storage.keep('new', entriesOf.fetched('new', START + 100))
    const opened = openJournal(storage, space)
    await opened.journal.load()
    return opened
  }

  it('counts the size of pictures and entries in the same way as the next session', async () => {
    const { journal, storage } = await ready()
    const before = journal.used()
    expect(before).toBeGreaterThan(0)
    await journal.keepPicture('new', bytes(1000), false)
    expect(journal.used()).toBeGreaterThanOrEqual(before + 1000)
    expect(journal.used()).toBeLessThan(before + 1200)
    await journal.note('new', 'kept', kept)
    expect(journal.used()).toBeGreaterThanOrEqual(before + 1000 + JSON.stringify(kept).length)
    const next = openJournal(storage)
    await next.journal.load()
    expect(next.journal.used()).toBe(journal.used())
  })

  it('counts bytes, not letters', async () => {
    const used = async (prompt: string) => {
      const { journal } = openJournal()
      await journal.note('job', 'sent', { ...sent, request: { ...sent.request, prompt } })
      return journal.used()
    }
    const none = await used('')
    for (const prompt of ['fox', 'Füchse', 'лиса', '狐', '🦊'])
      expect((await used(prompt)) - none).toBe(Buffer.byteLength(prompt))
  })

  it('asks before it removes a picture whose star a later version stored in another format', async () => {
    const { journal, storage } = await ready((device) => {
      keepOld(device, 'dear', START, 4_000_000, insertedAt(START))
      device.records.get('dear')?.entries.set('starred', '{"stars":5}')
    })
    expect(await journal.keepPicture('new', bytes(1_000_000), false)).toMatchObject({
      askFor: { remove: ['dear'] },
    })
    expect(storage.records.get('dear')?.picture).not.toBeNull()
  })

  it('removes no job that has no picture, however much space is needed', async () => {
    const { journal, storage } = await ready((device) => {
      device.keep('accepted', entriesOf.accepted('a'))
      device.keep('failed', { ...entriesOf.sent('b'), ended: failed })
      keepOld(device, 'old', START, 4_700_000, { starred: { on: true } })
    })
    expect(await journal.keepPicture('new', bytes(4_700_000), true)).toBe('written')
    expect([...storage.records.keys()].sort()).toEqual(['accepted', 'failed', 'new'])
  })

  it('reports a full storage if it does not even fit into an empty history, and removes nothing', async () => {
    const { journal, storage } = await ready((device) =>
      keepOld(device, 'old', START, 1000, insertedAt(START)),
    )
    expect(await journal.keepPicture('new', bytes(BUDGET), true)).toBe('full')
    expect(storage.writes).toEqual([])
    expect(storage.records.get('old')?.picture).not.toBeNull()
  })

  it('makes space again if there is less than expected', async () => {
    const { journal, storage } = await ready((device) =>
      keepOld(device, 'old', START, 1000, insertedAt(START)),
    )
    storage.onPicture = () => (storage.records.has('old') ? 'full' : 'written')
    expect(await journal.keepPicture('new', bytes(1000), false)).toBe('written')
    expect([...storage.records.keys()]).toEqual(['new'])
  })

  it('counts what other windows stored and removed in the meantime', async () => {
    const { journal, storage } = await ready((device) => keepOld(device, 'gone', START, 4_000_000))
    storage.records.delete('gone')
    expect(await journal.keepPicture('new', bytes(1_000_000), false)).toBe('written')

    const second = await ready()
    keepOld(second.storage, 'theirs', START, 4_000_000)
    expect(await second.journal.keepPicture('new', bytes(1_000_000), false)).toMatchObject({
      askFor: { remove: ['theirs'] },
    })
  })

  it('gives the same space to only one of two pictures at once', async () => {
    const { journal } = await ready((device) => device.keep('other', entriesOf.fetched('other')))
    const both = [bytes(2_500_000), bytes(2_500_000)] as const
    const outcomes = await Promise.all([
      journal.keepPicture('new', both[0], false),
      journal.keepPicture('other', both[1], false),
    ])
    expect(outcomes).toEqual(['written', { askFor: { remove: ['new'], ask: true, fits: true } }])
  })

  it('never uses more than the space of this device, whatever is stored', async () => {
    const spaces = fc.integer({ min: 2_000_000, max: SPACE })
    const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 3_000_000 }), fc.boolean()), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(sizes, spaces, async (pictures, space) => {
        const budget = budgetOf(space)
        const { journal, storage } = openJournal(new MemoryStorage(), space)
        for (const [place, [size, isInserted]] of pictures.entries()) {
          const id = `p${place}`
          await journal.note(id, 'sent', { ...sent, at: START + place })
          const written = await journal.keepPicture(id, bytes(size), true)
          // 1000 bytes are enough for its entries.
          if (size < budget - 1000) expect(written).toBe('written')
          if (written !== 'written') continue
          await journal.note(id, 'kept', { at: START + place, bytes: size })
          if (isInserted) await journal.note(id, 'inserted', { at: START + place })
          // The entry that is written after a picture is not counted when space is made for it.
          expect(journal.used()).toBeLessThanOrEqual(budget + 1000)
        }
        const stored = [...storage.records.values()].reduce(
          (sum, { picture }) => sum + (picture?.length ?? 0),
          0,
        )
        expect(stored).toBeLessThanOrEqual(budget)
      }),
      { numRuns: 30 },
    )
  })
})
