import { afterEach, describe, expect, it } from 'vitest'
import { DEMO_KEY } from '../../src'
import { SIZES, STYLES } from '../../src/parameters'
import { closeHarnesses, openHarness, rawRequest } from './harness'

afterEach(closeHarnesses)

const API = [
  ['POST', '/v2/recraft-v3-svg'],
  ['POST', '/v1/recraft-v3-svg'],
  ['GET', '/v2/requests/x/status'],
  ['GET', '/v2/requests/x'],
  ['GET', '/v1/get-user-credits'],
] as const

describe('the key', () => {
  it.each(API)('is required by %s %s', async (method, path) => {
    const { call } = await openHarness()
    for (const key of [null, '', 'SG_ffffffffffffffff', `${DEMO_KEY}0`]) {
      expect(await call(path, { method, key })).toMatchObject({
        status: 401,
        json: { error: expect.any(String) },
      })
    }
    const bearer = await call(path, { method, key: null, headers: { authorization: `Bearer ${DEMO_KEY}` } })
    expect(bearer.status).toBe(401)
  })

  it('must not be sent to the media host, and is detected there', async () => {
    const { accepted, call, standIn, advance } = await openHarness()
    await accepted()
    advance(10_000)
    const media = (standIn.jobs[0]?.mediaUrl ?? '').replace('https:/', '')
    expect((await call(media)).status).toBe(400)
    expect(standIn.requests.at(-1)).toMatchObject({ route: 'media', keySentToMedia: true, status: 400 })
    expect((await call(media, { key: null })).status).toBe(200)
    expect(standIn.requests.at(-1)).toMatchObject({ route: 'media', keySentToMedia: false, status: 200 })
  })
})

describe('a submit', () => {
  it('is refused with 406 unless its content type is JSON', async () => {
    const { submit, standIn } = await openHarness()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const answer = await submit({ prompt: 'a fox' }, { 'content-type': type })
      expect(answer).toMatchObject({ status: 406, json: { error: 'Invalid content type' } })
    }
    expect(
      (await submit({ prompt: 'a fox' }, { 'content-type': 'application/json; charset=utf-8' })).status,
    ).toBe(200)
    expect(standIn.jobs).toHaveLength(1)
  })

  it.each([
    ['no JSON', '{"prompt": "a fo'],
    ['an empty body', ''],
    ['a list', [{ prompt: 'a fox' }]],
    ['no prompt', { size: '1024x1024' }],
    ['an empty prompt', { prompt: '  ' }],
    ['a prompt of 1001 characters', { prompt: 'x'.repeat(1001) }],
    ['a prompt that is no string', { prompt: 7 }],
    ['a size that is not offered', { prompt: 'a fox', size: '1000x1000' }],
    ['a size spelled otherwise', { prompt: 'a fox', size: '1024×1024' }],
    ['a style of Recraft that is not offered', { prompt: 'a fox', style: 'realistic_image' }],
    ['a null style', { prompt: 'a fox', style: null }],
    ['a parameter of Recraft’s own API', { prompt: 'a fox', n: 2 }],
  ])('is refused with 400 for %s', async (_, body) => {
    const { submit, standIn } = await openHarness()
    expect(await submit(body)).toMatchObject({ status: 400, json: { error: expect.any(String) } })
    expect(standIn.jobs).toEqual([])
  })

  it('is accepted with each size and style, and 1000 characters', async () => {
    const { submit } = await openHarness({ requestsPerMinute: 1000, credits: 100 })
    const prompt = 'x'.repeat(1000)
    for (const size of SIZES) expect((await submit({ prompt, size })).status).toBe(200)
    for (const style of STYLES) expect((await submit({ prompt, style })).status).toBe(200)
  })
})

describe('routing and rate limit', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/v2/recraft-v3-svg'],
    ['GET', '/v1/recraft-v3-svg'],
    ['POST', '/v1/get-user-credits'],
    ['DELETE', '/v2/requests/x'],
    ['POST', '/v2/recraft-v3'],
    ['GET', '/v2/requests/x/status/more'],
    ['GET', '/images.segmind.com/nothing.svg'],
  ])('responds to %s %s with 404 and an error body', async (method, path) => {
    const { call } = await openHarness()
    const key = path.startsWith('/images') ? null : DEMO_KEY
    expect(await call(path, { method, key })).toMatchObject({
      status: 404,
      json: { error: expect.any(String) },
    })
  })

  it('serves only media for the media host’s name', async () => {
    const { standIn } = await openHarness()
    const headers = { host: 'images.segmind.com', 'x-api-key': DEMO_KEY }
    expect(await rawRequest(standIn.origin, 'GET', '/v1/get-user-credits', headers)).toMatchObject({
      status: 404,
    })
    const api = { host: 'api.segmind.com', 'x-api-key': DEMO_KEY }
    expect(await rawRequest(standIn.origin, 'GET', '/v1/get-user-credits', api)).toMatchObject({
      status: 200,
    })
  })

  it('limits each key to 50 requests a minute, without Retry-After', async () => {
    const { call, advance } = await openHarness({ keys: ['SG_one', 'SG_two'] })
    const credits = (key: string) => call('/v1/get-user-credits', { key })
    for (let count = 0; count < 50; count++) expect((await credits('SG_one')).status).toBe(200)
    advance(20_000)
    const refused = await credits('SG_one')
    expect(refused).toMatchObject({ status: 429, json: { error: expect.any(String) } })
    expect(refused.headers.get('retry-after')).toBeNull()
    expect(refused.headers.get('x-rate-limit-reset-at-utc')).toBe('2026-01-01T00:01:00.000Z')
    expect((await credits('SG_two')).status).toBe(200)
    advance(40_000)
    expect((await credits('SG_one')).status).toBe(200)
  })
})
