import { afterEach, describe, expect, it } from 'vitest'
import { DEMO_KEY } from '../../src'
import { closeHarnesses, openHarness } from './harness'

afterEach(closeHarnesses)

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const HOUR = 3_600_000

describe('a job from submit to media', () => {
  it('gets the documented response for every step', async () => {
    const { submit, call, advance } = await openHarness()
    const first = await submit({ prompt: 'a fox', size: '1365x1024', style: 'linocut' })
    const { request_id: id } = first.json as { request_id: string }
    expect(id).toMatch(UUID)
    const api = 'https://api.segmind.com'
    const addresses = {
      status_url: `${api}/v2/requests/${id}/status`,
      response_url: `${api}/v2/requests/${id}`,
    }
    expect(first).toMatchObject({ status: 200 })
    expect(first.json).toEqual({
      request_id: id,
      status: 'QUEUED',
      poll_url: `${api}/v1/requests/${id}`,
      ...addresses,
    })

    const running = (status: string) => ({ status, request_id: id, ...addresses, metrics: {} })
    expect((await call(`/v2/requests/${id}/status`)).json).toEqual(running('QUEUED'))
    advance(2_000)
    expect((await call(`/v2/requests/${id}/status`)).json).toEqual(running('PROCESSING'))
    const early = await call(`/v2/requests/${id}`)
    expect(early).toMatchObject({ status: 200, json: running('PROCESSING') })

    advance(8_000)
    const done = await call(`/v2/requests/${id}/status`)
    expect(done.json).toEqual({ status: 'COMPLETED', request_id: id, metrics: { inference_time: 8 } })
    const result = (await call(`/v2/requests/${id}`)).json as { output: string }
    expect(result).toEqual({
      status: 'COMPLETED',
      output: expect.stringMatching(/^https:\/\/images\.segmind\.com\/[0-9a-f-]{36}\.svg$/),
      metrics: { inference_time: 8, queue_time: 2, total_time: 10, cost: 0.1, remaining_credits: 4.9 },
    })
    expect(result.output).not.toContain(id)

    const media = await call(result.output.replace('https:/', ''), { key: null })
    expect(media.status).toBe(200)
    expect(media.headers.get('content-type')).toBe('image/svg+xml')
    expect(media.text).toMatch(/^<svg [^>]*viewBox="0 0 2048 1536" width="1365">/)
  })

  it('is complete immediately with a duration of 0, which may be a function of the request', async () => {
    const { accepted, call, advance } = await openHarness({
      durationMs: ({ style }) => (style === 'any' ? 0 : 50),
    })
    const statusOf = async (id: string) =>
      ((await call(`/v2/requests/${id}/status`)).json as { status: string }).status
    expect(await statusOf(await accepted())).toBe('COMPLETED')
    const slow = await accepted({ prompt: 'a fox', style: 'engraving' })
    expect(await statusOf(slow)).toBe('QUEUED')
    advance(50)
    expect(await statusOf(slow)).toBe('COMPLETED')
  })
})

describe('retention', () => {
  it('deletes a record one hour after submission, and the media file after seven days', async () => {
    const { accepted, call, advance, standIn } = await openHarness()
    const id = await accepted()
    advance(HOUR - 1)
    expect((await call(`/v2/requests/${id}`)).status).toBe(200)
    advance(1)
    for (const path of [`/v2/requests/${id}`, `/v2/requests/${id}/status`]) {
      expect(await call(path)).toMatchObject({ status: 404, json: { error: `Request ${id} not found` } })
    }
    const media = (standIn.jobs[0]?.mediaUrl ?? '').replace('https:/', '')
    expect((await call(media, { key: null })).status).toBe(200)
    advance(7 * 24 * HOUR)
    expect((await call(media, { key: null })).status).toBe(404)
  })

  it('does not return unknown ids, or another key’s', async () => {
    const { accepted, call } = await openHarness({ keys: ['SG_one', 'SG_two', DEMO_KEY] })
    expect((await call('/v2/requests/nothing/status')).json).toEqual({ error: 'Request nothing not found' })
    const id = await accepted()
    expect((await call(`/v2/requests/${id}/status`, { key: 'SG_two' })).status).toBe(404)
  })
})

describe('money', () => {
  it('charges only for completed jobs, using free credits first', async () => {
    const { accepted, call, advance, standIn } = await openHarness({ credits: 1, freeCredits: 0.15 })
    const balance = async () => (await call('/v1/get-user-credits')).json
    await accepted()
    standIn.setFaults([{ route: 'submit', fault: { kind: 'fail-job', error: 'Content blocked' } }])
    await accepted()
    expect(await balance()).toEqual({ credits: 1, 'free-credits': 0.15 })
    advance(10_000)
    expect(await balance()).toEqual({ credits: 1, 'free-credits': 0.05 })
    standIn.setFaults([])
    await accepted()
    advance(10_000)
    expect(await balance()).toEqual({ credits: 0.95, 'free-credits': 0 })
  })

  it('refuses with 406 what the balance does not cover, including running jobs', async () => {
    const { submit, standIn } = await openHarness({ credits: 0.2 })
    expect((await submit()).status).toBe(200)
    expect((await submit()).status).toBe(200)
    expect(await submit()).toMatchObject({ status: 406, json: { error: 'Insufficient credits' } })
    expect(standIn.jobs).toHaveLength(2)
  })
})
