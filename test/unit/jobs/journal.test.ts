import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entries, Entry, EntryKind } from '../../../src/jobs/entries'
import { createJournal } from '../../../src/jobs/journal'
import { BUDGET } from '../../../src/jobs/room'
import { mayMove } from '../../../src/jobs/states'
import type { Written } from '../../../src/jobs/storage'
import { failure } from '../../../src/segmind/errors'
import { entriesOf, MemoryStorage, START, urlOf } from './bench'

/** A journal on a device, and how often it said that something changed. */
function openJournal(storage = new MemoryStorage()) {
  const changes = { count: 0 }
  const journal = createJournal(storage, () => {
    changes.count += 1
  })
  return {
    journal,
    storage,
    changes,
    chapter(id: string) {
      const chapter = journal.chapters.get(id)
      if (!chapter) throw new Error(`${id} is not in the journal`)
      return chapter
    },
  }
}

const { sent } = entriesOf.sent('a fox')
const again = { ...sent, attempt: 2, at: START + 9000 }
const refused = { attempt: 1, at: START + 1, until: START + 5000 }
const { accepted, fetched, kept } = entriesOf.kept('a fox')
const { error } = failure('unavailable', 'no', true)
const failed: Entry<'ended'> = { attempt: 1, at: START + 2, how: 'failed', error }
const bytes = (length: number) => new Uint8Array(length)

/** A stored picture of this many bytes. */
function keepOld(
  storage: MemoryStorage,
  id: string,
  at: number,
  size: number,
  extra: Partial<Entries> = {},
): void {
  storage.keep(id, { ...entriesOf.kept(id, at), ...extra }, bytes(size))
}

const insertedAt = (at: number) => ({ inserted: { at } })

describe('loading', () => {
  it('takes over every stored job, with its state and its picture', async () => {
    const { journal, storage, chapter } = openJournal()
    storage.keep('sent', entriesOf.sent('a'))
    storage.keep('accepted', entriesOf.accepted('b'))
    storage.keep('kept', entriesOf.kept('c'), bytes(7))
    expect(await journal.load()).toBe(true)
    expect([...journal.chapters.keys()].sort()).toEqual(['accepted', 'kept', 'sent'])
    expect(chapter('sent')).toMatchObject({
      state: 'sending',
      pictureBytes: null,
      entries: entriesOf.sent('a'),
    })
    expect(chapter('accepted')).toMatchObject({ state: 'accepted', pictureBytes: null })
    expect(chapter('kept')).toMatchObject({ state: 'kept', pictureBytes: 7 })
  })

  it('says where the storage cannot be read, and knows nothing then', async () => {
    const { journal, storage } = openJournal()
    storage.keep('kept', entriesOf.kept('c'))
    storage.readable = false
    expect(await journal.load()).toBe(false)
    expect(journal.chapters.size).toBe(0)
  })

  it('finds an empty device in order', async () => {
    const { journal } = openJournal()
    expect(await journal.load()).toBe(true)
    expect(journal.used()).toBe(0)
  })

  it('passes over what another version has written, and keeps the rest of the job', async () => {
    const { journal, storage, chapter } = openJournal()
    storage.keep('job', entriesOf.accepted('a'))
    const entries = storage.records.get('job')?.entries
    entries?.set('painted', '{"at":1}')
    entries?.set('kept', '{"at":"yesterday"}')
    entries?.set('ended', 'not even JSON')
    expect(await journal.load()).toBe(true)
    expect(chapter('job').state).toBe('accepted')
    expect(chapter('job').entries).not.toHaveProperty('painted')
  })

  it('clears away what is left of a job whose beginning is gone', async () => {
    const { journal, storage } = openJournal()
    storage.keep('headless', { accepted })
    storage.keep('whole', entriesOf.accepted('a'))
    expect(await journal.load()).toBe(true)
    expect([...journal.chapters.keys()]).toEqual(['whole'])
    expect([...storage.records.keys()]).toEqual(['whole'])
  })

  it('forgets a picture that another window has removed, and nothing that was never stored', async () => {
    const { journal, storage } = openJournal()
    storage.keep('kept', entriesOf.kept('a'), bytes(9))
    await journal.load()
    await journal.note('sent', 'sent', sent)
    storage.records.clear()
    expect(await journal.load()).toBe(true)
    expect([...journal.chapters.keys()]).toEqual(['sent'])
  })
})

