import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEntry } from '../../../src/jobs/entries'
import type { StoredJob } from '../../../src/jobs/storage'
import { entriesOf, MemoryStorage } from '../../support/jobs/device'
import { openWindow, type Window } from '../../support/jobs/simulation'
import { type StoringVersion, storedValues } from '../../support/stored-values'

/** A device on which a version was used, as the sandbox reports it. */
class UsedStorage extends MemoryStorage {
  /** Bytes under a job's key that are neither entries nor a picture of this version. */
  readonly others = new Map<string, number>()

  constructor(...versions: StoringVersion[]) {
    super()
    for (const version of versions) for (const [key, value] of storedValues(version)) this.#take(key, value)
  }

  #take(key: string, value: unknown): void {
    const [, job, what = ''] = /^job\/([^/]+)\/(.+)$/.exec(key) ?? []
    if (job === undefined) return
    if (!this.records.has(job)) this.records.set(job, { entries: new Map(), picture: null })
    const record = this.records.get(job)
    if (record && /^[a-z]{1,20}$/.test(what) && typeof value === 'string') record.entries.set(what, value)
    else if (record && /^picture:/.test(what)) record.picture = value as Uint8Array
    else this.others.set(job, (this.others.get(job) ?? 0) + 100)
  }

  override async load(job?: string): Promise<readonly StoredJob[] | null> {
    const all = await super.load(job)
    return all?.map((each) => ({ ...each, otherBytes: this.others.get(each.job) ?? 0 })) ?? null
  }

  override async remove(job: string): Promise<boolean> {
    this.others.delete(job)
    return super.remove(job)
  }

  /** Returns the content: the names of all entries, and the pictures. */
  contents() {
    return [...this.records].flatMap(([job, { entries, picture }]) => [
      ...[...entries.keys()].map((kind) => `${job} ${kind}`),
      ...(picture ? [`${job} picture ${picture.length}`] : []),
    ])
  }

  /** Returns the jobs that the user deleted, and that the last session did not remove from storage. */
  deleted() {
    return [...this.records].flatMap(([job, { entries }]) =>
      decodeEntry('removed', entries.get('removed') ?? '')?.on &&
      decodeEntry('sent', entries.get('sent') ?? '')
        ? [job]
        : [],
    )
  }
}

/** Returns the jobs that a user sees: as a picture, as running, or as failed. */
const seen = ({ jobManager }: Window) =>
  jobManager
    .jobs()
    .filter(({ hasPicture, activity, error }) => hasPicture || activity !== null || error !== null)

async function open(storage: MemoryStorage): Promise<Window> {
  const window = openWindow(storage)
  expect(await window.load()).toBe(true)
  return window
}

