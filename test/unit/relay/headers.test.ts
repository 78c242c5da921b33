import { afterEach, describe, expect, it } from 'vitest'
import { ADDRESSES, closeAll, EXPOSED, openRelay, recordingRelay } from './harness'

afterEach(closeAll)

const EVERYTHING = {
  accept: 'image/svg+xml',
  'accept-language': 'de',
  authorization: 'Bearer x',
  'content-type': 'application/json',
  cookie: 'a=b',
  origin: 'null',
  referer: 'https://www.figma.com/',
  'user-agent': 'Figma',
  'x-api-key': 'SG_0123456789abcdef',
  'x-forwarded-for': '10.0.0.1',
}

const UPSTREAM = {
  'access-control-allow-origin': 'https://www.segmind.com',
  'cache-control': 'public, max-age=60',
  'content-type': 'application/json',
  'set-cookie': 'session=1',
  server: 'cloudflare',
  'x-cost': '0.1',
  'x-generation-time': '17.6',
  'x-other': '1',
  'x-rate-limit-reset-at-utc': 'soon',
  'x-remaining-credits': '4.9',
  'x-request-id': 'r-1',
}

const HARMLESS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED,
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}

const PASSED_ON = {
  ...HARMLESS,
  'content-type': 'application/json',
  'x-cost': '0.1',
  'x-generation-time': '17.6',
  'x-rate-limit-reset-at-utc': 'soon',
  'x-remaining-credits': '4.9',
  'x-request-id': 'r-1',
}

const plain = (headers: Headers) => Object.fromEntries(headers)

describe.each(ADDRESSES)('%s %s', (method, path, target) => {
  const isMedia = !path.startsWith('/v')
  const body = method === 'POST' ? '{"prompt":"ein Füchslein"}' : null

  it('is forwarded with only the necessary headers', async () => {
    const { relay, sent } = recordingRelay()
    await relay(new Request(`http://relay${path}`, { method, headers: EVERYTHING, body }))
    expect(sent).toHaveLength(1)
    const { url, init } = sent[0] ?? { url: '', init: {} }
    expect(url).toBe(target)
    expect(init).toMatchObject({ method, redirect: 'manual' })
    expect(plain(new Headers(init.headers))).toEqual(
      isMedia
        ? { accept: 'image/svg+xml' }
        : { 'content-type': 'application/json', 'x-api-key': 'SG_0123456789abcdef' },
    )
    expect(init.body && (await new Response(init.body).text())).toBe(body)
  })

  it('returns exactly the headers that the panel reads', async () => {
    const { relay } = recordingRelay(() => new Response('{}', { headers: UPSTREAM }))
    const answer = await relay(new Request(`http://relay${path}`, { method, body }))
    expect(plain(answer.headers)).toEqual(isMedia ? PASSED_ON : { ...PASSED_ON, 'cache-control': 'no-store' })
  })

  it('has its preflight answered by the relay, for its only method', async () => {
    const { relay, sent } = recordingRelay()
    const answer = await relay(new Request(`http://relay${path}`, { method: 'OPTIONS' }))
    expect(answer.status).toBe(204)
    expect(await answer.text()).toBe('')
    expect(plain(answer.headers)).toEqual({
      'access-control-allow-headers': 'x-api-key, content-type',
      'access-control-allow-methods': method,
      'access-control-allow-origin': '*',
      'access-control-max-age': '86400',
    })
    expect(sent).toEqual([])
  })

  it('does not follow a redirect', async () => {
    const { relay, sent } = recordingRelay(
      () => new Response(null, { status: 307, headers: { location: 'https://evil.example/' } }),
    )
    const answer = await relay(new Request(`http://relay${path}`, { method, headers: EVERYTHING, body }))
    expect(answer.status).toBe(502)
    expect(await answer.json()).toEqual({
      error: `Relay: ${new URL(target).host} answered with a redirect, which is not followed`,
    })
    expect(plain(answer.headers)).toEqual({
      ...HARMLESS,
      'cache-control': 'no-store',
      'content-type': 'application/json',
    })
    expect(sent).toHaveLength(1)
  })
})

it('a forwarded request has no additional headers except for framing', async () => {
  const { fetch: upstream } = recordingRelay(() => new Response('{}', { headers: UPSTREAM }))
  const relay = await openRelay({ fetch: upstream })
  const answer = await fetch(`${relay.origin}/v1/get-user-credits`)
  const { connection, date, 'keep-alive': keepAlive, ...rest } = plain(answer.headers)
  expect([connection, keepAlive]).toEqual(['keep-alive', 'timeout=5'])
  expect(Date.parse(date ?? '')).not.toBeNaN()
  expect(rest).toEqual({ ...PASSED_ON, 'cache-control': 'no-store', 'transfer-encoding': 'chunked' })
})
