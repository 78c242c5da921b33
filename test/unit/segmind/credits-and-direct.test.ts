import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../src/segmind/client'
import { never } from '../../support/manual-clock'
import { type Answer, KEY, openClient } from './harness'

const ID = '4dff3f5e-3f0c-4b5a-9d0f-0f3c7f6a1c11'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const URL = 'https://images.segmind.com/outputs/a-1.svg'
const request = { prompt: 'an owl', style: 'any', size: '1024x1024' } as const

const balance = (answer: Answer) => openClient([answer]).client.credits(never)
const direct = (answer: Answer) => openClient([answer]).client.direct(request, never)

const anything = fc.oneof(
  fc.string(),
  fc.json(),
  fc.constantFrom('<html></html>', '', 'null', '[]', '{"status":"FAILED"}', '{"status":"COMPLETED"}'),
)

describe('the balance', () => {
  it('is asked for with the key, by one GET of its own address', async () => {
    const { client, calls } = openClient([{ body: { credits: 1 } }])
    await client.credits(never)
    expect(calls).toMatchObject([
      {
        method: 'GET',
        url: 'https://api.segmind.com/v1/get-user-credits',
        headers: { 'x-api-key': KEY },
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      },
    ])
    expect(calls[0]?.body).toBeUndefined()
  })

  it.each([
    ['bought and free credits together', { credits: 1.5, 'free-credits': 0.25 }, 1.75],
    ['bought credits alone', { credits: 2 }, 2],
    ['free credits alone', { 'free-credits': 0.0184921035 }, 0.0184921035],
    ['nothing where neither is named', {}, 0],
    ['nothing from a value that is no number', { credits: '7', 'free-credits': null }, 0],
    ['the free credits beside a debt', { credits: -3, 'free-credits': 0.5 }, 0.5],
    ['nothing under another spelling', { free_credits: 5 }, 0],
  ])('is %s', async (_name, body, value) => {
    expect(await balance({ body })).toEqual({ ok: true, value })
  })

  it('of a key without a record is 0', async () => {
    const answer = { status: 404, body: { error: 'No credits found for the user' } }
    expect(await balance(answer)).toEqual({ ok: true, value: 0 })
  })

  it.each([
    ['404 of another meaning', { status: 404, body: { error: 'no route' } }, 'unavailable'],
    ['404 without words', { status: 404, body: '' }, 'unavailable'],
    ['401', { status: 401, body: { error: 'Invalid API key' } }, 'invalid-key'],
    ['401 that speaks of credits', { status: 401, body: { error: 'No credits found' } }, 'invalid-key'],
    ['403', { status: 403 }, 'invalid-key'],
    ['429', { status: 429 }, 'rate-limited'],
    ['500', { status: 500, body: '<html></html>' }, 'unavailable'],
    ['504', { status: 504 }, 'unavailable'],
    ['HTML', { body: '<html></html>' }, 'unreadable'],
    ['a list', { body: [1, 2] }, 'unreadable'],
    ['an empty body', { body: '' }, 'unreadable'],
  ])('after %s is an error that cost nothing and may be asked again', async (_name, answer, kind) => {
    expect(await balance(answer)).toMatchObject({
      ok: false,
      error: { kind, charged: 'no', repeatable: true },
    })
  })
})

describe('the direct call', () => {
  it('posts prompt, size and style to v1 with the key', async () => {
    const { client, calls } = openClient([{ body: SVG }])
    await client.direct(request, never)
    expect(calls).toMatchObject([
      {
        method: 'POST',
        url: 'https://api.segmind.com/v1/recraft-v3-svg',
        headers: { 'x-api-key': KEY, 'content-type': 'application/json' },
      },
    ])
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ prompt: 'an owl', size: '1024x1024', style: 'any' })
  })

  const noMetrics = { cost: null, inferenceTime: null, queueTime: null }
  const base64 = Buffer.from(SVG).toString('base64')
  it.each([
    ['an SVG', SVG],
    ['a JSON string', JSON.stringify(SVG)],
    ['output', { output: SVG }],
    ['svg', { svg: SVG }],
    ['data', { data: SVG }],
    ['image', { image: SVG }],
    ['image in base64', { image: base64 }],
    ['images', { images: [SVG] }],
    ['a list', [SVG]],
    ['base64', base64],
    ['a data: URI', `data:image/svg+xml;base64,${base64}`],
    ['JSON text in output', { output: JSON.stringify({ svg: SVG }) }],
  ])('reads the picture from a body that is or has %s', async (_name, body) => {
    expect(await direct({ body })).toEqual({
      ok: true,
      value: { output: { type: 'svg', text: SVG }, metrics: noMetrics },
    })
  })

  it('takes the cost and the times where the server tells them', async () => {
    const metrics = { cost: 0.08, inference_time: 13.06, queue_time: 'soon', total_time: 14 }
    expect(await direct({ body: { output: URL, metrics } })).toMatchObject({
      value: { metrics: { cost: 0.08, inferenceTime: 13.06, queueTime: null } },
    })
  })

  it.each([
    ['HTML', '<html><body>Welcome</body></html>'],
    ['nothing', ''],
    ['an empty object', {}],
    ['COMPLETED without a picture', { status: 'COMPLETED', output: null }],
    ['a job of the queue', { request_id: ID, status: 'QUEUED', poll_url: URL }],
  ])(
    'cannot tell after a 200 with %s whether it was charged, and must not repeat it',
    async (_name, body) => {
      expect(await direct({ body })).toMatchObject({
        ok: false,
        error: { kind: 'unreadable', charged: 'unknown', repeatable: false, status: 200 },
      })
    },
  )

  it('is a value for every answer, and never repeatable where it may have been charged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: 599 }), anything, async (status, body) => {
        const outcome = await direct({ status, body })
        if (!outcome.ok) expect(outcome.error.repeatable).toBe(outcome.error.charged === 'no')
      }),
    )
  })
})

