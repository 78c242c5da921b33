import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw, resume, type Stage } from '../../../src/jobs/draw'
import { steadyPolling } from '../../../src/jobs/polling'
import type { JobResult, JobStatus, SegmindClient } from '../../../src/segmind/client'
import { failure, type Outcome } from '../../../src/segmind/errors'
import { manualClock, never } from '../../support/manual-clock'

const request = { prompt: 'a fox', style: 'any', size: '1024x1024' } as const
const done: JobResult = { output: { type: 'svg', text: '<svg/>' }, cost: 0.1, inferenceTime: 17 }
const offline = failure('offline', 'unknown', true, { requestId: 'id' })

/** A client that gives the listed answers in turn, the last of each list for ever. */
function scripted(script: {
  submit?: Outcome<string>
  status?: readonly Outcome<JobStatus>[]
  result?: readonly Outcome<JobResult>[]
  picture?: readonly Outcome<string>[]
}) {
  const calls: string[] = []
  const next = <T>(name: string, list: readonly T[]) => {
    const at = calls.filter((call) => call === name).length
    calls.push(name)
    return Promise.resolve(list[Math.min(at, list.length - 1)] as T)
  }
  const client: SegmindClient = {
    submit: () => next('submit', [script.submit ?? { ok: true, value: 'id' }]),
    status: () => next('status', script.status ?? [{ ok: true, value: 'completed' }]),
    result: () => next('result', script.result ?? [{ ok: true, value: done }]),
    picture: () => next('picture', script.picture ?? [{ ok: true, value: '<svg/>' }]),
  }
  const stages: Stage[] = []
  const clock = manualClock()
  const options = {
    client,
    clock,
    polling: steadyPolling,
    signal: never,
    onStage: (stage: Stage) => void stages.push(stage),
  }
  return { calls, stages, clock, options }
}

describe('draw', () => {
  it('goes from the prompt to the SVG text through every stage', async () => {
    const run = scripted({
      status: [
        { ok: true, value: 'queued' },
        { ok: true, value: 'processing' },
        { ok: true, value: 'completed' },
      ],
    })
    const outcome = await draw(request, run.options)
    expect(outcome).toMatchObject({
      ok: true,
      value: { svg: '<svg/>', requestId: 'id', cost: 0.1, seconds: 3 },
    })
    expect([...new Set(run.stages)]).toEqual(['sending', 'queued', 'drawing', 'fetching'])
  })

  it('sends one submit and gives up at once when that fails', async () => {
    const run = scripted({ submit: failure('offline', 'unknown', false) })
    expect(await draw(request, run.options)).toMatchObject({ error: { kind: 'offline' } })
    expect(run.calls).toEqual(['submit'])
  })

  it('waits through faults that pass, and through a 429 however often', async () => {
    const limited = failure('rate-limited', 'unknown', true)
    const run = scripted({
      status: [offline, offline, ...Array(30).fill(limited), { ok: true, value: 'completed' }],
      result: [offline, { ok: true, value: done }],
    })
    expect(await draw(request, run.options)).toMatchObject({ ok: true })
  })

  it('gives up on a connection that stays away, with the id to pick the job up by', async () => {
    const run = scripted({ status: [offline] })
    expect(await draw(request, run.options)).toMatchObject({ error: { kind: 'offline', requestId: 'id' } })
    expect(run.calls.filter((call) => call === 'status').length).toBeLessThan(10)
  })

  it('ends after ten minutes, resumable', async () => {
    const run = scripted({ status: [{ ok: true, value: 'processing' }] })
    const outcome = await draw(request, run.options)
    expect(outcome).toMatchObject({ error: { kind: 'timeout', requestId: 'id', repeatable: true } })
    expect(run.clock.time - 1_000_000).toBeGreaterThanOrEqual(600_000)
    expect(run.clock.time - 1_000_000).toBeLessThan(610_000)
  })

  it('ends at once when a failure is final', async () => {
    for (const kind of ['failed', 'expired', 'invalid-key'] as const) {
      const run = scripted({ status: [failure(kind, 'no', true, { requestId: 'id' })] })
      expect(await draw(request, run.options)).toMatchObject({ error: { kind } })
      expect(run.calls).toEqual(['submit', 'status'])
    }
  })

  it('stops when cancelled, and keeps the id', async () => {
    const controller = new AbortController()
    const run = scripted({ status: [{ ok: true, value: 'processing' }] })
    const outcome = await draw(request, {
      ...run.options,
      signal: controller.signal,
      onStage: (stage) => stage === 'drawing' && controller.abort(),
    })
    expect(outcome).toMatchObject({ error: { kind: 'cancelled', requestId: 'id' } })
  })

  it('never submits twice, whatever the answers', async () => {
    const kinds = fc.constantFrom(
      'offline',
      'unavailable',
      'timeout',
      'unreadable',
      'rate-limited',
      'failed',
      'expired',
      'invalid-key',
    )
    const faults = fc.array(
      kinds.map((kind) => failure(kind, 'unknown', true, { requestId: 'id' })),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(faults, faults, faults, async (status, result, picture) => {
        const run = scripted({
          status: [...status, { ok: true, value: 'completed' }],
          result: [...result, { ok: true, value: done }],
          picture: [...picture, { ok: true, value: '<svg/>' }],
        })
        const outcome = await draw(request, run.options)
        expect(run.calls.filter((call) => call === 'submit')).toHaveLength(1)
        expect(outcome.ok || outcome.error.requestId).toBeTruthy()
      }),
    )
  })
})

describe('resume', () => {
  it('picks a job up without a submit', async () => {
    const run = scripted({})
    expect(await resume('id', run.options)).toMatchObject({ ok: true, value: { svg: '<svg/>' } })
    expect(run.calls).not.toContain('submit')
  })
})
