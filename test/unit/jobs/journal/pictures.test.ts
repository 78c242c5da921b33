import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUDGET } from '../../../../src/jobs/eviction'
import type { Written } from '../../../../src/jobs/storage'
import { entriesOf, MemoryStorage, START } from '../harness'
import { bytes, failed, insertedAt, keepOld, kept, openJournal, sent } from './harness'

describe('keeping a picture', () => {
  const ready = async (fill?: (storage: MemoryStorage) => void) => {
    const storage = new MemoryStorage()
    fill?.(storage)
    storage.keep('new', entriesOf.fetched('new', START + 100))
    const opened = openJournal(storage)
    await opened.journal.load()
    return opened
  }

  it('stores it, and gives it back', async () => {
    const { journal, storage, record } = await ready()
    const picture = new TextEncoder().encode('<svg/>')
    expect(await journal.keepPicture('new', picture, false)).toBe('written')
    expect(storage.records.get('new')?.picture).toEqual(picture)
    expect(await journal.picture('new')).toEqual(picture)
    expect(record('new').pictureBytes).toBe(picture.length)
  })

  it('counts what the pictures and the journal take, as the next visit does', async () => {
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

  it('counts what is there, not how often it was written', async () => {
    const { journal } = await ready()
    await journal.keepPicture('new', bytes(1000), false)
    await journal.note('new', 'starred', { on: true })
    const before = journal.used()
    await journal.keepPicture('new', bytes(1000), false)
    await journal.note('new', 'starred', { on: true })
    expect(journal.used()).toBe(before)
  })

  it('counts every job, and none that was removed', async () => {
    const { journal } = await ready((storage) => {
      keepOld(storage, 'a', START, 500)
      keepOld(storage, 'b', START, 700)
    })
    const all = journal.used()
    expect(all).toBeGreaterThan(1200)
    await journal.remove('a')
    expect(journal.used()).toBeGreaterThan(700)
    expect(journal.used()).toBeLessThan(all - 500)
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

  it('removes inserted pictures for it, the oldest first and no more than needed, without a question', async () => {
    const { journal, storage } = await ready((device) => {
      keepOld(device, 'younger', START + 2, 1_500_000, insertedAt(START))
      keepOld(device, 'oldest', START + 1, 1_500_000, insertedAt(START))
      keepOld(device, 'youngest', START + 3, 1_500_000, insertedAt(START))
    })
    expect(await journal.keepPicture('new', bytes(1_000_000), false)).toBe('written')
    expect([...storage.records.keys()].sort()).toEqual(['new', 'younger', 'youngest'])
    expect([...journal.records.keys()].sort()).toEqual(['new', 'younger', 'youngest'])
    expect(journal.used()).toBeLessThanOrEqual(BUDGET)
  })

  it.each([
    ['was never inserted', {}],
    ['has a star', { ...insertedAt(START), starred: { on: true } }],
  ])('asks before it removes a picture that %s, and removes nothing unasked', async (_what, extra) => {
    const { journal, storage } = await ready((device) => keepOld(device, 'dear', START, 4_000_000, extra))
    const outcome = await journal.keepPicture('new', bytes(1_000_000), false)
    expect(outcome).toEqual({ askFor: { remove: ['dear'], ask: true, fits: true } })
    expect(storage.writes).toEqual([])
    expect(storage.records.get('dear')?.picture).not.toBeNull()
    expect(journal.records.get('new')?.pictureBytes).toBeNull()

    expect(await journal.keepPicture('new', bytes(1_000_000), true)).toBe('written')
    expect([...storage.records.keys()]).toEqual(['new'])
    expect([...journal.records.keys()]).toEqual(['new'])
  })

  it('asks before it removes a picture whose star a later version has stored in its own way', async () => {
    const { journal, storage } = await ready((device) => {
      keepOld(device, 'dear', START, 4_000_000, insertedAt(START))
      device.records.get('dear')?.entries.set('starred', '{"stars":5}')
    })
    expect(await journal.keepPicture('new', bytes(1_000_000), false)).toMatchObject({
      askFor: { remove: ['dear'] },
    })
    expect(storage.records.get('dear')?.picture).not.toBeNull()
  })

  it('asks nothing for a picture whose star was taken away', async () => {
    const { journal } = await ready((device) =>
      keepOld(device, 'old', START, 4_000_000, { ...insertedAt(START), starred: { on: false } }),
    )
    expect(await journal.keepPicture('new', bytes(1_000_000), false)).toBe('written')
  })

  it('removes no job that has no picture, however much room it needs', async () => {
    const { journal, storage } = await ready((device) => {
      device.keep('accepted', entriesOf.accepted('a'))
      device.keep('failed', { ...entriesOf.sent('b'), ended: failed })
      keepOld(device, 'old', START, 4_700_000, { starred: { on: true } })
    })
    expect(await journal.keepPicture('new', bytes(4_700_000), true)).toBe('written')
    expect([...storage.records.keys()].sort()).toEqual(['accepted', 'failed', 'new'])
  })

  it('says full where not even an empty history would hold it, and removes nothing', async () => {
    const { journal, storage } = await ready((device) =>
      keepOld(device, 'old', START, 1000, insertedAt(START)),
    )
    expect(await journal.keepPicture('new', bytes(BUDGET), true)).toBe('full')
    expect(storage.writes).toEqual([])
    expect(storage.records.get('old')?.picture).not.toBeNull()
  })

  it.each<Written>(['full', 'unavailable'])(
    'says %s where the storage does, and counts no picture',
    async (refusal) => {
      const { journal, storage, record } = await ready()
      const before = journal.used()
      storage.onPicture = () => refusal
      expect(await journal.keepPicture('new', bytes(1000), false)).toBe(refusal)
      expect(record('new').pictureBytes).toBeNull()
      expect(journal.used()).toBe(before)
      expect(await journal.picture('new')).toBeNull()
    },
  )

  it('makes room once more where there is less than was thought', async () => {
    const { journal, storage } = await ready((device) =>
      keepOld(device, 'old', START, 1000, insertedAt(START)),
    )
    storage.onPicture = () => (storage.records.has('old') ? 'full' : 'written')
    expect(await journal.keepPicture('new', bytes(1000), false)).toBe('written')
    expect([...storage.records.keys()]).toEqual(['new'])
  })

  it('asks also where there is less room than was thought', async () => {
    const { journal, storage } = await ready((device) => keepOld(device, 'dear', START, 1000))
    storage.onPicture = () => 'full'
    expect(await journal.keepPicture('new', bytes(1000), false)).toMatchObject({
      askFor: { remove: ['dear'] },
    })
    expect([...storage.records.keys()].sort()).toEqual(['dear', 'new'])
  })

  it('reckons with what other windows have stored and removed in the meantime', async () => {
    const { journal, storage } = await ready((device) => keepOld(device, 'gone', START, 4_000_000))
    storage.records.delete('gone')
    expect(await journal.keepPicture('new', bytes(1_000_000), false)).toBe('written')

    const second = await ready()
    keepOld(second.storage, 'theirs', START, 4_000_000)
    expect(await second.journal.keepPicture('new', bytes(1_000_000), false)).toMatchObject({
      askFor: { remove: ['theirs'] },
    })
  })

  it('gives the same room to one only, where two ask at once', async () => {
    const { journal } = await ready((device) => device.keep('other', entriesOf.fetched('other')))
    const both = [bytes(2_500_000), bytes(2_500_000)] as const
    const outcomes = await Promise.all([
      journal.keepPicture('new', both[0], false),
      journal.keepPicture('other', both[1], false),
    ])
    expect(outcomes).toEqual(['written', { askFor: { remove: ['new'], ask: true, fits: true } }])
  })

  it('makes a job of it again where another window has dismissed it in the meantime', async () => {
    const { journal, storage } = await ready()
    storage.records.delete('new')
    expect(await journal.keepPicture('new', bytes(9), false)).toBe('written')
    const next = openJournal(storage)
    await next.journal.load()
    expect(next.journal.records.get('new')).toMatchObject({ pictureBytes: 9 })
  })

  it('never takes more than the budget, whatever is kept', async () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 3_000_000 }), fc.boolean()), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(sizes, async (pictures) => {
        const { journal, storage } = openJournal()
        for (const [place, [size, isInserted]] of pictures.entries()) {
          const id = `p${place}`
          await journal.note(id, 'sent', { ...sent, at: START + place })
          const written = await journal.keepPicture(id, bytes(size), true)
          expect(written).toBe('written')
          await journal.note(id, 'kept', { at: START + place, bytes: size })
          if (isInserted) await journal.note(id, 'inserted', { at: START + place })
          // A picture's own last words are not reckoned with when room is made for it.
          expect(journal.used()).toBeLessThanOrEqual(BUDGET + 1000)
        }
        const stored = [...storage.records.values()].reduce(
          (sum, { picture }) => sum + (picture?.length ?? 0),
          0,
        )
        expect(stored).toBeLessThanOrEqual(BUDGET)
      }),
      { numRuns: 30 },
    )
  })
})

