import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeEntry,
  ENTRY_SCHEMAS,
  type Entries,
  type Entry,
  type EntryKind,
  isEntryKind,
  stateOf,
} from '../../../src/jobs/entries'
import { canTransition, JOB_STATES, type JobState, STATE_TABLE } from '../../../src/jobs/states'
import { failure } from '../../../src/segmind/errors'

const KINDS = Object.keys(ENTRY_SCHEMAS) as EntryKind[]

const { error } = failure('unavailable', 'no', true)
const samples: { readonly [K in EntryKind]: Entry<K> } = {
  sent: {
    attempt: 1,
    at: 1000,
    via: 'queue',
    request: { prompt: 'a fox', style: 'linocut', size: '1024x1365' },
  },
  refused: { attempt: 1, at: 1100, until: 9000 },
  accepted: { requestId: 'r-1', at: 1200 },
  fetched: {
    at: 2000,
    url: 'https://images.segmind.com/a',
    waited: 800,
    cost: 0.1,
    inferenceTime: 9,
    queueTime: null,
  },
  kept: { at: 2100, bytes: 512 },
  inserted: { at: 2200 },
  ended: { attempt: 1, at: 3000, how: 'failed', error },
  starred: { on: true },
  background: { at: 5000 },
  removed: { on: true },
}
const { sent, refused, accepted, fetched, kept, inserted } = samples
const again = { ...sent, attempt: 2 }
const HOUR = 3_600_000
const foreignHost = { ...error, kind: 'foreign-host' }
const ended = (how: Entry<'ended'>['how'], attempt = 1, at = 3000, by: Entry<'ended'>['error'] = error) => ({
  ended: { attempt, at, how, error: by },
})

