import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { START } from '../../../support/jobs/clock'
import { entriesOf, MemoryStorage } from '../../../support/jobs/device'
import { openWindow } from '../../../support/jobs/simulation'

/** Opens a window with this limit, in which these prompts were sent. */
async function openWith(atOnce: number, ...prompts: string[]) {
  const window = openWindow()
  window.settings.atOnce = atOnce
  for (const prompt of prompts) await window.start(prompt)
  return window
}

describe('a request that is refused for the rate limit', () => {
  it('waits until the limit resets, is then sent again, and holds back every other call', async () => {
    const window = openWindow()
    const until = START + 20_000
    window.faults.submit.push({ resetAt: until })
    await window.start('a fox')
    const waiting = { state: 'waiting', activity: 'waiting', retryAt: until, error: null }
    expect(window.job()).toMatchObject(waiting)
    expect(window.storage.entry('job-1', 'refused')).toEqual({ attempt: 1, at: START, until })
    await window.start('an owl', 19_999)
    expect(window.posts()).toEqual(['submit a fox'])
    await window.advance(1)
    expect(window.posts()).toEqual(['submit a fox', 'submit a fox', 'submit an owl'])
    expect(window.job('a fox')).toMatchObject({ state: 'accepted', retryAt: null })
    expect(window.storage.entry('job-1', 'sent')).toMatchObject({ attempt: 2, at: until })
    await window.advance(60_000)
    expect(window.job('a fox').state).toBe('kept')
  })

  it('during polling is just waited out', async () => {
    const window = openWindow()
    window.faults.status.push({ resetAt: START + 40_000 })
    await window.start('a fox', 39_999)
    expect(window.calls.filter((name) => name.startsWith('status'))).toHaveLength(1)
    expect(window.job()).toMatchObject({ state: 'accepted', error: null })
    await window.advance(20_000)
    expect(window.job().state).toBe('kept')
  })
})

describe('the rate limit', () => {
  const MINUTE = 60_000

  it('is kept with any number of jobs, and no request waits for more than a few polls', async () => {
    const clicks = fc.array(fc.nat(2 * MINUTE), { minLength: 1, maxLength: 20 })
    const durations = fc.integer({ min: 2000, max: 40_000 })
    await fc.assert(
      fc.asyncProperty(clicks, durations, fc.constantFrom(2, 4, 20), async (times, duration, atOnce) => {
        const window = await openWith(atOnce)
        window.service.duration = duration
        const calls: { name: string; at: number }[] = []
        window.calls.push = (name) => calls.push({ name, at: window.clock.time - START })
        const clickedAt = new Map(times.sort((a, b) => a - b).map((at, n) => [`submit ${n}`, at]))
        for (const [name, at] of clickedAt) {
          await window.clock.run(START + at)
          await window.start(name.replace('submit ', ''))
        }
        await window.advance(10 * MINUTE)
        const counted = calls.filter(({ name }) => name !== 'picture')
        const minuteTo = (end: number) => counted.filter(({ at }) => at <= end && at > end - MINUTE)
        for (const { name, at } of counted) {
          expect(minuteTo(at).length).toBeLessThanOrEqual(45)
          // If there is no queue, a request can only be delayed by many other requests.
          if (atOnce < 20 || (clickedAt.get(name) ?? at) === at) continue
          expect(minuteTo(at).filter((call) => !call.name.startsWith('status')).length).toBeGreaterThan(15)
        }
        expect(window.jobManager.jobs().every(({ hasPicture }) => hasPicture)).toBe(true)
      }),
    )
  })

  it('is named as the reason while a request waits for it', async () => {
    const prompts = Array.from({ length: 46 }, (_, n) => `${n}`)
    const window = await openWith(50, ...prompts)
    const [last] = window.jobManager.jobs()
    expect(last).toMatchObject({ activity: 'limited', retryAt: START + MINUTE, sentAt: null })
    window.jobManager.cancel(last?.id ?? '')
    await window.advance(MINUTE)
    expect(window.posts()).toHaveLength(45)
    expect(window.jobManager.jobs()).toHaveLength(45)
  })
})

describe('several jobs', () => {
  it('follow changes of the concurrency in the meantime', async () => {
    const window = await openWith(3, '1', '2', '3', '4', '5', '6', '7')
    window.settings.atOnce = 1
    window.jobManager.cancel(window.job('1').id)
    window.jobManager.cancel(window.job('2').id)
    await window.advance(0)
    expect(window.posts()).toHaveLength(3)
    window.settings.atOnce = 2
    window.jobManager.cancel(window.job('3').id)
    await window.advance(0)
    expect(window.posts().slice(3)).toEqual(['submit 4', 'submit 5'])
    await window.advance(120_000)
    expect(window.posts().slice(5)).toEqual(['submit 6', 'submit 7'])
  })

  it('run as many at the same time as the user wants, and the next starts when one is done', async () => {
    const window = await openWith(2, '1', '2', '3', '4')
    expect(window.posts()).toEqual(['submit 1', 'submit 2'])
    expect(window.job('3')).toMatchObject({ state: 'sending', activity: 'in-line' })
    window.jobManager.cancel(window.job('2').id)
    await window.advance(0)
    expect(window.posts()).toEqual(['submit 1', 'submit 2', 'submit 3'])
    expect(window.job('4').activity).toBe('in-line')
    await window.advance(120_000)
    expect(window.posts()).toEqual(['submit 1', 'submit 2', 'submit 3', 'submit 4'])
    expect(window.job('4').state).toBe('kept')
  })

  it('do not block the next one if one takes very long', async () => {
    const window = await openWith(1, '1', '2')
    window.service.duration = 30 * 60_000
    await window.advance(9 * 60_000)
    expect(window.posts()).toEqual(['submit 1'])
    await window.advance(3 * 60_000)
    expect(window.posts()).toEqual(['submit 1', 'submit 2'])
    expect(window.job('1')).toMatchObject({ state: 'accepted', activity: 'drawing' })
  })

  it('are listed newest first, including stored ones', async () => {
    const storage = new MemoryStorage()
    for (const [id, prompt, ago] of [
      ['old', '2', 5000],
      ['older', '1', 9000],
      ['lately', '3', 100],
    ] as const)
      storage.keep(id, entriesOf.kept(prompt, START - ago), new Uint8Array(9))
    const window = openWindow(storage)
    await window.load()
    await window.start('4', 10)
    await window.start('5', 10)
    expect(window.jobManager.jobs().map(({ request }) => request.prompt)).toEqual(['5', '4', '3', '2', '1'])
  })
})