describe('writing a step down', () => {
  it('stores it as text under its kind, and says so', async () => {
    const { journal, storage, changes, chapter } = openJournal()
    expect(await journal.note('job', 'sent', sent)).toBe('written')
    expect(storage.entry('job', 'sent')).toEqual(sent)
    expect(chapter('job')).toMatchObject({ id: 'job', state: 'sending', entries: { sent } })
    expect(changes.count).toBeGreaterThan(0)
  })

  it('is read back by the next visit', async () => {
    const { journal, storage } = openJournal()
    await journal.note('job', 'sent', sent)
    await journal.note('job', 'accepted', accepted)
    const next = openJournal(storage)
    await next.journal.load()
    expect(next.chapter('job').entries).toEqual({ sent, accepted })
  })

  it.each<Written>(['full', 'unavailable'])(
    'leaves no job behind where the first step is refused as %s',
    async (refusal) => {
      const { journal, storage } = openJournal()
      storage.onPut = () => refusal
      expect(await journal.note('job', 'sent', sent)).toBe(refusal)
      expect(journal.chapters.size).toBe(0)
      expect(storage.records.size).toBe(0)
    },
  )

  it('leaves no job behind where the first step lands though it was called refused', async () => {
    const { journal, storage } = openJournal()
    storage.onPut = (job) => {
      storage.keep(job, { sent })
      return 'unavailable'
    }
    expect(await journal.note('job', 'sent', sent)).toBe('unavailable')
    expect(storage.records.size).toBe(0)
  })

  it.each<Written>(['full', 'unavailable'])(
    'keeps memory ahead where a later step is refused as %s',
    async (refusal) => {
      const { journal, storage, chapter } = openJournal()
      await journal.note('job', 'sent', sent)
      storage.onPut = () => refusal
      expect(await journal.note('job', 'accepted', accepted)).toBe(refusal)
      expect(chapter('job')).toMatchObject({ state: 'accepted', entries: { accepted } })
      expect(storage.entry('job', 'accepted')).toBeNull()
    },
  )

  it('does not forget the refused step when it looks at the storage again', async () => {
    const { journal, storage } = openJournal()
    await journal.note('job', 'sent', sent)
    storage.onPut = () => 'full'
    await journal.note('job', 'accepted', accepted)
    expect(await journal.refresh('job')).toMatchObject({ state: 'accepted', entries: { accepted } })
  })

  it('goes on from what another window has brought while the write was under way', async () => {
    const { journal, storage, chapter } = openJournal()
    await journal.note('job', 'sent', sent)
    const put = storage.put.bind(storage)
    let goOn = () => {}
    storage.put = async (...write) => {
      await new Promise<void>((resolve) => {
        goOn = resolve
      })
      return put(...write)
    }
    const writing = journal.note('job', 'starred', { on: true })
    storage.keep('job', { accepted })
    await journal.refresh('job')
    goOn()
    await writing
    expect(chapter('job')).toMatchObject({ state: 'accepted', entries: { accepted, starred: { on: true } } })
  })

  it.each<[string, Partial<Entries>, Partial<Entries>]>([
    ['an answer to a refused request, which was not sent again', { sent, refused }, { accepted }],
    ['another POST for one that failed', { sent, ended: failed }, { sent: again }],
    [
      'another POST for one whose answer never came',
      { sent, ended: { ...failed, how: 'unknown' } },
      { sent: again },
    ],
    ['an expiry of what was never accepted', { sent }, { ended: { ...failed, how: 'expired' } }],
  ])('throws for a move that the table forbids, and writes nothing: %s', async (_what, stored, step) => {
    const { journal, storage } = openJournal()
    if (stored.sent) storage.keep('job', stored)
    await journal.load()
    const before = journal.chapters.get('job')
    for (const [kind, value] of Object.entries(step)) {
      await expect(journal.note('job', kind as EntryKind, value)).rejects.toThrow(/cannot go from/)
    }
    expect(storage.writes).toEqual([])
    expect(journal.chapters.get('job')).toEqual(before)
  })

  it('follows the table from whatever is known, for any steps in any order', async () => {
    const attempt = fc.integer({ min: 1, max: 3 })
    const at = fc.nat(5)
    const step = fc.oneof(
      attempt.map((n) => ({ kind: 'sent' as const, value: { ...sent, attempt: n } })),
      attempt.map((n) => ({ kind: 'refused' as const, value: { ...refused, attempt: n } })),
      fc.constant({ kind: 'accepted' as const, value: accepted }),
      at.map((when) => ({ kind: 'fetched' as const, value: { ...fetched, at: when } })),
      fc.constant({ kind: 'kept' as const, value: kept }),
      fc.constant({ kind: 'inserted' as const, value: { at: START } }),
      fc
        .record({
          attempt,
          at,
          how: fc.constantFrom('failed' as const, 'expired' as const, 'unknown' as const),
        })
        .map((how) => ({ kind: 'ended' as const, value: { ...how, error } })),
      fc.boolean().map((on) => ({ kind: 'starred' as const, value: { on } })),
    )
    const verdict = fc.constantFrom<Written[]>('written', 'written', 'full', 'unavailable')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, verdict), { maxLength: 12 }), async (steps) => {
        const { journal, storage } = openJournal()
        for (const [{ kind, value }, written] of steps) {
          storage.onPut = () => written
          const before = journal.chapters.get('job')
          const tried = storage.writes.length
          const outcome = await journal.note('job', kind, value).catch(() => 'forbidden')
          const after = journal.chapters.get('job')
          if (!before && kind !== 'sent') {
            // A job that was removed meanwhile stays removed.
            expect([outcome, after, storage.writes.length]).toEqual(['unavailable', undefined, tried])
          } else if (outcome === 'forbidden') {
            expect(after).toEqual(before)
            expect(storage.writes.length).toBe(tried)
          } else if (before) {
            expect(after && mayMove(before.state, after.state), `${before.state} → ${after?.state}`).toBe(
              true,
            )
          } else {
            expect(kind).toBe('sent')
            expect(after?.state).toBe(written === 'written' ? 'sending' : undefined)
          }
        }
        // What the table allowed step by step, the next visit finds.
        storage.onPut = () => 'written'
        const next = openJournal(storage)
        await next.journal.load()
        if (steps.every(([, written]) => written === 'written'))
          expect(next.journal.chapters.get('job')?.state).toBe(journal.chapters.get('job')?.state)
      }),
      { numRuns: 150 },
    )
  })
})

