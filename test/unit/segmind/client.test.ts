import { describe, expect, it } from 'vitest'
import { createSegmindClient, endpointsOf } from '../../../src/segmind/client'
import type { CancelSignal, Fetch } from '../../../src/segmind/http'
import { manualClock, never } from '../../support/manual-clock'
import { type Answer, ID, KEY, openClient, type Trouble } from './harness'

const LOST = 'Missing Authorization or x-api-key in header'
const request = { prompt: 'a fox', style: 'linocut', size: '1365x1024' } as const

const client = (answers: readonly (Answer | Trouble)[]) => {
  const { client, calls } = openClient(answers)
  return { ...client, calls }
}

describe('submit', () => {
  it('posts exactly prompt, size and style, with the key in x-api-key, and returns the request id', async () => {
    const segmind = client([{ body: { request_id: ID, status: 'QUEUED' } }])
    expect(await segmind.submit(request, never)).toEqual({ ok: true, value: ID })
    const [call] = segmind.calls
    expect(call).toMatchObject({
      method: 'POST',
      url: 'https://api.segmind.com/v2/recraft-v3-svg',
      redirect: 'error',
    })
    expect(call?.headers).toEqual({ 'x-api-key': KEY, 'content-type': 'application/json' })
    expect(JSON.parse(call?.body ?? '')).toEqual({ prompt: 'a fox', size: '1365x1024', style: 'linocut' })
  })

  const cases: [string, Answer | Trouble, ...string[]][] = [
    ['401', { status: 401, body: { error: 'Invalid API key' } }, 'invalid-key', 'no', 'Invalid API key'],
    ['403', { status: 403 }, 'invalid-key', 'no'],
    ['400', { status: 400, body: { error: 'bad size' } }, 'rejected', 'no', 'bad size'],
    ['404', { status: 404 }, 'unavailable', 'no'],
    [
      '410',
      { status: 410, body: { error: 'This model is retired' } },
      'retired',
      'no',
      'This model is retired',
    ],
    ['401 for a missing header', { status: 401, body: { error: LOST } }, 'key-not-received', 'no'],
    [
      '406 for credits',
      { status: 406, body: { error: 'Insufficient credits' } },
      'insufficient-credits',
      'no',
    ],
    ['406 of another meaning', { status: 406, body: { error: 'Invalid content type' } }, 'rejected', 'no'],
    ['422 without a status', { status: 422, body: { detail: 'prompt' } }, 'rejected', 'no'],
    ['422 FAILED', { status: 422, body: { status: 'FAILED', error: 'content' } }, 'failed', 'no', 'content'],
    ['429', { status: 429 }, 'rate-limited', 'no'],
    ['500', { status: 500, body: '<html>oops</html>' }, 'unavailable', 'no'],
    ['502', { status: 502, body: '<html>bad gateway</html>' }, 'unavailable', 'unknown'],
    ['524', { status: 524, body: '' }, 'unavailable', 'unknown'],
    ['HTML with a 200', { body: '<html></html>' }, 'unreadable', 'unknown'],
    ['no id', { body: { status: 'QUEUED' } }, 'unreadable', 'unknown'],
    ['an empty body', { body: '' }, 'unreadable', 'unknown'],
    ['a truncated body', 'broken-off', 'unreadable', 'unknown'],
    ['no network', 'offline', 'offline', 'unknown'],
    ['a connection that breaks', 'lost', 'offline', 'unknown'],
    ['an answer that CORS blocks', 'blocked', 'blocked-by-cors', 'unknown'],
  ]

  it.each(cases)('returns one error for %s', async (_name, answer, kind, charged, serverMessage) => {
    const repeatable = charged === 'no'
    const error = { kind, charged, repeatable, ...(serverMessage && { serverMessage }) }
    expect(await client([answer]).submit(request, never)).toMatchObject({ ok: false, error })
  })

  it('distinguishes canceling from a time-out', async () => {
    const controller = new AbortController()
    const segmind = createSegmindClient({
      fetch: () => {
        controller.abort()
        return Promise.reject(new DOMException('aborted', 'AbortError'))
      },
      clock: manualClock(),
      endpoints: endpointsOf(null),
      apiKey: KEY,
    })
    expect(await segmind.submit(request, controller.signal)).toMatchObject({
      error: { kind: 'cancelled', charged: 'unknown' },
    })
  })

  it('times out on a connection that hangs, before or during the answer', async () => {
    for (const hangs of ['before', 'within'] as const) {
      const limits: number[] = []
      const deadline = (ms: number) => {
        limits.push(ms)
        const controller = new AbortController()
        setImmediate(() => controller.abort())
        return { signal: controller.signal, release: () => undefined }
      }
      const untilAborted = (signal: CancelSignal) =>
        new Promise<never>((_, reject) =>
          signal.addEventListener('abort', () => reject(new Error('aborted'))),
        )
      const fetch: Fetch = (_url, { signal }) =>
        hangs === 'before'
          ? untilAborted(signal)
          : Promise.resolve({ status: 200, headers: { get: () => null }, text: () => untilAborted(signal) })
      const clock = { ...manualClock(), deadline }
      const segmind = createSegmindClient({ fetch, clock, endpoints: endpointsOf(null), apiKey: KEY })
      expect(await segmind.submit(request, never)).toMatchObject({
        error: { kind: 'timeout', charged: 'unknown', repeatable: false },
      })
      expect(await segmind.status(ID, never)).toMatchObject({ error: { kind: 'timeout', requestId: ID } })
      expect(limits).toEqual([60_000, 20_000])
    }
  })
})

