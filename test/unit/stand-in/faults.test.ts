import { afterEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../../stand-in'
import { type Bench, closeBenches, openBench } from './bench'

afterEach(closeBenches)

const withFault = (fault: Fault): Promise<Bench> => openBench({ faults: [{ route: 'submit', fault }] })

describe('a fault on a submit that is not accepted', () => {
  it.each<[string, Fault, number]>([
    ['any status with JSON', { kind: 'answer', status: 503, body: { detail: 'busy' } }, 503],
    ['any status with text', { kind: 'answer', status: 200, body: 'nonsense' }, 200],
    ['HTML', { kind: 'html' }, 502],
    ['HTML with 200', { kind: 'html', status: 200 }, 200],
    ['429', { kind: 'rate-limited' }, 429],
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

  it('half the JSON', async () => {
    const { submit, standIn } = await withFault({ kind: 'truncated-json' })
    expect(await submit()).toMatchObject({
      status: 200,
      text: expect.stringMatching(/^\{"request_id"/),
      json: undefined,
    })
    expect(standIn.jobs).toHaveLength(1)
  })

  it('no body', async () => {
    const { submit, standIn } = await withFault({ kind: 'empty-body' })
    expect(await submit()).toMatchObject({ status: 200, text: '' })
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

  it('are tried in order: the next one counts once the first is used up', async () => {
    const answer = (status: number): Fault => ({ kind: 'answer', status, body: '' })
    const { call } = await openBench({
      faults: [
        { route: 'credits', times: 1, fault: answer(502) },
        { route: 'every', times: 1, fault: answer(504) },
      ],
    })
    const statuses = [
      await call('/v1/get-user-credits'),
      await call('/v1/get-user-credits'),
      await call('/v1/get-user-credits'),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([502, 504, 200])
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
