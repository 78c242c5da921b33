import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entries, EntryKind } from '../../../../src/jobs/entries'
import { mayMove } from '../../../../src/jobs/states'
import type { Written } from '../../../../src/jobs/storage'
import { entriesOf, START, urlOf } from '../harness'
import { accepted, again, bytes, error, failed, fetched, kept, openJournal, refused, sent } from './harness'

describe('loading', () => {
  it('takes over every stored job, with its state and its picture', async () => {
    const { journal, storage, record } = openJournal()
    storage.keep('sent', entriesOf.sent('a'))
    storage.keep('accepted', entriesOf.accepted('b'))
    storage.keep('kept', entriesOf.kept('c'), bytes(7))
    expect(await journal.load()).toBe(true)
    expect([...journal.records.keys()].sort()).toEqual(['accepted', 'kept', 'sent'])
    expect(record('sent')).toMatchObject({
      state: 'sending',
      pictureBytes: null,
      entries: entriesOf.sent('a'),
    })
    expect(record('accepted')).toMatchObject({ state: 'accepted', pictureBytes: null })
    expect(record('kept')).toMatchObject({ state: 'kept', pictureBytes: 7 })
  })

  it('says where the storage cannot be read, and knows nothing then', async () => {
    const { journal, storage } = openJournal()
    storage.keep('kept', entriesOf.kept('c'))
    storage.readable = false
    expect(await journal.load()).toBe(false)
    expect(journal.records.size).toBe(0)
  })

  it('finds an empty device in order', async () => {
    const { journal } = openJournal()
    expect(await journal.load()).toBe(true)
    expect(journal.used()).toBe(0)
  })

  it('passes over what another version has written, and keeps the rest of the job', async () => {
    const { journal, storage, record } = openJournal()
    storage.keep('job', entriesOf.accepted('a'))
    const entries = storage.records.get('job')?.entries
    entries?.set('painted', '{"at":1}')
    entries?.set('kept', '{"at":"yesterday"}')
    entries?.set('ended', 'not even JSON')
    expect(await journal.load()).toBe(true)
    expect(record('job').state).toBe('accepted')
    expect(record('job').entries).not.toHaveProperty('painted')
  })

  it('clears away what is left of a job whose beginning is gone', async () => {
    const { journal, storage } = openJournal()
    storage.keep('headless', { accepted })
    storage.keep('whole', entriesOf.accepted('a'))
    expect(await journal.load()).toBe(true)
    expect([...journal.records.keys()]).toEqual(['whole'])
    expect([...storage.records.keys()]).toEqual(['whole'])
  })

  it('forgets a picture that another window has removed, and nothing that was never stored', async () => {
    const { journal, storage } = openJournal()
    storage.keep('kept', entriesOf.kept('a'), bytes(9))
    await journal.load()
    await journal.note('sent', 'sent', sent)
    storage.records.clear()
    expect(await journal.load()).toBe(true)
    expect([...journal.records.keys()]).toEqual(['sent'])
  })
})

describe('writing a step down', () => {
  it('stores it as text under its kind, and says so', async () => {
    const { journal, storage, changes, record } = openJournal()
    expect(await journal.note('job', 'sent', sent)).toBe('written')
    expect(storage.entry('job', 'sent')).toEqual(sent)
    expect(record('job')).toMatchObject({ id: 'job', state: 'sending', entries: { sent } })
    expect(changes.count).toBeGreaterThan(0)
  })

  it('is read back by the next visit', async () => {
    const { journal, storage } = openJournal()
    await journal.note('job', 'sent', sent)
    await journal.note('job', 'accepted', accepted)
    const next = openJournal(storage)
    await next.journal.load()
    expect(next.record('job').entries).toEqual({ sent, accepted })
  })

  it.each<Written>(['full', 'unavailable'])(
    'leaves no job behind where the first step is refused as %s',
    async (refusal) => {
      const { journal, storage } = openJournal()
      storage.onPut = () => refusal
      expect(await journal.note('job', 'sent', sent)).toBe(refusal)
      expect(journal.records.size).toBe(0)
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
      const { journal, storage, record } = openJournal()
      await journal.note('job', 'sent', sent)
      storage.onPut = () => refusal
      expect(await journal.note('job', 'accepted', accepted)).toBe(refusal)
      expect(record('job')).toMatchObject({ state: 'accepted', entries: { accepted } })
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
    const { journal, storage, record } = openJournal()
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
    expect(record('job')).toMatchObject({ state: 'accepted', entries: { accepted, starred: { on: true } } })
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
    const before = journal.records.get('job')
    for (const [kind, value] of Object.entries(step)) {
      await expect(journal.note('job', kind as EntryKind, value)).rejects.toThrow(/cannot go from/)
    }
    expect(storage.writes).toEqual([])
    expect(journal.records.get('job')).toEqual(before)
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
          const before = journal.records.get('job')
          const tried = storage.writes.length
          const outcome = await journal.note('job', kind, value).catch(() => 'forbidden')
          const after = journal.records.get('job')
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
        if (storage.entry('job', 'kept')) storage.keep('job', {}, bytes(5))
        const next = openJournal(storage)
        await next.journal.load()
        if (steps.every(([, written]) => written === 'written'))
          expect(next.journal.records.get('job')?.state).toBe(journal.records.get('job')?.state)
      }),
      { numRuns: 150 },
    )
  })
})

describe('looking again', () => {
  it('takes over the steps of another window', async () => {
    const { journal, storage, record } = openJournal()
    await journal.note('job', 'sent', sent)
    storage.keep('job', { ...entriesOf.kept('a fox') }, bytes(9))
    expect(await journal.refresh('job')).toMatchObject({ state: 'kept', pictureBytes: 9 })
    expect(record('job').state).toBe('kept')
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

describe('the stored steps of a whole life', () => {
  it('are one entry each, and lead to an inserted picture', async () => {
    const { journal, storage, record } = openJournal()
    await journal.note('job', 'sent', sent)
    await journal.note('job', 'refused', refused)
    expect(record('job').state).toBe('waiting')
    await journal.note('job', 'sent', again)
    expect(record('job').state).toBe('sending')
    await journal.note('job', 'accepted', accepted)
    await journal.note('job', 'fetched', { ...fetched, url: urlOf('a fox') })
    await journal.keepPicture('job', bytes(5), false)
    await journal.note('job', 'kept', kept)
    await journal.note('job', 'inserted', { at: START })
    expect(record('job').state).toBe('inserted')
    expect(storage.writes).toEqual([
      'job sent',
      'job refused',
      'job sent',
      'job accepted',
      'job fetched',
      'job picture',
      'job kept',
      'job inserted',
    ])
    expect(storage.entry('job', 'sent')).toEqual(again)
  })
})
