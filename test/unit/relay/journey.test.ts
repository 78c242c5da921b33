import { DEMO_KEY } from 'segmind-stand-in'
import { afterEach, describe, expect, it } from 'vitest'
import { closeAll, deferred, EXPOSED, openRelay } from './harness'
import { openBench } from './stand-in-harness'

afterEach(closeAll)

const submitting = {
  method: 'POST',
  headers: { 'x-api-key': DEMO_KEY, 'content-type': 'application/json' },
  body: JSON.stringify({ prompt: 'ein Füchslein im Schnee', style: 'linocut', size: '1365x1024' }),
}

it('a picture through the relay returns a failed job’s 422, a gateway’s page with its type, and the reset time of a rate limit', async () => {
  const { standIn, relay } = await openBench({
    faults: [{ route: 'submit', fault: { kind: 'fail-job', error: 'NSFW content' } }],
  })
  const headers = { 'x-api-key': DEMO_KEY }
  const submitted = await fetch(`${relay.origin}/v2/recraft-v3-svg`, submitting)
  const { request_id: id } = (await submitted.json()) as { request_id: string }
  const failed = await fetch(`${relay.origin}/v2/requests/${id}`, { headers })
  expect(failed.status).toBe(422)
  expect(await failed.json()).toMatchObject({ status: 'FAILED', error: 'NSFW content' })

  standIn.setFaults([
    { route: 'status', fault: { kind: 'html', status: 503 } },
    { route: 'result', fault: { kind: 'rate-limited', resetAt: '2026-01-01T00:01:00Z' } },
  ])
  const page = await fetch(`${relay.origin}/v2/requests/${id}/status`, { headers })
  expect(page.status).toBe(503)
  expect(page.headers.get('content-type')).toBe('text/html')
  expect(await page.text()).toContain('<h1>502 Bad Gateway</h1>')
  const limited = await fetch(`${relay.origin}/v2/requests/${id}`, { headers })
  expect(limited.status).toBe(429)
  expect(limited.headers.get('x-rate-limit-reset-at-utc')).toBe('2026-01-01T00:01:00Z')
  expect(limited.headers.get('access-control-expose-headers')).toBe(EXPOSED)
})

describe('upstream errors', () => {
  it.each([
    ['lost on the way', 'request-lost', 0],
    ['accepted, but its answer is lost', 'answer-lost', 1],
  ] as const)('a submit that is %s is a 502, and is not sent again', async (_, kind, jobs) => {
    const { standIn, relay } = await openBench({ faults: [{ route: 'submit', fault: { kind } }] })
    // On a connection that was used before, for which clients are most likely to retry.
    await fetch(`${relay.origin}/v1/get-user-credits`, { headers: { 'x-api-key': DEMO_KEY } })
    const response = await fetch(`${relay.origin}/v2/recraft-v3-svg`, submitting)
    expect(response.status).toBe(502)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toEqual({
      error: `Relay: no answer came from ${new URL(standIn.origin).host}`,
    })
    expect(standIn.requests.filter(({ route }) => route === 'submit')).toHaveLength(1)
    expect(standIn.jobs).toHaveLength(jobs)
  })

  it('an upstream body that is aborted is also aborted by the relay, not ended normally', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const relay = await openRelay({ fetch: async () => new Response(readable) })
    const upstream = writable.getWriter()
    const [response] = await Promise.all([
      fetch(`${relay.origin}/images.segmind.com/a.svg`),
      upstream.write(Buffer.from('<svg ')),
    ])
    await upstream.abort(new Error('connection reset'))
    await expect(response.text()).rejects.toThrow('terminated')
  })
})

describe('streaming', () => {
  it('forwards the first bytes before the last have arrived', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const relay = await openRelay({ fetch: async () => new Response(readable) })
    const upstream = writable.getWriter()
    const [response] = await Promise.all([
      fetch(`${relay.origin}/images.segmind.com/a.svg`),
      upstream.write(Buffer.from('<svg>')),
    ])
    const reader = response.body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('<svg>')
    await Promise.all([upstream.write(Buffer.from('</svg>')), upstream.close()])
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('</svg>')
  })

  it('aborts the upstream request when the panel does', async () => {
    const aborted = deferred()
    const asked = deferred()
    const relay = await openRelay({
      fetch: (_, init) =>
        new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => {
            aborted.resolve()
            reject(new Error('aborted'))
          })
          asked.resolve()
        }),
    })
    const panel = new AbortController()
    const response = fetch(`${relay.origin}/v2/requests/0`, { signal: panel.signal })
    await asked.promise
    panel.abort()
    await expect(response).rejects.toThrow('aborted')
    await aborted.promise
  })
})
