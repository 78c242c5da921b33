import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_KEY, type StandIn, startStandIn } from 'segmind-stand-in'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { IN_ALL, PER_KEY } from '../../../relay/rate-limit'
import { bundleRelay } from '../../../tools/relay/bundle'
import { isInstalled, RUNTIMES, type Started, startRuntime } from '../../support/relay-runtimes'
import { deferred } from './harness'

const SECRET = 'a-secret-of-this-test'
const headers = { 'x-api-key': DEMO_KEY, 'content-type': 'application/json' }
const submit = {
  method: 'POST',
  headers,
  body: JSON.stringify({ prompt: 'ein Füchslein', style: 'linocut' }),
}

let folder: string
let standIn: StandIn
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inkwright-relay-'))
  standIn = await startStandIn({ durationMs: 0, cors: false, requestsPerMinute: 10_000 })
  const { origin } = standIn
  await bundleRelay(folder, { api: origin, 'images.segmind.com': `${origin}/images.segmind.com` })
})
afterAll(async () => {
  await standIn.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(RUNTIMES)('the bundled relay on $name', (runtime) => {
  let relay: Started
  beforeAll(async () => {
    if (isInstalled(runtime)) relay = await startRuntime(runtime, folder, SECRET)
  })
  beforeEach(({ skip }) => {
    if (!isInstalled(runtime)) skip('not installed: npm run relay:runtimes')
    standIn.setFaults([])
  })
  afterAll(async () => relay?.stop())

  const at = (path: string) => `${relay.origin}/${SECRET}${path}`
  const seen = () => standIn.requests.length

  it('makes a picture, readable from any origin, and the key never reaches the media host', async () => {
    const preflight = await fetch(at('/v2/recraft-v3-svg'), { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-api-key, content-type')
    const before = seen()
    const submitted = await fetch(at('/v2/recraft-v3-svg'), submit)
    expect(submitted.headers.get('access-control-allow-origin')).toBe('*')
    const { request_id: id } = (await submitted.json()) as { request_id: string }
    const result = await fetch(at(`/v2/requests/${id}`), { headers })
    const { output } = (await result.json()) as { output: string }
    const media = await fetch(at(`/images.segmind.com/${output.split('/').at(-1)}`), {
      headers: { ...headers, cookie: 'a=b' },
    })
    expect(media.headers.get('content-type')).toBe('image/svg+xml')
    expect(await media.text()).toMatch(/^<svg/)
    expect(standIn.requests.slice(before).map((request) => request.json)).toContainEqual(
      JSON.parse(submit.body),
    )
    expect(standIn.requests.at(-1)?.headers).not.toHaveProperty('x-api-key')
    expect(standIn.requests.at(-1)?.headers).not.toHaveProperty('cookie')
  })

  it.each([
    ['another path', () => fetch(at('/v1/models'), { headers }), 404],
    ['another host', () => fetch(at('/evil.example/a.svg')), 404],
    ['no secret', () => fetch(`${relay.origin}/v1/get-user-credits`, { headers }), 404],
    [
      'a wrong secret',
      () => fetch(`${relay.origin}/a-secret-of-this-Test/v1/get-user-credits`, { headers }),
      404,
    ],
    ['another method', () => fetch(at('/v1/get-user-credits'), { method: 'DELETE', headers }), 405],
    ['a large body', () => fetch(at('/v2/recraft-v3-svg'), { ...submit, body: ' '.repeat(64_001) }), 413],
    ['a long address', () => fetch(at(`/images.segmind.com/a.svg?${'x'.repeat(4096)}`)), 404],
  ])('forwards nothing for %s', async (_, send, status) => {
    const before = seen()
    const answer = await send()
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: expect.stringMatching(/^Relay: /) })
    expect(seen()).toBe(before)
  })

  it('follows no redirect, and never repeats a request that got no answer', async () => {
    const redirect = {
      kind: 'answer',
      status: 307,
      body: '',
      headers: { location: 'https://evil.example/' },
    } as const
    standIn.setFaults([{ route: 'credits', fault: redirect }])
    const redirected = await fetch(at('/v1/get-user-credits'), { headers })
    expect([redirected.status, await redirected.text()]).toEqual([502, expect.stringContaining('redirect')])
    standIn.setFaults([{ route: 'submit', fault: { kind: 'answer-lost' } }])
    const before = standIn.jobs.length
    expect((await fetch(at('/v2/recraft-v3-svg'), submit)).status).toBe(502)
    expect(standIn.jobs).toHaveLength(before + 1)
  })

  it('forwards the first half of a body before the second has arrived', async () => {
    const { promise, resolve } = deferred()
    standIn.setFaults([{ route: 'credits', fault: { kind: 'slow-body', until: promise } }])
    const answer = await fetch(at('/v1/get-user-credits'), { headers })
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toMatch(/^\{/)
    resolve()
    expect((await reader?.read())?.value).toMatch(/\}$/)
  })

  it('limits the requests of a key, and returns when the minute is over', async () => {
    const ask = (key: string) => fetch(at('/v1/get-user-credits'), { headers: { 'x-api-key': key } })
    const answers = await Promise.all(Array.from({ length: PER_KEY + 1 }, () => ask('SG_busy')))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
    const refused = answers.find(({ status }) => status === 429)
    expect(Date.parse(refused?.headers.get('x-rate-limit-reset-at-utc') ?? '')).toBeGreaterThan(Date.now())
    expect((await ask(DEMO_KEY)).status).toBe(200)
    expect(PER_KEY).toBeLessThan(IN_ALL)
  })

  it('prints neither keys, nor prompts, nor the secret', () => {
    expect(relay.printed()).not.toMatch(/SG_|Füchslein|a-secret-of-this-test/)
  })

  it('refuses everyone without a valid secret of its own', async () => {
    const started = await startRuntime(runtime, folder, 'too-short').catch(({ message }) => String(message))
    if (typeof started === 'string') return expect(started).toContain('RELAY_SECRET takes 20 to 100')
    const before = seen()
    const answer = await fetch(`${started.origin}/too-short/v1/get-user-credits`, { headers })
    await started.stop()
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('RELAY_SECRET')])
    expect(seen()).toBe(before)
  })
})
