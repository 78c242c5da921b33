import { afterEach, describe, expect, it } from 'vitest'
import { DEMO_KEY, type Fault } from '../../src'
import { type Bench, closeBenches, openBench } from './harness'

afterEach(closeBenches)

const withFault = (fault: Fault): Promise<Bench> => openBench({ faults: [{ route: 'submit', fault }] })

type Meaning = Extract<Fault, { kind: 'not-acceptable' }>['meaning']

/** The same with a submit whose body is the test's to read. */
const withBodyFault = async (fault: Fault) => {
  const { standIn } = await withFault(fault)
  const headers = { 'x-api-key': DEMO_KEY, 'content-type': 'application/json' }
  const post = () =>
    fetch(`${standIn.origin}/v2/recraft-v3-svg`, { method: 'POST', headers, body: '{"prompt":"a fox"}' })
  return { standIn, post }
}

describe('a fault on a submit that is not accepted', () => {
  it.each<[string, Fault, number]>([
    ['any status with JSON', { kind: 'answer', status: 503, body: { detail: 'busy' } }, 503],
    ['any status with text', { kind: 'answer', status: 200, body: 'nonsense' }, 200],
    ['HTML', { kind: 'html' }, 502],
    ['HTML with 200', { kind: 'html', status: 200 }, 200],
    ['429', { kind: 'rate-limited' }, 429],
    ['an address that does not exist', { kind: 'no-endpoint' }, 404],
    ['406', { kind: 'not-acceptable', meaning: 'insufficient-credits' }, 406],
  ])('%s', async (_, fault, status) => {
    const { submit, standIn } = await withFault(fault)
    const answer = await submit()
    expect(answer.status).toBe(status)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('content-type')).toBe(
      fault.kind === 'html' ? 'text/html' : answer.json === undefined ? 'text/plain' : 'application/json',
    )
    expect(standIn.jobs).toEqual([])
  })

  it.each([
    'soon',
    '42',
    '1767225660',
    '1767225660000',
    '2026-01-01T00:01:00Z',
    '2026-01-01 00:01:00',
    'Thu, 01 Jan 2026 00:01:00 GMT',
    null,
  ])('429 with the reset time spelled %s', async (resetAt) => {
    const { submit } = await withFault({ kind: 'rate-limited', resetAt })
    const { status, headers } = await submit()
    expect([status, headers.get('x-rate-limit-reset-at-utc'), headers.get('retry-after')]).toEqual([
      429,
      resetAt,
      null,
    ])
  })

  it('406 in each of its meanings, with the words that the service itself uses', async () => {
    const { submit, direct, standIn } = await openBench({ credits: 0 })
    const real = [await submit(), await direct({}, { 'content-type': 'text/plain' })]
    const faulty = async (meaning: Meaning) => {
      standIn.setFaults([{ route: 'every', fault: { kind: 'not-acceptable', meaning } }])
      return await submit()
    }
    const made = [await faulty('insufficient-credits'), await faulty('content-type')]
    expect(made.map(({ status, text }) => ({ status, text }))).toEqual(
      real.map(({ status, text }) => ({ status, text })),
    )
    const others = [await faulty('parameter-value'), await faulty('team-limit')]
    expect(new Set([...made, ...others].map(({ text }) => text)).size).toBe(4)
  })

  it('an unknown endpoint’s answer, for one route', async () => {
    const { submit, call } = await withFault({ kind: 'no-endpoint' })
    expect(await submit()).toMatchObject({
      status: 404,
      json: { error: 'No endpoint POST /v2/recraft-v3-svg' },
    })
    expect(await call('/v3/anything')).toMatchObject({
      status: 404,
      json: { error: 'No endpoint GET /v3/anything' },
    })
    expect((await call('/v1/get-user-credits')).status).toBe(200)
  })

  it('a lost request: the connection breaks and no job exists', async () => {
    const { submit, standIn } = await withFault({ kind: 'request-lost' })
    await expect(submit()).rejects.toThrow('fetch failed')
    expect(standIn.jobs).toEqual([])
    expect(standIn.requests).toMatchObject([{ route: 'submit', json: { prompt: 'a fox' }, status: null }])
  })
})