describe('the state of a job', () => {
  const cases: [string, JobState, Omit<Entries, 'sent'> & Partial<Pick<Entries, 'sent'>>][] = [
    ['it was sent', 'sending', {}],
    ['its attempt was refused', 'waiting', { refused }],
    ['it was sent again after a refusal', 'sending', { sent: again, refused }],
    ['it has a request id', 'accepted', { accepted }],
    ['it has an address', 'fetched', { accepted, fetched }],
    ['its picture was in the direct answer', 'fetched', { fetched: { ...fetched, url: null } }],
    ['it is stored', 'kept', { accepted, fetched, kept }],
    ['it was put on a canvas', 'inserted', { accepted, fetched, kept, inserted }],
    ['it was inserted without being stored', 'fetched', { accepted, fetched, inserted }],
    ['it failed', 'failed', ended('failed')],
    ['it failed, but another window has stored it', 'kept', { accepted, fetched, kept, ...ended('failed') }],
    ['an earlier attempt failed', 'sending', { sent: again, ...ended('failed') }],
    ['its outcome is unknown', 'unknown', ended('unknown')],
    ['it was given up, but another window has its id', 'accepted', { accepted, ...ended('unknown') }],
    ['it was given up, but another window has its address', 'fetched', { fetched, ...ended('unknown') }],
    ['its hour is over', 'expired', { accepted, ...ended('expired', 1, 2 * HOUR) }],
    ['the week of its file is over', 'expired', { accepted, fetched, ...ended('expired', 1, 8 * 24 * HOUR) }],
    [
      'a direct call’s picture is gone',
      'expired',
      { fetched: { ...fetched, url: null }, ...ended('expired') },
    ],
    [
      'its hour is over, but another window found it',
      'fetched',
      { accepted, fetched, ...ended('expired', 1, 2 * HOUR) },
    ],
    ['version 0.1 ended it after one 404', 'accepted', { accepted, ...ended('expired') }],
    [
      'version 0.1 took one 404 for the end of its file',
      'fetched',
      { accepted, fetched, ...ended('expired') },
    ],
    [
      'version 0.1 did not know its host',
      'fetched',
      { accepted, fetched, ...ended('failed', 1, 3000, foreignHost) },
    ],
    ['it expired, but another window has stored it', 'kept', { accepted, kept, ...ended('expired') }],
  ]
  it.each(cases)('with %s is "%s"', (_what, state, entries) => {
    expect(stateOf({ sent, ...entries })).toBe(state)
  })

  it('has a case here for each state', () => {
    expect(new Set(cases.map(([, state]) => state))).toEqual(new Set(JOB_STATES))
    expect(new Set(Object.keys(STATE_TABLE))).toEqual(new Set(JOB_STATES))
  })

  const attempt = fc.integer({ min: 1, max: 3 })
  const at = fc.integer({ min: 0, max: 5 })
  const others = fc.record(
    {
      refused: fc.record({ attempt, at, until: at }),
      accepted: fc.record({ requestId: fc.string(), at }),
      fetched: fc.record({ at }).map((when) => ({ ...fetched, ...when })),
      kept: fc.record({ at, bytes: fc.nat() }),
      inserted: fc.record({ at }),
      ended: fc.record({
        attempt,
        at,
        how: fc.constantFrom<Entry<'ended'>['how'][]>('failed', 'expired', 'unknown'),
        error: fc.constant(error),
      }),
      starred: fc.record({ on: fc.boolean() }),
      background: fc.record({ at }),
    },
    { requiredKeys: [] },
  )
  const anyEntries = fc
    .tuple(others, attempt, at)
    .map(([rest, tries, when]): Entries => ({ ...rest, sent: { ...sent, attempt: tries, at: when } }))

  it('never loses a picture that was paid for', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const state = stateOf(entries)
        if (entries.kept) expect(['kept', 'inserted']).toContain(state)
        // With a request id, the state is never unknown, and the request is never sent again.
        if (entries.accepted) expect(['sending', 'waiting', 'unknown']).not.toContain(state)
        if (!entries.kept && !entries.accepted && !entries.fetched && !entries.ended)
          expect(['sending', 'waiting']).toContain(state)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the transition table', () => {
  it('never leads to another POST if the server may have accepted the job', () => {
    for (const from of JOB_STATES.filter((state) => state !== 'sending' && state !== 'waiting')) {
      expect(canTransition(from, 'sending'), `${from} → sending`).toBe(false)
      expect(canTransition(from, 'waiting'), `${from} → waiting`).toBe(false)
    }
  })

  it('leads from every state to a stored picture', () => {
    for (const from of JOB_STATES.filter(
      (state) => state !== 'kept' && state !== 'inserted' && state !== 'waiting',
    ))
      expect(canTransition(from, 'kept'), `${from} → kept`).toBe(true)
  })

  it('never removes a stored picture', () => {
    for (const to of JOB_STATES) {
      expect(canTransition('kept', to)).toBe(to === 'kept' || to === 'inserted')
      expect(canTransition('inserted', to)).toBe(to === 'inserted')
    }
  })
})

describe('a stored entry', () => {
  it.each(KINDS)('of kind "%s" is read as it was written', (kind) => {
    expect(decodeEntry(kind, JSON.stringify(samples[kind]))).toEqual(samples[kind])
  })

  it.each(KINDS)('of kind "%s" is rejected if any part is missing or has another type', (kind) => {
    for (const name of Object.keys(samples[kind])) {
      const { [name]: _left, ...rest } = samples[kind] as Record<string, unknown>
      expect(decodeEntry(kind, JSON.stringify(rest)), `without ${name}`).toBeNull()
      for (const wrong of [[], {}, 'x', true, 7, null]) {
        const text = JSON.stringify({ ...rest, [name]: wrong })
        // Some of these are valid: a string for a string, null where it is allowed.
        const read = decodeEntry(kind, text)
        if (read !== null) expect(read, `${name} as ${JSON.stringify(wrong)}`).toEqual(JSON.parse(text))
      }
      expect(decodeEntry(kind, JSON.stringify({ ...rest, [name]: [] })), `${name} as a list`).toBeNull()
    }
  })

  const requestWith = (change: object) =>
    decodeEntry('sent', JSON.stringify({ ...sent, request: { ...sent.request, ...change } }))?.request

  it.each([
    ['a style that this version does not know', { style: 'watercolor_2' }],
    ['a size that this version does not know', { size: '4096x4096' }],
    ['a size in another format', { size: 'portrait, large' }],
    ['a prompt that is longer than this version allows', { prompt: 'x'.repeat(10_000) }],
  ])('of a request with %s is read as it was stored', (_what, change) => {
    expect(requestWith(change)).toEqual({ ...sent.request, ...change })
  })

  it.each([undefined, null, 7, 'x'.repeat(65)])(
    'of a request whose style and size are %j is read without them',
    (other) => {
      expect(requestWith({ style: other, size: other })).toEqual({ ...sent.request, style: '', size: '' })
    },
  )

  it.each([7, null, undefined, 'x'.repeat(10_001)])(
    'of a request whose prompt is not a string of limited length (%#) is rejected',
    (prompt) => {
      expect(requestWith({ prompt })).toBeUndefined()
    },
  )

  it('is rejected or read for any text, without an exception', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .tuple(fc.constantFrom(...KINDS), fc.nat(80))
        .map(([kind, end]) => JSON.stringify(samples[kind]).slice(0, end)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), texts, (kind, text) => {
        const entry = decodeEntry(kind, text)
        if (entry !== null) expect(JSON.parse(text)).toMatchObject(entry)
      }),
      { numRuns: 200 },
    )
  })

  it('has a known kind only for exact names', () => {
    for (const kind of KINDS) expect(isEntryKind(kind)).toBe(true)
    for (const kind of ['', 'Sent', 'picture', 'toString', 'constructor', '__proto__', 'hasOwnProperty'])
      expect(isEntryKind(kind)).toBe(false)
  })
})
