import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../src/segmind/client'
import { never } from '../../support/manual-clock'
import { type Answer, ID, KEY, openClient } from './harness'

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
  it('is requested with the key, by one GET of its own address', async () => {
    const { client, calls } = openClient([{ body: { credits: 1 } }])
    await client.credits(never)
    const url = 'https://api.segmind.com/v1/get-user-credits'
    const privacy = {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    }
    expect(calls).toMatchObject([{ method: 'GET', url, headers: { 'x-api-key': KEY }, ...privacy }])
    expect(calls[0]?.body).toBeUndefined()
  })

  it.each([
    ['bought and free credits together', { credits: 1.5, 'free-credits': 0.25 }, 1.75],
    ['free credits alone', { 'free-credits': 0.0184921035 }, 0.0184921035],
    ['nothing where neither is named', {}, 0],
    ['nothing from a value that is not a number', { credits: '7', 'free-credits': null }, 0],
    ['the free credits despite a debt', { credits: -3, 'free-credits': 0.5 }, 0.5],
  ])('is %s', async (_name, body, value) => {
    expect(await balance({ body })).toEqual({ ok: true, value })
  })

  it('of a key without a record is 0', async () => {
    const answer = { status: 404, body: { error: 'No credits found for the user' } }
    expect(await balance(answer)).toEqual({ ok: true, value: 0 })
  })

  it.each([
    ['404 with another message', { status: 404, body: { error: 'no route' } }, 'unavailable'],
    ['401', { status: 401, body: { error: 'Invalid API key' } }, 'invalid-key'],
    ['429', { status: 429 }, 'rate-limited'],
    ['500', { status: 500, body: '<html></html>' }, 'unavailable'],
    ['HTML', { body: '<html></html>' }, 'unreadable'],
  ])('after %s is an error that is free and can be retried', async (_name, answer, kind) => {
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
    const headers = { 'x-api-key': KEY, 'content-type': 'application/json' }
    expect(calls).toMatchObject([
      { method: 'POST', url: 'https://api.segmind.com/v1/recraft-v3-svg', headers },
    ])
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ prompt: 'an owl', size: '1024x1024', style: 'any' })
  })

  it.each([
    ['HTML', '<html><body>Welcome</body></html>'],
    ['nothing', ''],
    ['an empty object', {}],
    ['COMPLETED without a picture', { status: 'COMPLETED', output: null }],
    ['a job of the queue', { request_id: ID, status: 'QUEUED', poll_url: URL }],
  ])(
    'cannot tell after a 200 with %s whether it was charged, and must not be repeated',
    async (_name, body) => {
      expect(await direct({ body })).toMatchObject({
        ok: false,
        error: { kind: 'unreadable', charged: 'unknown', repeatable: false, status: 200 },
      })
    },
  )

  it('returns a value for every answer, never repeatable if it may have been charged', async () => {
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

  it('says when the limit resets, for every call of the API', async () => {
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
  const relay = endpointsOf('https://relay.example/secret')

  it('is called instead of the API, with the key', async () => {
    const { client, calls } = openClient(
      [{ body: { request_id: ID } }, { body: { status: 'COMPLETED' } }, { body: { credits: 1 } }],
      relay,
    )
    await client.submit(request, never)
    await client.status(ID, never)
    await client.credits(never)
    expect(calls.map(({ url }) => url)).toEqual([
      'https://relay.example/secret/v2/recraft-v3-svg',
      `https://relay.example/secret/v2/requests/${ID}/status`,
      'https://relay.example/secret/v1/get-user-credits',
    ])
    for (const { headers } of calls) expect(headers).toMatchObject({ 'x-api-key': KEY })
  })

  it('is named if it loses the key, without its secret path', async () => {
    const body = { error: 'Missing Authorization or x-api-key in header' }
    const { client } = openClient([{ status: 401, body }], relay)
    expect(await client.submit(request, never)).toMatchObject({
      error: { kind: 'key-not-received', charged: 'no', host: 'https://relay.example' },
    })
  })

  it('is the only host that receives the key, whatever address a result names', async () => {
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
          expect(call.url).toMatch(
            /^https:\/\/relay\.example\/secret\/(images\.segmind\.com|replicate\.delivery)\//,
          )
          expect(JSON.stringify(call)).not.toContain(KEY)
        }
      }),
    )
  })
})
