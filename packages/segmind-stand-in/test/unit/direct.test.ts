import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { DEMO_KEY, type StandInOptions } from '../../src'
import { closeHarnesses, type Harness, openHarness } from './harness'

afterEach(async () => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  await closeHarnesses()
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-direct-'))
  writeFileSync(join(folder, 'any.svg'), SVG)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A harness whose `wait` is recorded and advances the harness's own clock. */
async function openWaiting(options: StandInOptions = {}): Promise<Harness & { readonly waits: number[] }> {
  const waits: number[] = []
  const wait = async (ms: number) => {
    waits.push(ms)
    harness.advance(ms)
  }
  const harness: Harness = await openHarness({ samples: folder, wait, ...options })
  return { ...harness, waits }
}

describe('the synchronous call', () => {
  it('responds with the picture when the job is complete', async () => {
    const { direct, standIn, waits } = await openWaiting()
    const answer = await direct({ prompt: 'a fox', style: 'linocut' })
    expect(waits).toEqual([10_000])
    expect(answer).toMatchObject({ status: 200, text: SVG })
    expect(answer.headers.get('content-type')).toBe('image/svg+xml')
    expect(standIn.jobs).toMatchObject([
      { endpoint: 'direct', status: 'COMPLETED', parameters: { prompt: 'a fox', style: 'linocut' } },
    ])
    expect(standIn.requests).toMatchObject([{ route: 'direct', status: 200 }])
  })

  it('reports cost in dollars and times in seconds in headers', async () => {
    const { direct, standIn } = await openWaiting({ credits: 1 })
    const { headers } = await direct()
    const names = ['x-request-id', 'x-cost', 'x-remaining-credits', 'x-generation-time']
    expect(names.map((name) => headers.get(name))).toEqual([standIn.jobs[0]?.id, '0.1', '0.9', '10'])
  })

  it('charges for accepted jobs, and refuses those that the balance does not cover', async () => {
    const { direct, submit, call, standIn } = await openWaiting({ credits: 0.25 })
    expect((await direct()).status).toBe(200)
    expect((await submit()).status).toBe(200)
    expect(await direct()).toMatchObject({ status: 406, json: { error: 'Insufficient credits' } })
    expect((await call('/v1/get-user-credits')).json).toMatchObject({ credits: 0.15 })
    expect(standIn.jobs.map(({ endpoint }) => endpoint)).toEqual(['direct', 'submit'])
  })

  it.each([
    ['another content type', { prompt: 'a fox' }, 'text/plain', 406],
    ['no JSON', '{', 'application/json', 400],
    ['a size that is not offered', { prompt: 'a fox', size: '1x1' }, 'application/json', 400],
    ['an unknown parameter', { prompt: 'a fox', n: 2 }, 'application/json', 400],
  ])('is immediately refused for %s', async (_, body, type, status) => {
    const { direct, standIn, waits } = await openWaiting()
    expect((await direct(body, { 'content-type': type })).status).toBe(status)
    expect([standIn.jobs, waits]).toEqual([[], []])
  })

  it.each([422, 200] as const)('reports a failed job with %i, without charging for it', async (status) => {
    const fault = { kind: 'fail-job', error: 'Content blocked', status } as const
    const { direct, call, waits } = await openWaiting({ faults: [{ route: 'direct', fault }] })
    const answer = await direct()
    const metrics = { inference_time: 10, queue_time: 0, total_time: 10 }
    expect(answer).toMatchObject({ status, json: { status: 'FAILED', error: 'Content blocked', metrics } })
    expect(answer.headers.get('x-cost')).toBe('0')
    expect(waits).toEqual([10_000])
    expect((await call('/v1/get-user-credits')).json).toMatchObject({ credits: 5 })
  })

  it('is carried out even if the client disconnects', async () => {
    let end = (): void => undefined
    const wait = () =>
      new Promise<void>((resolve) => {
        end = resolve
      })
    const { standIn, call } = await openHarness({ samples: folder, wait })
    const caller = new AbortController()
    const headers = { 'x-api-key': DEMO_KEY, 'content-type': 'application/json' }
    const body = '{"prompt":"a fox"}'
    const init = { method: 'POST', headers, body, signal: caller.signal }
    const pending = expect(fetch(`${standIn.origin}/v1/recraft-v3-svg`, init)).rejects.toThrow('aborted')
    await expect.poll(() => standIn.jobs).toHaveLength(1)
    caller.abort()
    await pending
    // The stand-in has noticed it once it has answered a later request.
    await call('/v1/get-user-credits')
    end()
    await call('/v1/get-user-credits')
    expect(standIn.requests[0]).toMatchObject({ route: 'direct', status: null })
    expect(standIn.jobs).toHaveLength(1)
  })
})

it('the synchronous call takes no time with a duration of 0', async () => {
  const { direct, waits } = await openWaiting({ durationMs: 0 })
  expect((await direct()).status).toBe(200)
  expect(waits).toEqual([])
})
