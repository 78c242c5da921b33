import { describe, expect, it } from 'vitest'
import { isResumable, type Job } from '../../../../src/jobs/job'
import { START } from '../../../support/jobs/clock'
import { entriesOf, MemoryStorage } from '../../../support/jobs/device'
import { svgOf } from '../../../support/jobs/service'
import { openWindow } from '../../../support/jobs/simulation'

/** What is shown of a job whose picture is not stored. */
const inMemory = (unstored: Job['unstored']) => ({
  ...{ state: 'fetched', activity: null, error: null, hasPicture: true, unstored },
})
const stored = { state: 'kept', activity: null, hasPicture: true, unstored: null }

it('a picture that cannot be compressed stays in memory, and can be stored later', async () => {
  const window = openWindow()
  window.settings.canPack = false
  await window.start('a fox', 60_000)
  expect(window.job()).toMatchObject(inMemory('unavailable'))
  expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
  window.settings.canPack = true
  await window.jobManager.store('job-1', false)
  expect(window.job()).toMatchObject({ state: 'kept', unstored: null })
})

describe('a storage that refuses', () => {
  it.each(['full', 'unavailable'] as const)(
    'the first step (%s) keeps the request from being sent',
    async (refusal) => {
      const window = openWindow()
      window.storage.onPut = () => refusal
      await window.start('a fox', 60_000)
      expect(window.calls).toEqual([])
      const error = { kind: 'not-recorded', charged: 'no' }
      expect(window.job()).toMatchObject({ state: 'failed', activity: null, error, hasPicture: false })
      await window.jobManager.remove('job-1')
      expect(window.jobManager.jobs()).toEqual([])
    },
  )

  it('a later step does not stop the job', async () => {
    const window = openWindow()
    window.storage.onPut = (_job, kind) => (kind === 'sent' ? 'written' : 'full')
    await window.start('a fox', 60_000)
    expect(window.posts()).toEqual(['submit a fox'])
    expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
    // The picture is stored, but its entry is not: it stays in memory, too.
    expect(window.job()).toMatchObject({ hasPicture: true, unstored: 'unavailable' })
  })

  it.each(['full', 'unavailable'] as const)('the picture (%s) leaves it in memory', async (refusal) => {
    const window = openWindow()
    window.storage.onPicture = () => refusal
    await window.start('a fox', 60_000)
    expect(window.job()).toMatchObject(inMemory(refusal))
    expect(isResumable(window.job())).toBe(false)
    expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
    expect(window.storage.entry('job-1', 'kept')).toBeNull()

    window.storage.onPicture = () => 'written'
    await window.jobManager.store('job-1', false)
    expect(window.job()).toMatchObject(stored)
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('a picture for lack of space is downloaded again at the next visit', async () => {
    const window = openWindow()
    window.storage.onPicture = () => 'full'
    await window.start('a fox', 60_000)
    window.storage.onPicture = () => 'written'
    const next = window.simulation.open()
    await next.load()
    expect(next.calls).toEqual(['picture'])
    expect(next.job()).toMatchObject({ state: 'kept', unstored: null })
  })
})

describe('a full storage', () => {
  const crowded = () => {
    const storage = new MemoryStorage()
    storage.keep('dear', entriesOf.kept('dear', START - 9000), new Uint8Array(2_400_000))
    storage.keep('dearer', entriesOf.kept('dearer', START - 1000), new Uint8Array(2_399_000))
    return storage
  }

  it('keeps the picture in memory until the user agrees to lose another one, and then removes that one', async () => {
    const window = openWindow(crowded())
    await window.load()
    await window.start('a fox', 60_000)
    const { id } = window.job('a fox')
    expect(window.job('a fox')).toMatchObject(inMemory('consent'))
    expect(await window.jobManager.svg(id)).toBe(svgOf('a fox'))
    expect(window.jobManager.jobs()).toHaveLength(3)

    await window.jobManager.store(id, false)
    expect(window.job('a fox')).toMatchObject(inMemory('consent'))
    expect(window.jobManager.jobs()).toHaveLength(3)
    await window.jobManager.store(id, true)
    expect(window.job('a fox')).toMatchObject(stored)
    expect(await window.jobManager.svg(id)).toBe(svgOf('a fox'))
    expect(window.jobManager.jobs().map((job) => job.id)).toEqual([id, 'dearer'])
    expect([...window.storage.records.keys()].sort()).toEqual(['dearer', id].sort())
  })
})

describe('a kept picture', () => {
  const withPicture = async () => {
    const window = openWindow()
    await window.start('a fox', 60_000)
    return window
  }

  it('is marked as inserted once it is on a canvas, and can be inserted again', async () => {
    const window = await withPicture()
    await window.jobManager.noteInserted('job-1')
    expect(window.job()).toMatchObject({ state: 'inserted', inserted: true })
    await window.jobManager.noteInserted('job-1')
    const next = window.simulation.open()
    await next.load()
    expect(next.job()).toMatchObject({ state: 'inserted', inserted: true })
    expect(await next.jobManager.svg('job-1')).toBe(svgOf('a fox'))
  })

  it('is not marked as inserted before it is stored', async () => {
    const window = openWindow()
    window.storage.onPicture = () => 'full'
    await window.start('a fox', 60_000)
    await window.jobManager.noteInserted('job-1')
    expect(window.job()).toMatchObject({ state: 'fetched', inserted: false })
  })

  it('stays if the storage does not remove it', async () => {
    const window = await withPicture()
    window.storage.removable = false
    expect(await window.jobManager.remove('job-1')).toBe(false)
    expect(window.job()).toMatchObject({ state: 'kept', hasPicture: true })
    expect(await window.jobManager.svg('job-1')).toBe(svgOf('a fox'))
    window.storage.removable = true
    expect(await window.jobManager.remove('job-1')).toBe(true)
    expect(window.jobManager.jobs()).toEqual([])
  })
})
