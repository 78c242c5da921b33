import { describe, expect, it } from 'vitest'
import { isRepeatable, isResumable } from '../../../src/jobs/job'
import { failure } from '../../../src/segmind/errors'
import {
  entriesOf,
  HandClock,
  later,
  MemoryStorage,
  openDesk,
  requestFor,
  START,
  silence,
  svgOf,
  urlOf,
} from './bench'

const limited = (resetAt: number | null) => failure('rate-limited', 'no', true, { status: 429, resetAt })
const noEndpoint = failure('unavailable', 'no', true, { status: 404 })

describe('a click', () => {
  it('brings a picture, by one POST, and keeps it on the device', async () => {
    const window = openDesk()
    await window.start('a fox', 60_000)
    expect(window.job()).toMatchObject({
      id: 'job-1',
      request: requestFor('a fox'),
      state: 'kept',
      activity: null,
      startedAt: START,
      requestId: 'request for a fox',
      error: null,
      cost: 0.1,
      hasPicture: true,
      unstored: null,
      inserted: false,
      starred: false,
    })
    expect(await window.desk.svg('job-1')).toBe(svgOf('a fox'))
    expect(new TextDecoder().decode(window.storage.records.get('job-1')?.picture ?? undefined)).toBe(
      svgOf('a fox'),
    )
    expect(window.posts()).toEqual(['submit a fox'])
    expect(window.storage.writes).toEqual([
      'job-1 sent',
      'job-1 accepted',
      'job-1 fetched',
      'job-1 picture',
      'job-1 sent',
      'job-1 kept',
    ])
  })

  it('resolves when the job rests', async () => {
    const { desk, clock } = openDesk()
    let isOverNow = false
    void desk.start(requestFor('a fox')).then(() => {
      isOverNow = true
    })
    await clock.pass(5000)
    expect(isOverNow).toBe(false)
    await clock.pass(60_000)
    expect(isOverNow).toBe(true)
  })

  it('is told of step by step', async () => {
    const window = openDesk()
    window.answers.submit.push(later(window.clock, 1000, { ok: true, value: 'request for a fox' }))
    window.answers.status.push({ ok: true, value: 'queued' })
    await window.start('a fox')
    expect(window.job()).toMatchObject({ state: 'sending', activity: 'sending', requestId: null })
    await window.clock.pass(1000)
    expect(window.job()).toMatchObject({
      state: 'accepted',
      activity: 'queued',
      requestId: 'request for a fox',
    })
    await window.clock.pass(9000)
    expect(window.job()).toMatchObject({ state: 'accepted', activity: 'drawing' })
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', activity: null })
  })

  it('notes how long the job took and when its picture came', async () => {
    const window = openDesk()
    await window.start('a fox', 60_000)
    const fetched = window.storage.entry('job-1', 'fetched')
    expect(fetched?.url).toBe(urlOf('a fox'))
    expect(fetched?.waited).toBeGreaterThanOrEqual(10_000)
    expect(fetched?.waited).toBeLessThan(20_000)
    expect(window.job().finishedAt).toBe(START + (fetched?.waited ?? 0))
  })

  it('goes the direct way where the user wants it, by one POST and without a question', async () => {
    const window = openDesk()
    window.settings.via = 'direct'
    await window.start('a fox')
    expect(window.calls).toEqual(['direct a fox'])
    expect(window.job()).toMatchObject({ state: 'kept', requestId: null, cost: 0.1 })
    expect(await window.desk.svg('job-1')).toBe(svgOf('a fox'))
  })

  it('that the service refuses is over, and was sent once', async () => {
    const window = openDesk()
    window.answers.submit.push(failure('rejected', 'no', true, { status: 400, serverMessage: 'bad size' }))
    await window.start('a fox', 600_000)
    expect(window.job()).toMatchObject({
      state: 'failed',
      activity: null,
      error: { kind: 'rejected', charged: 'no', serverMessage: 'bad size' },
      hasPicture: false,
    })
    expect(isRepeatable(window.job())).toBe(true)
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('whose job fails is over', async () => {
    const window = openDesk()
    const requestId = 'request for a fox'
    window.answers.status.push(
      failure('failed', 'no', true, { status: 422, requestId, serverMessage: 'content' }),
    )
    await window.start('a fox', 60_000)
    expect(window.job()).toMatchObject({
      state: 'failed',
      error: { kind: 'failed', serverMessage: 'content' },
    })
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('whose answer never came may have been charged, and is never sent again by itself', async () => {
    const window = openDesk()
    window.answers.submit.push(failure('offline', 'unknown', false))
    await window.start('a fox', 600_000)
    expect(window.job()).toMatchObject({ state: 'unknown', error: { kind: 'offline', charged: 'unknown' } })
    expect(isRepeatable(window.job())).toBe(true)
    expect(isResumable(window.job())).toBe(false)
    await window.desk.resume('job-1')
    window.desk.resumeAll()
    await window.clock.pass(600_000)
    const next = openDesk(window.storage, window.clock)
    await next.desk.open()
    await next.clock.pass(600_000)
    expect([...window.posts(), ...next.posts()]).toEqual(['submit a fox'])
    expect(next.job()).toMatchObject({ state: 'unknown', error: { kind: 'offline' } })
  })

  it('whose picture lies elsewhere is over, and says where', async () => {
    const window = openDesk()
    const requestId = 'request for a fox'
    window.answers.picture.push(
      failure('foreign-host', 'yes', false, { requestId, host: 'https://evil.example' }),
    )
    await window.start('a fox', 60_000)
    expect(window.job()).toMatchObject({
      state: 'failed',
      error: { kind: 'foreign-host', charged: 'yes', host: 'https://evil.example' },
    })
  })

  it('that fails in passing goes on by itself: every question is repeated, and no POST', async () => {
    const window = openDesk()
    const offline = failure('offline', 'unknown', true)
    window.answers.status.push(offline, offline)
    window.answers.result.push(failure('unavailable', 'unknown', true, { status: 502 }))
    window.answers.picture.push(failure('timeout', 'yes', true), limited(null))
    await window.start('a fox', 120_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual(['submit a fox'])
    expect(window.calls.filter((name) => name === 'picture')).toHaveLength(3)
  })

  it('rests, to be picked up, where the questions go wrong again and again', async () => {
    const window = openDesk()
    window.answers.status.push(...Array.from({ length: 5 }, () => failure('offline', 'unknown', true)))
    await window.start('a fox', 120_000)
    expect(window.job()).toMatchObject({ state: 'accepted', activity: null, error: { kind: 'offline' } })
    expect(isResumable(window.job())).toBe(true)
    void window.desk.resume('job-1')
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual(['submit a fox'])
  })
})

describe('cancelling', () => {
  it('while the request is sent waits for the answer, which names the paid job, and then for nothing', async () => {
    const window = openDesk()
    window.answers.submit.push(later(window.clock, 8000, { ok: true, value: 'request for a fox' }))
    await window.start('a fox', 1000)
    expect(window.job().activity).toBe('sending')
    window.desk.cancel('job-1')
    await window.clock.pass(0)
    expect(window.job()).toMatchObject({ state: 'sending', activity: 'stopping' })
    await window.clock.pass(7000)
    expect(window.job()).toMatchObject({
      state: 'accepted',
      activity: null,
      requestId: 'request for a fox',
      error: { kind: 'cancelled', charged: 'unknown', requestId: 'request for a fox' },
    })
    expect(isResumable(window.job())).toBe(true)
    await window.clock.pass(600_000)
    expect(window.calls).toEqual(['submit a fox'])
    void window.desk.resume('job-1')
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('while the request is sent leaves the charge unknown where the answer never comes', async () => {
    const window = openDesk()
    window.answers.submit.push(later(window.clock, 60_000, failure('timeout', 'unknown', false)))
    await window.start('a fox', 1000)
    window.desk.cancel('job-1')
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({
      state: 'unknown',
      activity: null,
      error: { kind: 'timeout', charged: 'unknown' },
    })
    expect(window.storage.entry('job-1', 'ended')).toMatchObject({ how: 'unknown', attempt: 1 })
    await window.clock.pass(600_000)
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('a request that is refused meanwhile for the rate limit does not send it again', async () => {
    const window = openDesk()
    window.answers.submit.push(later(window.clock, 5000, limited(START + 20_000)))
    await window.start('a fox', 1000)
    window.desk.cancel('job-1')
    await window.clock.pass(600_000)
    expect(window.posts()).toEqual(['submit a fox'])
    expect(window.job()).toMatchObject({
      state: 'failed',
      activity: null,
      error: { kind: 'cancelled', charged: 'no' },
    })
  })

  it('a direct call ends it at once, and leaves the charge unknown', async () => {
    const window = openDesk()
    window.settings.via = 'direct'
    window.answers.direct.push(silence())
    await window.start('a fox', 1000)
    window.desk.cancel('job-1')
    await window.clock.pass(0)
    expect(window.job()).toMatchObject({
      state: 'unknown',
      activity: null,
      error: { kind: 'cancelled', charged: 'unknown' },
    })
    await window.clock.pass(600_000)
    expect(window.posts()).toEqual(['direct a fox'])
  })

  it('before the request has left sends nothing, and says that nothing was charged', async () => {
    const window = openDesk()
    const put = window.storage.put.bind(window.storage)
    let goOn = () => {}
    window.storage.put = async (...write) => {
      if (write[1] === 'sent')
        await new Promise<void>((resolve) => {
          goOn = resolve
        })
      return put(...write)
    }
    await window.start('a fox')
    window.desk.cancel('job-1')
    goOn()
    await window.clock.pass(600_000)
    expect(window.calls).toEqual([])
    expect(window.job()).toMatchObject({
      state: 'failed',
      activity: null,
      error: { kind: 'cancelled', charged: 'no' },
    })
  })

  it('while it is drawn leaves it to be picked up, without a POST', async () => {
    const window = openDesk()
    await window.start('a fox', 5000)
    window.desk.cancel('job-1')
    await window.clock.pass(0)
    expect(window.job()).toMatchObject({
      state: 'accepted',
      activity: null,
      error: { kind: 'cancelled', charged: 'unknown', requestId: 'request for a fox' },
      requestId: 'request for a fox',
    })
    expect(isResumable(window.job())).toBe(true)
    const asked = window.calls.length
    await window.clock.pass(60_000)
    expect(window.calls).toHaveLength(asked)

    void window.desk.resume('job-1')
    await window.clock.pass(0)
    expect(window.job().error).toBeNull()
    await window.clock.pass(30_000)
    expect(window.job()).toMatchObject({ state: 'kept', hasPicture: true, error: null })
    expect(await window.desk.svg('job-1')).toBe(svgOf('a fox'))
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('while its picture is fetched leaves the address to be picked up', async () => {
    const window = openDesk()
    window.answers.picture.push(silence())
    await window.start('a fox', 60_000)
    expect(window.job()).toMatchObject({ state: 'fetched', activity: 'fetching' })
    window.desk.cancel('job-1')
    await window.clock.pass(0)
    expect(window.job()).toMatchObject({ state: 'fetched', activity: null, error: { kind: 'cancelled' } })
    const results = () => window.calls.filter((name) => name.startsWith('result')).length
    const before = results()
    await window.desk.resume('job-1')
    expect(window.job().state).toBe('kept')
    expect(results()).toBe(before)
  })

  it('a job that is not there, or is over, does nothing', async () => {
    const window = openDesk()
    await window.start('a fox', 60_000)
    window.desk.cancel('job-1')
    window.desk.cancel('nobody')
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
  })

  it('a job in line never sends it, leaves nothing behind, and lets the next one move up', async () => {
    const window = openDesk()
    window.settings.atOnce = 1
    for (const prompt of ['a fox', 'an owl', 'a hare']) await window.start(prompt)
    window.desk.cancel(window.job('an owl').id)
    await window.clock.pass(0)
    expect(window.desk.jobs().map(({ request }) => request.prompt)).toEqual(['a fox', 'a hare'])
    await window.clock.pass(120_000)
    expect(window.posts()).toEqual(['submit a fox', 'submit a hare'])
    expect(window.job('a hare').state).toBe('kept')
    expect([...window.storage.records.keys()]).toEqual(['job-1', 'job-3'])
  })
})

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

  it('waits for some seconds where the server does not say how long', async () => {
    const window = openDesk()
    window.answers.submit.push(limited(null))
    await window.start('a fox')
    const { retryAt } = window.job()
    expect(retryAt).toBeGreaterThan(START + 1000)
    expect(retryAt).toBeLessThanOrEqual(START + 60_000)
    await window.clock.pass(60_000)
    expect(window.posts()).toHaveLength(2)
  })

  it('can be refused again and again', async () => {
    const window = openDesk()
    window.answers.submit.push(limited(START + 5000), limited(START + 15_000), limited(START + 25_000))
    await window.start('a fox', 24_999)
    expect(window.posts()).toHaveLength(3)
    expect(window.job()).toMatchObject({ activity: 'waiting', retryAt: START + 25_000 })
    await window.clock.pass(60_000)
    expect(window.job().state).toBe('kept')
    expect(window.storage.entry('job-1', 'sent')?.attempt).toBe(4)
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
    window.desk.cancel('job-1')
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

describe('a service without the queue', () => {
  it('is asked the direct way, each POST written down before it', async () => {
    const window = openDesk()
    window.answers.submit.push(noEndpoint)
    await window.start('a fox')
    expect(window.calls).toEqual(['submit a fox', 'direct a fox'])
    expect(window.storage.entry('job-1', 'sent')).toMatchObject({ attempt: 2, via: 'direct' })
    expect(window.storage.writes.slice(0, 3)).toEqual(['job-1 sent', 'job-1 refused', 'job-1 sent'])
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(await window.desk.svg('job-1')).toBe(svgOf('a fox'))
  })

  it('that has no direct way either is over, without a charge', async () => {
    const window = openDesk()
    window.answers.submit.push(noEndpoint)
    window.answers.direct.push(noEndpoint)
    await window.start('a fox', 600_000)
    expect(window.posts()).toEqual(['submit a fox', 'direct a fox'])
    expect(window.job()).toMatchObject({ state: 'failed', error: { kind: 'unavailable', charged: 'no' } })
  })

  it('is not taken for one that is merely out of order', async () => {
    const window = openDesk()
    window.answers.submit.push(failure('unavailable', 'no', true, { status: 500 }))
    await window.start('a fox', 600_000)
    expect(window.posts()).toEqual(['submit a fox'])
    expect(window.job().state).toBe('failed')
  })
})

describe('without a key', () => {
  it('nothing is sent or stored, and the job says why', async () => {
    const window = openDesk()
    window.settings.key = false
    await window.start('a fox', 60_000)
    expect(window.calls).toEqual([])
    expect(window.storage.writes).toEqual([])
    expect(window.job()).toMatchObject({
      activity: null,
      error: { kind: 'invalid-key', charged: 'no' },
      hasPicture: false,
    })
    expect(isRepeatable(window.job())).toBe(true)
  })

  it('an accepted job rests, and is picked up with all others once there is one', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.accepted('a fox', START - 60_000))
    storage.keep('b', entriesOf.fetched('an owl', START - 60_000))
    storage.keep('c', entriesOf.kept('a hare', START - 60_000), new TextEncoder().encode(svgOf('a hare')))
    const window = openDesk(storage)
    window.settings.key = false
    expect(await window.desk.open()).toBe(true)
    await window.clock.pass(60_000)
    expect(window.job('a fox')).toMatchObject({ state: 'accepted', error: { kind: 'invalid-key' } })
    expect(window.job('an owl')).toMatchObject({ state: 'fetched', error: { kind: 'invalid-key' } })
    expect(window.calls).toEqual([])

    window.settings.key = true
    window.desk.resumeAll()
    await window.clock.pass(60_000)
    for (const prompt of ['a fox', 'an owl', 'a hare']) {
      expect(window.job(prompt)).toMatchObject({ state: 'kept', error: null })
      expect(await window.desk.svg(window.job(prompt).id)).toBe(svgOf(prompt))
    }
    expect(window.posts()).toEqual([])
  })

  it('a key that is refused while a job is drawn lets it rest, to be picked up with the right one', async () => {
    const window = openDesk()
    window.answers.status.push(failure('invalid-key', 'unknown', true, { status: 401 }))
    await window.start('a fox', 60_000)
    expect(window.job()).toMatchObject({ state: 'accepted', activity: null, error: { kind: 'invalid-key' } })
    window.desk.resumeAll()
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('picking up all leaves alone what runs already, and what is over', async () => {
    const window = openDesk()
    await window.start('a fox', 5000)
    window.answers.submit.push(failure('rejected', 'no', true))
    await window.start('an owl')
    const asked = window.calls.length
    window.desk.resumeAll()
    await window.clock.pass(0)
    expect(window.calls).toHaveLength(asked)
    await window.clock.pass(60_000)
    expect(window.job('a fox').state).toBe('kept')
    expect(window.job('an owl').state).toBe('failed')
    expect(window.calls.filter((name) => name === 'result a fox')).toHaveLength(1)
  })
})

describe('a picture in memory only', () => {
  it.each(['queue', 'direct'] as const)('(%s) is left alone when all others are picked up', async (via) => {
    const window = openDesk()
    window.settings.via = via
    window.storage.onPicture = () => 'full'
    await window.start('a fox', 60_000)
    const asked = window.calls.length
    window.desk.resumeAll()
    await window.desk.resume('job-1')
    await window.clock.pass(60_000)
    expect(window.calls).toHaveLength(asked)
    expect(window.job()).toMatchObject({ state: 'fetched', hasPicture: true, unstored: 'full', error: null })
    expect(await window.desk.svg('job-1')).toBe(svgOf('a fox'))
  })
})

describe('several jobs', () => {
  it('keep to a limit that the user lowers or raises meanwhile', async () => {
    const window = openDesk()
    window.settings.atOnce = 3
    for (const prompt of ['1', '2', '3', '4', '5', '6', '7']) await window.start(prompt)
    window.settings.atOnce = 1
    window.desk.cancel(window.job('1').id)
    window.desk.cancel(window.job('2').id)
    await window.clock.pass(0)
    expect(window.posts()).toHaveLength(3)
    window.settings.atOnce = 2
    window.desk.cancel(window.job('3').id)
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
    window.desk.cancel(window.job('2').id)
    await window.clock.pass(0)
    expect(window.posts()).toEqual(['submit 1', 'submit 2', 'submit 3'])
    expect(window.job('4').activity).toBe('in-line')
    await window.clock.pass(120_000)
    expect(window.posts()).toEqual(['submit 1', 'submit 2', 'submit 3', 'submit 4'])
    expect(window.job('4').state).toBe('kept')
  })

  it('never run more at once, from the first to the last', async () => {
    const window = openDesk()
    window.settings.atOnce = 3
    for (let name = 1; name <= 8; name += 1) await window.start(`${name}`)
    let most = 0
    for (let second = 0; second < 120; second += 1) {
      const busy = window.desk.jobs().filter(({ activity }) => activity !== null && activity !== 'in-line')
      most = Math.max(most, busy.length)
      await window.clock.pass(1000)
    }
    expect(most).toBe(3)
    expect(window.desk.jobs().map(({ state }) => state)).toEqual(Array(8).fill('kept'))
  })

  it('make room for the next also when one fails', async () => {
    const window = openDesk()
    window.settings.atOnce = 1
    window.answers.submit.push(failure('rejected', 'no', true))
    await window.start('1')
    await window.start('2', 60_000)
    expect(window.job('1').state).toBe('failed')
    expect(window.job('2').state).toBe('kept')
  })

  it('each have their own picture', async () => {
    const window = openDesk()
    await window.start('a fox')
    await window.start('an owl', 60_000)
    expect(await window.desk.svg(window.job('a fox').id)).toBe(svgOf('a fox'))
    expect(await window.desk.svg(window.job('an owl').id)).toBe(svgOf('an owl'))
  })

  it('are listed the newest first, stored ones among them', async () => {
    const storage = new MemoryStorage()
    storage.keep('old', entriesOf.kept('2', START - 5000))
    storage.keep('older', entriesOf.kept('1', START - 9000))
    storage.keep('lately', entriesOf.kept('3', START - 100))
    const window = openDesk(storage)
    await window.desk.open()
    await window.start('4', 10)
    await window.start('5', 10)
    expect(window.desk.jobs().map(({ request }) => request.prompt)).toEqual(['5', '4', '3', '2', '1'])
  })
})

describe('a storage that refuses', () => {
  it.each(['full', 'unavailable'] as const)(
    'the first step (%s) keeps the request from being sent',
    async (refusal) => {
      const window = openDesk()
      window.storage.onPut = () => refusal
      await window.start('a fox', 60_000)
      expect(window.calls).toEqual([])
      expect(window.job()).toMatchObject({
        state: 'failed',
        activity: null,
        error: { kind: 'not-recorded', charged: 'no' },
        hasPicture: false,
      })
      await window.desk.remove('job-1')
      expect(window.desk.jobs()).toEqual([])
    },
  )

  it('a later step does not stop the job', async () => {
    const window = openDesk()
    window.storage.onPut = (_job, kind) => (kind === 'sent' ? 'written' : 'full')
    await window.start('a fox', 60_000)
    expect(window.posts()).toEqual(['submit a fox'])
    expect(await window.desk.svg('job-1')).toBe(svgOf('a fox'))
    // The picture is on the device, but nothing there says so: it is held in memory, too.
    expect(window.job()).toMatchObject({ hasPicture: true, unstored: 'unavailable' })
  })

  it.each(['full', 'unavailable'] as const)('the picture (%s) leaves it in memory', async (refusal) => {
    const window = openDesk()
    window.storage.onPicture = () => refusal
    await window.start('a fox', 60_000)
    expect(window.job()).toMatchObject({
      state: 'fetched',
      activity: null,
      error: null,
      hasPicture: true,
      unstored: refusal,
    })
    expect(isResumable(window.job())).toBe(false)
    expect(await window.desk.svg('job-1')).toBe(svgOf('a fox'))
    expect(window.storage.entry('job-1', 'kept')).toBeNull()

    window.storage.onPicture = () => 'written'
    await window.desk.store('job-1', false)
    expect(window.job()).toMatchObject({ state: 'kept', activity: null, unstored: null })
    expect(window.posts()).toEqual(['submit a fox'])
  })

  it('a picture for room is fetched again by the next visit', async () => {
    const window = openDesk()
    window.storage.onPicture = () => 'full'
    await window.start('a fox', 60_000)
    window.storage.onPicture = () => 'written'
    const next = openDesk(window.storage, window.clock)
    await next.desk.open()
    await next.clock.pass(0)
    expect(next.calls).toEqual(['picture'])
    expect(next.job()).toMatchObject({ state: 'kept', unstored: null })
  })
})

describe('a storage without room', () => {
  const crowded = () => {
    const storage = new MemoryStorage()
    storage.keep('dear', entriesOf.kept('dear', START - 9000), new Uint8Array(2_400_000))
    storage.keep('dearer', entriesOf.kept('dearer', START - 1000), new Uint8Array(2_399_000))
    return storage
  }

  it('keeps the picture in memory until the user agrees to lose another, and removes that one then', async () => {
    const window = openDesk(crowded())
    await window.desk.open()
    await window.start('a fox', 60_000)
    const { id } = window.job('a fox')
    expect(window.job('a fox')).toMatchObject({ state: 'fetched', hasPicture: true, unstored: 'consent' })
    expect(await window.desk.svg(id)).toBe(svgOf('a fox'))
    expect(window.desk.jobs()).toHaveLength(3)

    await window.desk.store(id, false)
    expect(window.job('a fox')).toMatchObject({ state: 'fetched', activity: null, unstored: 'consent' })
    expect(window.desk.jobs()).toHaveLength(3)
    await window.desk.store(id, true)
    expect(window.job('a fox')).toMatchObject({
      state: 'kept',
      activity: null,
      hasPicture: true,
      unstored: null,
    })
    expect(await window.desk.svg(id)).toBe(svgOf('a fox'))
    expect(window.desk.jobs().map((job) => job.id)).toEqual([id, 'dearer'])
    expect([...window.storage.records.keys()].sort()).toEqual(['dearer', id].sort())
  })

  it('asks nothing where an inserted picture can go', async () => {
    const window = openDesk(crowded())
    await window.desk.open()
    await window.desk.noteInserted('dearer')
    await window.start('a fox', 60_000)
    expect(window.job('a fox')).toMatchObject({ state: 'kept', unstored: null })
    expect(window.desk.jobs().map(({ request }) => request.prompt)).toEqual(['a fox', 'dear'])
  })

  it('makes none for a job that has nothing to store', async () => {
    const window = openDesk(crowded())
    await window.desk.open()
    await window.desk.store('dear', true)
    await window.desk.store('nobody', true)
    expect(window.desk.jobs()).toHaveLength(2)
    expect(window.storage.writes).toEqual([])
  })

  it('is told of: what is used is what the journal counts', async () => {
    const window = openDesk(crowded())
    expect(window.desk.used()).toBe(0)
    await window.desk.open()
    expect(window.desk.used()).toBeGreaterThan(4_799_000)
    await window.desk.remove('dear')
    expect(window.desk.used()).toBeLessThan(2_400_000)
  })
})

describe('a kept picture', () => {
  const withPicture = async () => {
    const window = openDesk()
    await window.start('a fox', 60_000)
    return window
  }

  it('can be given a star and lose it, and the next visit knows', async () => {
    const window = await withPicture()
    await window.desk.star('job-1', true)
    expect(window.job().starred).toBe(true)
    const next = openDesk(window.storage, window.clock)
    await next.desk.open()
    expect(next.job()).toMatchObject({ starred: true, state: 'kept' })
    await next.desk.star('job-1', false)
    expect(next.job().starred).toBe(false)
  })

  it('is inserted once it is on a canvas, and may be so again', async () => {
    const window = await withPicture()
    await window.desk.noteInserted('job-1')
    expect(window.job()).toMatchObject({ state: 'inserted', inserted: true })
    await window.desk.noteInserted('job-1')
    const next = openDesk(window.storage, window.clock)
    await next.desk.open()
    expect(next.job()).toMatchObject({ state: 'inserted', inserted: true })
    expect(await next.desk.svg('job-1')).toBe(svgOf('a fox'))
  })

  it('is not noted as inserted before it is kept', async () => {
    const window = openDesk()
    window.storage.onPicture = () => 'full'
    await window.start('a fox', 60_000)
    await window.desk.noteInserted('job-1')
    expect(window.job()).toMatchObject({ state: 'fetched', inserted: false })
  })

  it('is gone once it is removed, from the list and from the device', async () => {
    const window = await withPicture()
    await window.desk.remove('job-1')
    expect(window.desk.jobs()).toEqual([])
    expect(window.storage.records.size).toBe(0)
    expect(await window.desk.svg('job-1')).toBeNull()
    const next = openDesk(window.storage, window.clock)
    await next.desk.open()
    expect(next.desk.jobs()).toEqual([])
  })

  it('stays where the storage does not remove it', async () => {
    const window = await withPicture()
    window.storage.removable = false
    expect(await window.desk.remove('job-1')).toBe(false)
    expect(window.job()).toMatchObject({ state: 'kept', hasPicture: true })
    expect(await window.desk.svg('job-1')).toBe(svgOf('a fox'))
    window.storage.removable = true
    expect(await window.desk.remove('job-1')).toBe(true)
    expect(window.desk.jobs()).toEqual([])
  })

  it('has no text where its bytes are damaged', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.kept('a fox'), new Uint8Array([0xff, 0xfe]))
    const window = openDesk(storage)
    await window.desk.open()
    expect(await window.desk.svg('a')).toBeNull()
  })

  it('that is not there takes neither star nor insertion, and has no text', async () => {
    const { desk, storage } = openDesk()
    await desk.star('nobody', true)
    await desk.noteInserted('nobody')
    await desk.resume('nobody')
    await desk.remove('nobody')
    expect(await desk.svg('nobody')).toBeNull()
    expect(storage.writes).toEqual([])
    expect(desk.jobs()).toEqual([])
  })
})

describe('opening', () => {
  it('an unreadable storage says so', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.accepted('a fox'))
    storage.readable = false
    const window = openDesk(storage)
    expect(await window.desk.open()).toBe(false)
    await window.clock.pass(60_000)
    expect(window.desk.jobs()).toEqual([])
    expect(window.calls).toEqual([])
    storage.readable = true
    expect(await window.desk.open()).toBe(true)
    expect(window.desk.jobs()).toHaveLength(1)
  })

  it('resolves when the journal is read, not when the open jobs are done', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.accepted('a fox'))
    const window = openDesk(storage)
    window.answers.status.push(silence())
    expect(await window.desk.open()).toBe(true)
    expect(window.job().state).toBe('accepted')
  })

  it('picks up an accepted job without a POST', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.accepted('a fox', START - 30_000))
    const window = openDesk(storage)
    await window.desk.open()
    await window.clock.pass(60_000)
    expect(window.posts()).toEqual([])
    expect(window.job()).toMatchObject({ state: 'kept', startedAt: START - 30_000 })
    expect(await window.desk.svg('a')).toBe(svgOf('a fox'))
  })

  it('calls a job that the server no longer has expired', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.accepted('a fox', START - 7_200_000))
    const window = openDesk(storage)
    window.answers.status.push(
      failure('expired', 'unknown', false, { status: 404, requestId: 'request for a fox' }),
    )
    await window.desk.open()
    await window.clock.pass(1000)
    expect(window.job()).toMatchObject({ state: 'expired', activity: null, error: { kind: 'expired' } })
  })

  it('calls a job expired that is older than its record, whatever else the service answers', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.accepted('a fox', START - 7_200_000))
    const window = openDesk(storage)
    window.answers.status.push(...Array.from({ length: 5 }, () => failure('unreadable', 'unknown', true)))
    await window.desk.open()
    await window.clock.pass(120_000)
    expect(window.job()).toMatchObject({ state: 'expired', activity: null, error: { kind: 'expired' } })
  })

  it.each(['offline', 'invalid-key'] as const)(
    'lets an old job rest after an error that is ours (%s)',
    async (kind) => {
      const storage = new MemoryStorage()
      storage.keep('a', entriesOf.accepted('a fox', START - 7_200_000))
      const window = openDesk(storage)
      window.answers.status.push(...Array.from({ length: 5 }, () => failure(kind, 'unknown', true)))
      await window.desk.open()
      await window.clock.pass(120_000)
      expect(window.job()).toMatchObject({ state: 'accepted', activity: null, error: { kind } })
      expect(isResumable(window.job())).toBe(true)
    },
  )

  it('adds the missing word to a picture that was stored before the last visit broke off', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.fetched('a fox'), new TextEncoder().encode(svgOf('a fox')))
    const window = openDesk(storage)
    await window.desk.open()
    await window.clock.pass(0)
    expect(window.job()).toMatchObject({ state: 'kept', hasPicture: true })
    expect(storage.entry('a', 'kept')).not.toBeNull()
    expect(window.calls).toEqual([])
  })

  it('shows a request without an answer as interrupted, and gives it up only when its time is over', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.sent('a fox', START - 1000))
    const window = openDesk(storage)
    await window.desk.open()
    await window.clock.pass(10_000)
    expect(window.job()).toMatchObject({
      state: 'sending',
      activity: null,
      error: { kind: 'interrupted', charged: 'unknown' },
    })
    await window.clock.pass(600_000)
    expect(window.job()).toMatchObject({ state: 'unknown', error: { charged: 'unknown' } })
    expect(window.posts()).toEqual([])
  })

  it('gives a direct call, which may take minutes, the time that it needs', async () => {
    const storage = new MemoryStorage()
    const { sent } = entriesOf.sent('a fox')
    storage.keep('a', { sent: { ...sent, via: 'direct' } })
    const window = openDesk(storage)
    await window.desk.open()
    await window.clock.pass(300_000)
    expect(window.job().state).toBe('sending')
    await window.clock.pass(60_000)
    expect(window.job().state).toBe('unknown')
  })

  it('calls a request that waited for the limit failed, with nothing charged', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', {
      ...entriesOf.sent('a fox'),
      refused: { attempt: 1, at: START, until: START + 20_000 },
    })
    const window = openDesk(storage)
    await window.desk.open()
    await window.clock.pass(10_000)
    expect(window.job()).toMatchObject({ state: 'waiting', error: { kind: 'interrupted', charged: 'no' } })
    await window.clock.pass(600_000)
    expect(window.job()).toMatchObject({ state: 'failed', error: { charged: 'no' } })
    expect(window.posts()).toEqual([])
  })

  it('goes on with what another window learns in the meantime', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.sent('a fox', START))
    const window = openDesk(storage)
    await window.desk.open()
    await window.clock.pass(7000)
    storage.keep('a', entriesOf.accepted('a fox', START))
    await window.clock.pass(60_000)
    expect(window.job()).toMatchObject({ state: 'kept', error: null })
    expect(window.posts()).toEqual([])
  })

  it('shows what another window has brought in the meantime as nothing but kept', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.sent('a fox', START))
    const window = openDesk(storage)
    await window.desk.open()
    await window.clock.pass(1000)
    expect(window.job().error).toMatchObject({ kind: 'interrupted' })
    storage.keep('a', entriesOf.kept('a fox', START), new TextEncoder().encode(svgOf('a fox')))
    await window.clock.pass(10_000)
    expect(window.job()).toMatchObject({ state: 'kept', hasPicture: true, error: null })
    expect(window.calls).toEqual([])
  })

  it('forgets a request without an answer that is removed in the meantime', async () => {
    const storage = new MemoryStorage()
    storage.keep('a', entriesOf.sent('a fox', START))
    const window = openDesk(storage)
    await window.desk.open()
    await window.clock.pass(1000)
    await window.desk.remove('a')
    await window.clock.pass(600_000)
    expect(window.desk.jobs()).toEqual([])
    expect(storage.records.size).toBe(0)
  })
})

describe('what pictures usually take', () => {
  it('is learned from those that came', async () => {
    const slow = openDesk()
    const before = slow.desk.expected()
    slow.settings.duration = 60_000
    for (let name = 0; name < 6; name += 1) await slow.start(`${name}`, 120_000)
    expect(slow.desk.expected()).toBeGreaterThan(before)
    const next = openDesk(slow.storage, slow.clock)
    await next.desk.open()
    expect(next.desk.expected()).toBe(slow.desk.expected())
  })
})

describe('two windows on one device', () => {
  it('never pay twice for one click, and both have the picture', async () => {
    const clock = new HandClock()
    const storage = new MemoryStorage()
    const first = openDesk(storage, clock)
    await first.start('a fox', 3000)
    const second = openDesk(storage, clock)
    await second.desk.open()
    await clock.pass(120_000)
    expect([...first.posts(), ...second.posts()]).toEqual(['submit a fox'])
    for (const { desk, job } of [first, second]) {
      expect(job().state).toBe('kept')
      expect(await desk.svg('job-1')).toBe(svgOf('a fox'))
    }
  })
})
