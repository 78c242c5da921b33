import { expect, it } from 'vitest'
import { IN_ALL } from '../../../relay/rate-limit'
import { recordingRelay } from './harness'

const submit = (body: BodyInit) =>
  new Request('http://relay/v2/recraft-v3-svg', { method: 'POST', body, ...{ duplex: 'half' } })

it('a body that does not arrive within 20 s is refused, and nothing is forwarded', async () => {
  const time = new AbortController()
  const deadlines: number[] = []
  const deadline = (ms: number) => {
    deadlines.push(ms)
    return time.signal
  }
  const { relay, sent } = recordingRelay(undefined, { deadline })
  const answer = relay(submit(new ReadableStream({ start: (body) => body.enqueue(Buffer.from('{')) })))
  time.abort()
  expect((await answer).status).toBe(400)
  expect(await (await answer).json()).toEqual({ error: 'Relay: the body did not arrive in time' })
  expect([deadlines, sent]).toEqual([[20_000], []])
})

it.each([
  ['POST', '/v1/recraft-v3-svg', 310],
  ['POST', '/v2/recraft-v3-svg', 70],
  ['GET', '/images.segmind.com/a.svg', 70],
])('%s %s that gets no answer within %i s is aborted, and is a 504', async (method, path, seconds) => {
  const time = new AbortController()
  const { relay } = recordingRelay(undefined, {
    deadline: (ms) => (ms === seconds * 1000 ? time.signal : new AbortController().signal),
    fetch: (_, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        time.abort()
      }),
  })
  const answer = await relay(
    new Request(`http://relay${path}`, { method, body: method === 'POST' ? '{}' : null }),
  )
  expect(answer.status).toBe(504)
  expect(await answer.json()).toEqual({
    error: `Relay: no answer came from ${path.startsWith('/v') ? 'api' : 'images'}.segmind.com in ${seconds} s`,
  })
})

it('all callers together have a limit, too, until the minute is over', async () => {
  let time = 1000
  const { relay, sent } = recordingRelay(undefined, { now: () => time })
  const ask = (key: string | number) =>
    relay(new Request('http://relay/v1/get-user-credits', { headers: { 'x-api-key': `SG_${key}` } }))
  for (let key = 0; key < IN_ALL; key++) expect((await ask(key)).status).toBe(200)
  const refused = await ask('one more')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('x-rate-limit-reset-at-utc')).toBe('1970-01-01T00:01:01.000Z')
  expect(refused.headers.get('access-control-expose-headers')).toContain('x-rate-limit-reset-at-utc')
  expect((await relay(new Request('http://relay/images.segmind.com/a.svg'))).status).toBe(429)
  expect(sent).toHaveLength(IN_ALL)
  time += 60_000
  expect((await ask('one more')).status).toBe(200)
})
