import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canTransition } from '../../../../src/jobs/states'
import type { Written } from '../../../../src/jobs/storage'
import { START } from '../../../support/jobs/clock'
import { entriesOf } from '../../../support/jobs/device'
import { accepted, bytes, error, fetched, kept, openJournal, refused, sent } from './harness'

describe('loading', () => {
  it('removes the rest of a job whose first entry is missing', async () => {
    const { journal, storage } = openJournal()
    storage.keep('headless', { accepted })
    storage.keep('whole', entriesOf.accepted('a'))
    expect(await journal.load()).toBe(true)
    expect([...journal.records.keys()]).toEqual(['whole'])
    expect([...storage.records.keys()]).toEqual(['whole'])
  })

  it('drops a picture that another window removed, and nothing that was never stored', async () => {
    const { journal, storage } = openJournal()
    storage.keep('kept', entriesOf.kept('a'), bytes(9))
    await journal.load()
    await journal.note('sent', 'sent', sent)
    storage.records.clear()
    expect(await journal.load()).toBe(true)
    expect([...journal.records.keys()]).toEqual(['sent'])
  })
})

describe('storing a step', () => {
  it.each<Written>(['full', 'unavailable'])(
    'leaves no job behind if the first step is refused as %s',
    async (refusal) => {
      const { journal, storage } = openJournal()
      storage.onPut = () => refusal
      expect(await journal.note('job', 'sent', sent)).toBe(refusal)
      expect(journal.records.size).toBe(0)
      expect(storage.records.size).toBe(0)
    },
  )

  it.each<Written>(['full', 'unavailable'])(
    'keeps memory ahead if a later step is refused as %s',
    async (refusal) => {
      const { journal, storage, record } = openJournal()
      await journal.note('job', 'sent', sent)
      storage.onPut = () => refusal
      expect(await journal.note('job', 'accepted', accepted)).toBe(refusal)
      expect(record('job')).toMatchObject({ state: 'accepted', entries: { accepted } })
      expect(storage.entry('job', 'accepted')).toBeNull()
    },
  )

  it('keeps the refused step when it reads the storage again', async () => {
    const { journal, storage } = openJournal()
    await journal.note('job', 'sent', sent)
    storage.onPut = () => 'full'
    await journal.note('job', 'accepted', accepted)
    expect(await journal.refresh('job')).toMatchObject({ state: 'accepted', entries: { accepted } })
  })

  it('continues from what another window stored during the write', async () => {
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

  it('allows only the transitions of the table, for any steps in any order', async () => {
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
            // A job that was removed in the meantime stays removed.
            expect([outcome, after, storage.writes.length]).toEqual(['unavailable', undefined, tried])
          } else if (outcome === 'forbidden') {
            expect(after).toEqual(before)
            expect(storage.writes.length).toBe(tried)
          } else if (before) {
            expect(
              after && canTransition(before.state, after.state),
              `${before.state} → ${after?.state}`,
            ).toBe(true)
          } else {
            expect(kind).toBe('sent')
            expect(after?.state).toBe(written === 'written' ? 'sending' : undefined)
          }
        }
        // The next session finds what the table allowed step by step.
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

it('reading again adopts the steps of another window', async () => {
  const { journal, storage, record } = openJournal()
  await journal.note('job', 'sent', sent)
  storage.keep('job', { ...entriesOf.kept('a fox') }, bytes(9))
  expect(await journal.refresh('job')).toMatchObject({ state: 'kept', pictureBytes: 9 })
  expect(record('job').state).toBe('kept')
})