describe('looking again', () => {
  it('takes over the steps of another window', async () => {
    const { journal, storage, chapter } = openJournal()
    await journal.note('job', 'sent', sent)
    storage.keep('job', { ...entriesOf.kept('a fox') }, bytes(9))
    expect(await journal.refresh('job')).toMatchObject({ state: 'kept', pictureBytes: 9 })
    expect(chapter('job').state).toBe('kept')
  })

  it('takes over a job that another window has begun', async () => {
    const { journal, storage } = openJournal()
    await journal.load()
    storage.keep('other', entriesOf.accepted('an owl'))
    expect(await journal.refresh('other')).toMatchObject({ id: 'other', state: 'accepted' })
  })

  it('keeps what it knows where the storage cannot be read', async () => {
    const { journal, storage } = openJournal()
    await journal.note('job', 'sent', sent)
    storage.readable = false
    expect(await journal.refresh('job')).toMatchObject({ state: 'sending' })
  })

  it('knows nothing of a job that nobody has begun', async () => {
    expect(await openJournal().journal.refresh('none')).toBeUndefined()
  })
})

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
    const { journal, storage, chapter } = await ready()
    const picture = new TextEncoder().encode('<svg/>')
    expect(await journal.keepPicture('new', picture, false)).toBe('written')
    expect(storage.records.get('new')?.picture).toEqual(picture)
    expect(await journal.picture('new')).toEqual(picture)
    expect(chapter('new').pictureBytes).toBe(picture.length)
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
    expect([...journal.chapters.keys()].sort()).toEqual(['new', 'younger', 'youngest'])
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
    expect(journal.chapters.get('new')?.pictureBytes).toBeNull()

    expect(await journal.keepPicture('new', bytes(1_000_000), true)).toBe('written')
    expect([...storage.records.keys()]).toEqual(['new'])
    expect([...journal.chapters.keys()]).toEqual(['new'])
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
      const { journal, storage, chapter } = await ready()
      const before = journal.used()
      storage.onPicture = () => refusal
      expect(await journal.keepPicture('new', bytes(1000), false)).toBe(refusal)
      expect(chapter('new').pictureBytes).toBeNull()
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
    expect(next.journal.chapters.get('new')).toMatchObject({ pictureBytes: 9 })
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
    expect([...journal.chapters.keys()]).toEqual(['job'])
    storage.removable = true
    expect(await journal.remove('job')).toBe(true)
    expect(journal.chapters.size).toBe(0)
  })

  it('takes it off the device and out of the journal, and says so', async () => {
    const { journal, storage, changes } = openJournal()
    storage.keep('job', entriesOf.kept('a'), bytes(9))
    storage.keep('other', entriesOf.kept('b'), bytes(9))
    await journal.load()
    const before = changes.count
    await journal.remove('job')
    expect([...storage.records.keys()]).toEqual(['other'])
    expect([...journal.chapters.keys()]).toEqual(['other'])
    expect(changes.count).toBeGreaterThan(before)
  })

  it('does nothing for a job that is not there', async () => {
    const { journal } = openJournal()
    expect(await journal.remove('none')).toBe(true)
  })

  it('lets the same name be used anew', async () => {
    const { journal, chapter } = openJournal()
    await journal.note('job', 'sent', sent)
    await journal.note('job', 'ended', failed)
    await journal.remove('job')
    await journal.note('job', 'sent', sent)
    expect(chapter('job')).toMatchObject({ state: 'sending', entries: { sent } })
    expect(chapter('job').entries.ended).toBeUndefined()
  })
})

describe('the stored steps of a whole life', () => {
  it('are one entry each, and lead to an inserted picture', async () => {
    const { journal, storage, chapter } = openJournal()
    await journal.note('job', 'sent', sent)
    await journal.note('job', 'refused', refused)
    expect(chapter('job').state).toBe('waiting')
    await journal.note('job', 'sent', again)
    expect(chapter('job').state).toBe('sending')
    await journal.note('job', 'accepted', accepted)
    await journal.note('job', 'fetched', { ...fetched, url: urlOf('a fox') })
    await journal.keepPicture('job', bytes(5), false)
    await journal.note('job', 'kept', kept)
    await journal.note('job', 'inserted', { at: START })
    expect(chapter('job').state).toBe('inserted')
    expect(storage.writes).toEqual([
      'job sent',
      'job refused',
      'job sent',
      'job accepted',
      'job fetched',
      'job picture',
      'job sent',
      'job kept',
      'job inserted',
    ])
    expect(storage.entry('job', 'sent')).toEqual(again)
  })
})
