import { describe, expect, it } from 'vitest'
import { entriesOf, limited, MemoryStorage, openDesk, START } from '../harness'

describe('a request that is refused for the rate limit', () => {
  it('waits until the limit is lifted, and is sent again then', async () => {
    const window = openDesk()
    window.answers.submit.push(limited(START + 20_000))
    await window.start('a fox')
    expect(window.job()).toMatchObject({
      state: 'waiting',
      activity: 'waiting',
      retryAt: START + 20_000,
      error: null,
    })
    expect(window.storage.entry('job-1', 'refused')).toEqual({ attempt: 1, at: START, until: START + 20_000 })
    await window.clock.pass(19_999)
    expect(window.posts()).toHaveLength(1)
    await window.clock.pass(1)
    expect(window.posts()).toHaveLength(2)
    expect(window.job()).toMatchObject({ state: 'accepted', retryAt: null })
    expect(window.storage.entry('job-1', 'sent')).toMatchObject({ attempt: 2, at: START + 20_000 })
    await window.clock.pass(60_000)
    expect(window.job().state).toBe('kept')
  })

  it('holds back every other call, too', async () => {
    const window = openDesk()
    window.answers.submit.push(limited(START + 20_000))
    await window.start('a fox')
    await window.start('an owl', 19_999)
    expect(window.posts()).toEqual(['submit a fox'])
    await window.clock.pass(1)
    expect(window.posts()).toEqual(['submit a fox', 'submit a fox', 'submit an owl'])
  })

  it('can be cancelled while it waits, with nothing charged', async () => {
    const window = openDesk()
    window.answers.submit.push(limited(START + 20_000))
    await window.start('a fox', 5000)
    window.jobManager.cancel('job-1')
    await window.clock.pass(0)
    expect(window.job()).toMatchObject({
      state: 'failed',
      activity: null,
      retryAt: null,
      error: { kind: 'cancelled', charged: 'no' },
    })
    await window.clock.pass(60_000)
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('on a question only means to wait', async () => {
    const window = openDesk()
    window.answers.status.push(limited(START + 40_000))
    await window.start('a fox', 39_999)
    expect(window.calls.filter((name) => name.startsWith('status'))).toHaveLength(1)
    expect(window.job()).toMatchObject({ state: 'accepted', error: null })
    await window.clock.pass(20_000)
    expect(window.job().state).toBe('kept')
  })
})

describe('several jobs', () => {
  it('keep to a limit that the user lowers or raises meanwhile', async () => {
    const window = openDesk()
    window.settings.atOnce = 3
    for (const prompt of ['1', '2', '3', '4', '5', '6', '7']) await window.start(prompt)
    window.settings.atOnce = 1
    window.jobManager.cancel(window.job('1').id)
    window.jobManager.cancel(window.job('2').id)
    await window.clock.pass(0)
    expect(window.posts()).toHaveLength(3)
    window.settings.atOnce = 2
    window.jobManager.cancel(window.job('3').id)
    await window.clock.pass(0)
    expect(window.posts().slice(3)).toEqual(['submit 4', 'submit 5'])
    await window.clock.pass(120_000)
    expect(window.posts().slice(5)).toEqual(['submit 6', 'submit 7'])
  })

  it('run as many at once as the user wants, and the next starts when one is done', async () => {
    const window = openDesk()
    window.settings.atOnce = 2
    for (const prompt of ['1', '2', '3', '4']) await window.start(prompt)
    expect(window.posts()).toEqual(['submit 1', 'submit 2'])
    expect(window.job('3')).toMatchObject({ state: 'sending', activity: 'in-line' })
    window.jobManager.cancel(window.job('2').id)
    await window.clock.pass(0)
    expect(window.posts()).toEqual(['submit 1', 'submit 2', 'submit 3'])
    expect(window.job('4').activity).toBe('in-line')
    await window.clock.pass(120_000)
    expect(window.posts()).toEqual(['submit 1', 'submit 2', 'submit 3', 'submit 4'])
    expect(window.job('4').state).toBe('kept')
  })

  it('leave a place for the next one even when one takes very long', async () => {
    const window = openDesk()
    window.settings.atOnce = 1
    window.settings.duration = 30 * 60_000
    await window.start('1')
    await window.start('2', 9 * 60_000)
    expect(window.posts()).toEqual(['submit 1'])
    await window.clock.pass(3 * 60_000)
    expect(window.posts()).toEqual(['submit 1', 'submit 2'])
    expect(window.job('1')).toMatchObject({ state: 'accepted', activity: 'drawing' })
  })

  it('are listed the newest first, stored ones among them', async () => {
    const storage = new MemoryStorage()
    const picture = new Uint8Array(9)
    storage.keep('old', entriesOf.kept('2', START - 5000), picture)
    storage.keep('older', entriesOf.kept('1', START - 9000), picture)
    storage.keep('lately', entriesOf.kept('3', START - 100), picture)
    const window = openDesk(storage)
    await window.jobManager.open()
    await window.start('4', 10)
    await window.start('5', 10)
    expect(window.jobManager.jobs().map(({ request }) => request.prompt)).toEqual(['5', '4', '3', '2', '1'])
  })
})
