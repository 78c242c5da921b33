import { describe, expect, it } from 'vitest'
import type { OwnFile } from '../../../../src/jobs/own-pictures'
import { START } from '../../../support/jobs/clock'
import { entriesOf, MemoryStorage } from '../../../support/jobs/device'
import { openWindow } from '../../../support/jobs/simulation'

const fileOf = (title: string, svg = `<svg>${title}</svg>`): OwnFile => ({
  title,
  read: async () => ({ svg, width: 31.7, height: 24 }),
})

/** A window without a key. */
function openFree(storage = new MemoryStorage()) {
  const window = openWindow(storage)
  window.service.key = null
  return window
}

describe('the user’s own files', () => {
  it('are listed immediately in order, stored one after another, and never sent or charged', async () => {
    const window = openFree()
    const { jobManager, storage, calls } = window
    const { ids, done } = jobManager.addFiles(['a', 'b', 'c'].map((title) => fileOf(title)))
    expect(jobManager.jobs().map(({ request, activity }) => `${request.prompt} ${activity}`)).toEqual([
      'c in-line',
      'b in-line',
      'a in-line',
    ])
    await done
    for (const id of ids)
      expect(jobManager.jobs().find((job) => job.id === id)).toMatchObject({
        ...{ state: 'kept', activity: null, error: null, isOwn: true, hasPicture: true },
        ...{ price: 0, cost: 0, requestId: null, request: { style: '', size: '32x24', model: '' } },
      })
    expect(storage.writes.map((write) => write.replace(/^\S+ /, '')).join(' ')).toBe(
      Array(3).fill('sent picture fetched kept').join(' '),
    )
    expect(calls).toEqual([])
    // They have the same order in the next session.
    const next = openFree(storage)
    await next.load()
    expect(next.jobManager.jobs().map(({ request }) => request.prompt)).toEqual(['c', 'b', 'a'])
    expect(await next.jobManager.svg(ids[0] ?? '')).toBe('<svg>a</svg>')
    expect(next.calls).toEqual([])
  })

  it('disappear if they cannot be used, or are stopped, and leave nothing in storage', async () => {
    const { jobManager, storage } = openFree()
    const { ids, done } = jobManager.addFiles([
      { title: 'unusable', read: async () => null },
      fileOf('stopped in line'),
      fileOf('good'),
    ])
    jobManager.cancel(ids[1] ?? '')
    expect(jobManager.jobs().map(({ request }) => request.prompt)).toEqual(['good', 'unusable'])
    await done
    expect(jobManager.jobs().map(({ request }) => request.prompt)).toEqual(['good'])
    expect([...storage.records.keys()]).toEqual([ids[2]])
  })

  it.each(['full', 'unavailable'] as const)(
    'are in memory while the storage is %s, and stored when that is retried',
    async (written) => {
      const { jobManager, storage, job } = openFree()
      storage.onPut = () => written
      const { ids, done } = jobManager.addFiles([fileOf('logo')])
      await done
      const id = ids[0] ?? ''
      expect(job()).toMatchObject({ hasPicture: true, unstored: written, error: null })
      await jobManager.setRemoved(id, true)
      expect(jobManager.jobs()).toEqual([])
      await jobManager.setRemoved(id, false)
      storage.onPut = () => 'written'
      await jobManager.store(id, false)
      expect(job()).toMatchObject({ state: 'kept', unstored: null, hasPicture: true })
      expect(storage.records.get(id)?.picture).not.toBeNull()
    },
  )

  it('are forgotten if the plugin was closed before they were stored, but not while another window stores them', async () => {
    const storage = new MemoryStorage()
    const sentOf = (at: number) => ({ sent: { ...entriesOf.sent('logo', at).sent, via: 'file' as const } })
    storage.keep('old', sentOf(START - 3_600_000))
    storage.keep('new', sentOf(START - 1000))
    const { jobManager, load, calls } = openFree(storage)
    await load(60_000)
    expect([...storage.records.keys()]).toEqual(['new'])
    expect(jobManager.jobs()).toEqual([])
    expect(calls).toEqual([])
  })
})