describe('status and result', () => {
  it('use addresses built from the id, not those of the response', async () => {
    const segmind = client([{ body: { status: 'PROCESSING', status_url: 'https://evil.example/' } }])
    expect(await segmind.status(ID, never)).toEqual({ ok: true, value: 'processing' })
    expect(segmind.calls[0]?.url).toBe(`https://api.segmind.com/v2/requests/${ID}/status`)
  })

  it.each(['FAILED', 'failed', 'Cancelled', 'CANCELED'])(
    'ends with %s, whatever the status code',
    async (word) => {
      for (const status of [200, 404, 422, 500]) {
        const outcome = await client([{ status, body: { status: word, error: 'no' } }]).status(ID, never)
        expect(outcome).toMatchObject({ error: { kind: 'failed', charged: 'no', serverMessage: 'no' } })
      }
    },
  )

  it.each(['ERROR', 'error'])('end with %s next to an error text', async (word) => {
    for (const status of [200, 202, 422]) {
      const outcome = await client([{ status, body: { status: word, error: 'too odd' } }]).status(ID, never)
      expect(outcome).toMatchObject({ error: { kind: 'failed', charged: 'no', serverMessage: 'too odd' } })
    }
  })

  it('do not end with "error" without a text, or with a code that is about the call or the server', async () => {
    for (const error of [undefined, null, '', ' ', false, {}])
      expect(await client([{ body: { status: 'error', error } }]).status(ID, never)).toEqual({
        ok: true,
        value: 'processing',
      })
    for (const status of [400, 401, 403, 404, 406, 410, 429, 500, 502, 503, 504]) {
      const outcome = await client([{ status, body: { status: 'error', error: 'no' } }]).status(ID, never)
      expect(outcome).not.toMatchObject({ error: { kind: 'failed' } })
    }
  })

  it.each(['error', 'failed', 'FAILED'])(
    'do not take a gateway that says %s as proof that a paid call was refused',
    async (word) => {
      const answer = { status: 502, body: { status: word, error: 'no' } }
      for (const outcome of [
        await client([answer]).submit(request, never),
        await client([answer]).direct(request, never),
      ])
        expect(outcome).toMatchObject({ error: { kind: 'unavailable', charged: 'unknown' } })
    },
  )

  const odd: Answer[] = [
    ...[400, 401, 403, 404, 405, 406, 408, 410, 422, 429, 500, 502, 503, 504].flatMap((status) => [
      { status, body: { error: 'no' } },
      { status, body: '<!doctype html><html></html>' },
      { status, body: '' },
    ]),
    ...['<html></html>', '<Error/>', '', '{"status', '[1]', 'null', '{"ok":true}'].map((body) => ({ body })),
  ]
  it('do not end with any other answer, and can be retried after it', async () => {
    const output = { type: 'url', url: 'https://images.segmind.com/a.svg' } as const
    for (const answer of odd) {
      for (const outcome of [
        await client([answer]).status(ID, never),
        await client([answer]).result(ID, never),
        await client([answer]).picture(ID, output, never),
      ]) {
        expect(outcome).toMatchObject({ ok: false, error: { repeatable: true, requestId: ID } })
        if (!outcome.ok) expect(['failed', 'expired', 'file-expired']).not.toContain(outcome.error.kind)
      }
    }
  })

  it('report a result without a picture as charged', async () => {
    const outcome = await client([{ body: { status: 'COMPLETED', output: '' } }]).result(ID, never)
    expect(outcome).toMatchObject({ error: { kind: 'unreadable', charged: 'yes', repeatable: true } })
  })
})

describe('the picture', () => {
  it('is fetched from the media host without the key', async () => {
    const segmind = client([{ body: '<svg/>' }])
    const outcome = await segmind.picture(ID, { type: 'url', url: 'https://images.segmind.com/a.svg' }, never)
    expect(outcome).toEqual({ ok: true, value: '<svg/>' })
    expect(segmind.calls[0]?.headers).toBeUndefined()
    expect(JSON.stringify(segmind.calls)).not.toContain(KEY)
  })

  it('that is not available yet was charged', async () => {
    const output = { type: 'url', url: 'https://images.segmind.com/a.svg' } as const
    for (const status of [401, 403, 404, 410])
      expect(await client([{ status }]).picture(ID, output, never)).toMatchObject({
        error: { kind: 'not-found', charged: 'yes', repeatable: true },
      })
  })
})