describe('a fault on a submit that is accepted all the same', () => {
  it('a lost answer: the connection breaks and the job exists', async () => {
    const { submit, standIn } = await withFault({ kind: 'answer-lost' })
    await expect(submit()).rejects.toThrow('fetch failed')
    expect(standIn.jobs).toHaveLength(1)
  })

  it('no answer until the stand-in closes', async () => {
    const { submit, standIn } = await withFault({ kind: 'hang' })
    const pending = submit()
    const ended = expect(pending).rejects.toThrow('fetch failed')
    await expect.poll(() => standIn.jobs).toHaveLength(1)
    await standIn.close()
    await ended
  })

  it('an answer held at a gate: carried out on arrival, answered when the gate opens', async () => {
    let open = (): void => undefined
    const until = new Promise<void>((resolve) => {
      open = resolve
    })
    const { submit, standIn } = await withFault({ kind: 'held', until })
    const pending = submit()
    await expect.poll(() => standIn.jobs).toHaveLength(1)
    expect(standIn.requests[0]?.status).toBeNull()
    open()
    expect((await pending).status).toBe(200)
  })

  it('half a body: the headers arrive, then the connection breaks', async () => {
    const { standIn, post } = await withBodyFault({ kind: 'broken-body' })
    const response = await post()
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
    expect(standIn.jobs).toHaveLength(1)
  })

  it('a body in two halves, the second when a gate opens', async () => {
    let open = (): void => undefined
    const until = new Promise<void>((resolve) => {
      open = resolve
    })
    const { standIn, post } = await withBodyFault({ kind: 'slow-body', until })
    const response = await post()
    const reader = response.body?.getReader()
    const first = Buffer.from((await reader?.read())?.value ?? []).toString()
    expect(first).toMatch(/^\{"request_id"/)
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(first.length)
    open()
    const second = Buffer.from((await reader?.read())?.value ?? []).toString()
    expect(JSON.parse(first + second)).toMatchObject({ request_id: standIn.jobs[0]?.id })
  })

  it('a job that fails: 422 on both addresses once its time is over, and not before', async () => {
    const { accepted, call, pass } = await withFault({ kind: 'fail-job', error: 'Content blocked' })
    const id = await accepted()
    expect((await call(`/v2/requests/${id}/status`)).status).toBe(200)
    pass(10_000)
    for (const path of [`/v2/requests/${id}`, `/v2/requests/${id}/status`]) {
      expect(await call(path)).toMatchObject({
        status: 422,
        json: { status: 'FAILED', error: 'Content blocked', metrics: { inference_time: 8 } },
      })
    }
  })
})

describe('a job that fails with 200', () => {
  it('says so in the body alone, on both addresses', async () => {
    const { accepted, call, pass } = await withFault({ kind: 'fail-job', error: 'NSFW', status: 200 })
    const id = await accepted()
    pass(10_000)
    for (const path of [`/v2/requests/${id}`, `/v2/requests/${id}/status`]) {
      expect(await call(path)).toMatchObject({ status: 200, json: { status: 'FAILED', error: 'NSFW' } })
    }
    expect((await call('/v1/get-user-credits')).json).toMatchObject({ credits: 5 })
  })
})

describe('fault rules', () => {
  it('meet their route only, as often as they say, after as many as they say', async () => {
    const fault: Fault = { kind: 'answer', status: 500, body: {} }
    const { call, accepted } = await openBench({ faults: [{ route: 'status', after: 1, times: 2, fault }] })
    const id = await accepted()
    const statuses: number[] = []
    for (let count = 0; count < 5; count++) statuses.push((await call(`/v2/requests/${id}/status`)).status)
    expect(statuses).toEqual([200, 500, 500, 200, 200])
    expect((await call(`/v2/requests/${id}`)).status).toBe(200)
  })

  it('are replaced while running, and reach media too', async () => {
    const { accepted, call, pass, standIn } = await openBench()
    await accepted()
    pass(10_000)
    const media = (standIn.jobs[0]?.mediaUrl ?? '').replace('https:/', '')
    standIn.setFaults([{ route: 'media', times: 1, fault: { kind: 'truncated-json' } }])
    const cut = await call(media, { key: null })
    standIn.setFaults([])
    const whole = await call(media, { key: null })
    expect(whole.text.startsWith(cut.text)).toBe(true)
    expect(cut.text.length).toBeLessThan(whole.text.length)
  })
})