describe('the storage of a later version', () => {
  it('has pictures that can be starred, inserted and deleted, and data that is left alone', async () => {
    const storage = new UsedStorage('later')
    const window = await open(storage)
    const { id } = window.job('a heron in the reeds')
    const before = new Map(storage.records.get(id)?.entries)
    await window.jobManager.star(id, true)
    await window.jobManager.noteInserted(id)
    expect(window.job('a heron in the reeds')).toMatchObject({ starred: true, state: 'inserted' })
    for (const [kind, text] of before) expect(storage.records.get(id)?.entries.get(kind)).toBe(text)
    const used = window.jobManager.used()
    const bytes = [...before.values()].join('').length + (storage.records.get(id)?.picture?.length ?? 0)
    expect(await window.jobManager.remove(id)).toBe(true)
    // Its unknown data was counted as well.
    expect(used - window.jobManager.used()).toBeGreaterThan(bytes)
    expect(storage.records.has(id)).toBe(false)
  })

  it('has its unreadable jobs counted, and deleted only at the user’s request', async () => {
    const storage = new UsedStorage('later')
    const before = storage.contents()
    const window = await open(storage)
    expect(storage.contents()).toEqual(before)
    const { jobs, pictures, bytes } = window.jobManager.unreadable()
    expect({ jobs, pictures }).toEqual({ jobs: 4, pictures: 3 })
    expect(bytes).toBeGreaterThan(300)
    const used = window.jobManager.used()

    storage.removable = false
    expect(await window.jobManager.removeUnreadable()).toBe(false)
    expect(window.jobManager.unreadable().jobs).toBe(4)
    storage.removable = true
    expect(await window.jobManager.removeUnreadable()).toBe(true)
    expect(window.jobManager.unreadable()).toEqual({ jobs: 0, pictures: 0, bytes: 0 })
    expect(window.jobManager.used()).toBe(used - bytes)
    expect([...storage.records.keys()].sort()).toEqual(
      window.jobManager
        .jobs()
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('has a job counted whose picture is missing and whose entry about it cannot be read', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.fetched('a heron'))
    storage.records.get('a')?.entries.set('kept', '{"since":"yesterday"}')
    const window = await open(storage)
    expect(window.jobManager.jobs()).toEqual([])
    expect(window.jobManager.unreadable()).toMatchObject({ jobs: 1, pictures: 0 })
    expect(storage.records.has('a')).toBe(true)
  })

  it('has its open requests resumed without a POST, and every stored value kept', async () => {
    const storage = new MemoryStorage()
    const { sent, accepted } = entriesOf.accepted('a heron')
    const request = { ...sent.request, style: 'watercolor_2', size: '4096x4096', seed: 7 }
    const texts = { sent: JSON.stringify({ ...sent, request, tags: ['wall'] }), viewed: '{"times":3}' }
    storage.keep('a', { accepted })
    for (const [kind, text] of Object.entries(texts)) storage.records.get('a')?.entries.set(kind, text)
    const window = await open(storage)
    await window.advance(60_000)
    expect(window.job()).toMatchObject({
      state: 'kept',
      request: { style: 'watercolor_2', size: '4096x4096' },
    })
    expect(window.posts()).toEqual([])
    for (const [kind, text] of Object.entries(texts))
      expect(storage.records.get('a')?.entries.get(kind)).toBe(text)
  })
})

describe('whatever is stored', () => {
  const wrong = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<fc.JsonValue>(null, '', -1, 1e300, 'x'.repeat(20_001), 'watercolor_2', [], {}),
  )

  /** A value with one part, at any depth, removed or replaced. */
  function changed(value: unknown, steps: readonly number[], by: unknown): unknown {
    const [step, ...rest] = steps
    if (step === undefined || typeof value !== 'object' || value === null) return by
    const parts = Object.entries(value)
    const at = step % Math.max(1, parts.length)
    return Object.fromEntries(
      parts.flatMap(([key, part], index) => {
        if (index !== at) return [[key, part]]
        return by === undefined && rest.length === 0 ? [] : [[key, changed(part, rest, by)]]
      }),
    )
  }

  const change = fc.record({
    entry: fc.nat(),
    text: fc.oneof(
      fc.tuple(fc.array(fc.nat(7), { maxLength: 3 }), fc.option(wrong, { nil: undefined })).map(
        ([steps, by]) =>
          (text: string) =>
            JSON.stringify(changed(JSON.parse(text), steps, by)) ?? '',
      ),
      fc.string().map((other) => () => other),
      fc.nat(200).map((end) => (text: string) => text.slice(0, end)),
    ),
  })
  const hidden = fc.record({ job: fc.nat(), bytes: fc.integer({ min: 1, max: 9999 }) })
  const lost = fc.nat()
  const devices = fc.record({
    changes: fc.array(change, { maxLength: 6 }),
    hidden: fc.array(hidden, { maxLength: 2 }),
    lost: fc.array(lost, { maxLength: 2 }),
  })

  function deviceOf({
    changes,
    hidden: more,
    lost: gone,
  }: typeof devices extends fc.Arbitrary<infer D> ? D : never) {
    const storage = new UsedStorage('0.1', 'later')
    const records = [...storage.records]
    const entries = records.flatMap(([job, record]) =>
      [...record.entries.keys()].map((kind) => ({ job, kind, record })),
    )
    for (const { entry, text } of changes) {
      const { kind, record } = entries[entry % entries.length] as (typeof entries)[number]
      const before = record.entries.get(kind) ?? ''
      try {
        record.entries.set(kind, text(before))
      } catch {
        // Invalid JSON cannot be changed further.
      }
    }
    for (const { job, bytes } of more) storage.others.set(records[job % records.length]?.[0] ?? '', bytes)
    for (const job of gone) {
      const record = records[job % records.length]?.[1]
      if (record) record.picture = null
    }
    return storage
  }

  it('opens, loses nothing, is shown or counted, and frees its space when it is deleted', async () => {
    await fc.assert(
      fc.asyncProperty(devices, async (device) => {
        const storage = deviceOf(device)
        const deleted = storage.deleted()
        const before = storage.contents().filter((name) => !deleted.includes(name.split(' ')[0] ?? ''))
        const window = await open(storage)
        expect(storage.contents()).toEqual(expect.arrayContaining(before))
        expect(seen(window).length + window.jobManager.unreadable().jobs).toBe(storage.records.size)
        expect(window.posts()).toEqual([])
        expect(window.jobManager.used()).toBeGreaterThanOrEqual(
          [...storage.records.values()].reduce(
            (sum, { entries, picture }) =>
              [...entries.values()].reduce((all, text) => all + text.length, sum + (picture?.length ?? 0)),
            0,
          ),
        )
        for (const { id } of window.jobManager.jobs()) await window.jobManager.remove(id)
        await window.jobManager.removeUnreadable()
        await window.advance(600_000)
        expect(storage.records.size).toBe(0)
        expect(window.jobManager.used()).toBe(0)
      }),
      { numRuns: 300 },
    )
  })
})