describe('a 429', () => {
  const limited = (reset?: string): Answer => ({
    status: 429,
    body: { error: 'slow down' },
    headers: reset === undefined ? {} : { 'x-rate-limit-reset-at-utc': reset },
  })

  it('says when the limit is lifted, on every call of the API', async () => {
    const expected = { error: { kind: 'rate-limited', charged: 'no', resetAt: 1_030_000 } }
    const open = () => openClient([limited('30')]).client
    expect(await open().submit(request, never)).toMatchObject(expected)
    expect(await open().direct(request, never)).toMatchObject(expected)
    expect(await open().credits(never)).toMatchObject(expected)
    for (const outcome of [await open().status(ID, never), await open().result(ID, never)]) {
      expect(outcome).toMatchObject({
        error: { kind: 'rate-limited', repeatable: true, requestId: ID, resetAt: 1_030_000 },
      })
    }
  })
})

describe('a relay', () => {
  const relay = endpointsOf('https://relay.example')

  it('is spoken to instead of the API, with the key', async () => {
    const { client, calls } = openClient(
      [{ body: { request_id: ID } }, { body: { status: 'COMPLETED' } }, { body: { credits: 1 } }],
      relay,
    )
    await client.submit(request, never)
    await client.status(ID, never)
    await client.credits(never)
    expect(calls.map(({ url }) => url)).toEqual([
      'https://relay.example/v2/recraft-v3-svg',
      `https://relay.example/v2/requests/${ID}/status`,
      'https://relay.example/v1/get-user-credits',
    ])
    for (const { headers } of calls) expect(headers).toMatchObject({ 'x-api-key': KEY })
  })

  it.each([
    [URL, 'https://relay.example/images.segmind.com/outputs/a-1.svg'],
    [
      `${URL}?signature=a%2Fb&x=1`,
      'https://relay.example/images.segmind.com/outputs/a-1.svg?signature=a%2Fb&x=1',
    ],
    ['HTTPS://Images.Segmind.com/A.svg', 'https://relay.example/images.segmind.com/A.svg'],
    ['https://replicate.delivery/xezq/a.svg', 'https://relay.example/replicate.delivery/xezq/a.svg'],
  ])('fetches %s without the key', async (from, to) => {
    const { client, calls } = openClient([{ body: SVG }], relay)
    expect(await client.picture(ID, { type: 'url', url: from }, never)).toEqual({ ok: true, value: SVG })
    expect(calls).toMatchObject([{ method: 'GET', url: to, redirect: 'error' }])
    expect(calls[0]?.headers).toBeUndefined()
    expect(JSON.stringify(calls)).not.toContain(KEY)
  })

  it.each([
    'https://evil.example/a.svg',
    'https://images.segmind.com.evil.example/a.svg',
    'https://images.segmind.com@evil.example/a.svg',
    'https://images.segmind.com:8443/a.svg',
    'https://images.segmind.com\\@evil.example/a.svg',
    'https://relay.example/images.segmind.com/a.svg',
    'https://api.segmind.com/v1/get-user-credits',
    'https://pbxt.replicate.delivery/a.svg',
  ])('is not asked for %s', async (url) => {
    const { client, calls } = openClient([], relay)
    const outcome = await client.picture(ID, { type: 'url', url }, never)
    expect(outcome).toMatchObject({
      ok: false,
      error: { kind: 'foreign-host', charged: 'yes', requestId: ID },
    })
    expect(calls).toEqual([])
  })

  it('is named where it loses the key', async () => {
    const body = { error: 'Missing Authorization or x-api-key in header' }
    const { client } = openClient([{ status: 401, body }], relay)
    expect(await client.submit(request, never)).toMatchObject({
      error: { kind: 'key-not-received', charged: 'no', host: 'https://relay.example' },
    })
  })

  it('is not asked at all for a picture that came with the answer', async () => {
    const { client, calls } = openClient([], relay)
    expect(await client.picture(ID, { type: 'svg', text: SVG }, never)).toEqual({ ok: true, value: SVG })
    expect(calls).toEqual([])
  })

  it('never lets the key out to any host but its own, whatever address a result names', async () => {
    const hosts = fc.constantFrom(
      'images.segmind.com',
      'replicate.delivery',
      'relay.example',
      'evil.example',
      'api.segmind.com',
      '',
    )
    const addresses = fc
      .tuple(
        fc.constantFrom('https://', 'http://', '//', ''),
        hosts,
        fc.constantFrom('/', '@', '.', '?', ''),
        hosts,
      )
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(addresses, fc.string(), async (start, rest) => {
        const url = start + rest
        const { client, calls } = openClient([{ body: SVG }], relay)
        await client.picture(ID, { type: 'url', url }, never)
        for (const call of calls) {
          expect(call.url).toMatch(/^https:\/\/relay\.example\/(images\.segmind\.com|replicate\.delivery)\//)
          expect(JSON.stringify(call)).not.toContain(KEY)
        }
      }),
    )
  })
})