describe('removing a job', () => {
  it('says where the storage did not, and still knows it then', async () => {
    const { journal, storage } = openJournal()
    storage.keep('job', entriesOf.kept('a'), bytes(9))
    await journal.load()
    storage.removable = false
    expect(await journal.remove('job')).toBe(false)
    expect([...journal.records.keys()]).toEqual(['job'])
    storage.removable = true
    expect(await journal.remove('job')).toBe(true)
    expect(journal.records.size).toBe(0)
  })

  it('takes it off the device and out of the journal, and says so', async () => {
    const { journal, storage, changes } = openJournal()
    storage.keep('job', entriesOf.kept('a'), bytes(9))
    storage.keep('other', entriesOf.kept('b'), bytes(9))
    await journal.load()
    const before = changes.count
    await journal.remove('job')
    expect([...storage.records.keys()]).toEqual(['other'])
    expect([...journal.records.keys()]).toEqual(['other'])
    expect(changes.count).toBeGreaterThan(before)
  })

  it('does nothing for a job that is not there', async () => {
    const { journal } = openJournal()
    expect(await journal.remove('none')).toBe(true)
  })

  it('lets the same name be used anew', async () => {
    const { journal, record } = openJournal()
    await journal.note('job', 'sent', sent)
    await journal.note('job', 'ended', failed)
    await journal.remove('job')
    await journal.note('job', 'sent', sent)
    expect(record('job')).toMatchObject({ state: 'sending', entries: { sent } })
    expect(record('job').entries.ended).toBeUndefined()
  })
})
