import { afterEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../src'
import { closeHarnesses, type Harness, openHarness } from './harness'

afterEach(closeHarnesses)

const withFault = (fault: Fault): Promise<Harness> => openHarness({ faults: [{ route: 'submit', fault }] })

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

  it.each(['soon', '2026-01-01T00:01:00Z', null])('429 with the reset time spelled %s', async (resetAt) => {
    const { submit } = await withFault({ kind: 'rate-limited', resetAt })
    const { status, headers } = await submit()
    const times = [headers.get('x-rate-limit-reset-at-utc'), headers.get('retry-after')]
    expect([status, ...times]).toEqual([429, resetAt, null])
  })

  it('the response of an unknown endpoint, for a single route', async () => {
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

  it('a lost request: the connection is closed and no job exists', async () => {
    const { submit, standIn } = await withFault({ kind: 'request-lost' })
    await expect(submit()).rejects.toThrow('fetch failed')
    expect(standIn.jobs).toEqual([])
    expect(standIn.requests).toMatchObject([{ route: 'submit', json: { prompt: 'a fox' }, status: null }])
  })
})

describe('a fault on a submit that is accepted anyway', () => {
  it('a lost response: the connection is closed and the job exists', async () => {
    const { submit, standIn } = await withFault({ kind: 'answer-lost' })
    await expect(submit()).rejects.toThrow('fetch failed')
    expect(standIn.jobs).toHaveLength(1)
  })

  it('no response until the stand-in is closed', async () => {
    const { submit, standIn } = await withFault({ kind: 'hang' })
    const pending = submit()
    const ended = expect(pending).rejects.toThrow('fetch failed')
    await expect.poll(() => standIn.jobs).toHaveLength(1)
    await standIn.close()
    await ended
  })

  it('a failing job: 422 on both addresses once its time is over, and not before', async () => {
    const { accepted, call, advance } = await withFault({ kind: 'fail-job', error: 'Content blocked' })
    const id = await accepted()
    expect((await call(`/v2/requests/${id}/status`)).status).toBe(200)
    advance(10_000)
    for (const path of [`/v2/requests/${id}`, `/v2/requests/${id}/status`]) {
      expect(await call(path)).toMatchObject({
        status: 422,
        json: { status: 'FAILED', error: 'Content blocked', metrics: { inference_time: 8 } },
      })
    }
  })
})

it('fault rules apply to their route only, as many times and after as many requests as they say', async () => {
  const fault: Fault = { kind: 'answer', status: 500, body: {} }
  const { call, accepted } = await openHarness({ faults: [{ route: 'status', after: 1, times: 2, fault }] })
  const id = await accepted()
  const statuses: number[] = []
  for (let count = 0; count < 5; count++) statuses.push((await call(`/v2/requests/${id}/status`)).status)
  expect(statuses).toEqual([200, 500, 500, 200, 200])
  expect((await call(`/v2/requests/${id}`)).status).toBe(200)
})
