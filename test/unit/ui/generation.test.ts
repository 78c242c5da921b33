import { signal } from '@preact/signals'
import { expect, it } from 'vitest'
import type { Job } from '../../../src/jobs/job'
import { DEFAULT_MODEL } from '../../../src/segmind/request'
import { createGenerationStore } from '../../../src/ui/stores/generation'
import type { SettingsStore } from '../../../src/ui/stores/settings'
import type { SizeChoice } from '../../../src/ui/stores/size-choice'

const style = DEFAULT_MODEL.styles[0].id
const size = DEFAULT_MODEL.sizes[0].id

/** A job, by default one that was refused. */
const jobOf = (id: string, more: object = {}) =>
  ({
    ...{ id, request: { prompt: 'a fox', style, size }, state: 'failed', activity: null, requestId: null },
    ...{ error: { kind: 'rejected', charged: 'no' }, isSample: false, hasPicture: false },
    ...more,
  }) as Job

const CHARGED = { kind: 'timeout', charged: 'unknown' }

/** A form that could be sent, with other jobs, and a clock that stands still. */
function setUp({ all = [] as readonly Job[], isSampling = false } = {}) {
  const started: string[] = []
  const removed: string[] = []
  const resumed: string[] = []
  const clock = { time: 0, now: () => clock.time }
  const settings = {
    ...{ status: signal('ready'), apiKey: signal('SG_any'), model: signal(DEFAULT_MODEL) },
    ...{ style: signal(style), count: signal(1), paidMode: signal('queue') },
    ...{ chooseModel: () => undefined, chooseStyle: () => undefined },
  } as unknown as SettingsStore
  const generation = createGenerationStore({
    settings,
    jobs: {
      all: signal(all),
      journal: signal<'closed' | 'open' | 'unreadable'>('open'),
      start: async ({ prompt }, count = 1) => void started.push(...Array(count).fill(prompt)),
      resume: async (id) => void resumed.push(id),
      remove: async (id) => removed.push(id) > 0,
    },
    balance: signal(null),
    sampling: signal(isSampling),
    size: { size: signal(size), choose: () => undefined } as unknown as SizeChoice,
    mentioned: signal(['#e53935']),
    isOffline: signal(false),
    clock,
    nextSample: async () => `sample ${started.length + 1}`,
  })
  return { generation, started, removed, resumed, clock }
}

it('the same request within a second is paid for once, a different one immediately', async () => {
  const { generation, started, clock } = setUp()
  const generate = async (prompt: string, time: number) => {
    generation.prompt.value = prompt
    clock.time = time
    await generation.generate()
    return started.map((sent) => sent.split('.')[0])
  }
  expect(await generate('a fox', 0)).toEqual(['a fox'])
  expect(await generate('a fox', 999)).toEqual(['a fox'])
  expect(await generate('an owl', 999)).toEqual(['a fox', 'an owl'])
  expect(await generate('an owl', 1999)).toEqual(['a fox', 'an owl', 'an owl'])
  for (const _ of 'twice') void generation.vary(jobOf('1').request)
  expect(started.slice(3)).toEqual(['a fox'])
})

it('the form can be sent again while the same request is pending', () => {
  const all = ['sending', 'in-line'].map((activity) => jobOf(activity, { activity, error: null }))
  const { generation } = setUp({ all })
  generation.reuse(jobOf('1').request)
  expect(generation.blockerOf(jobOf('1').request)).toBeNull()
  expect(generation.blocker.value).toBeNull()
})

it('failed jobs are replaced by the next images only if they were certainly not charged', async () => {
  const batch = [
    jobOf('refused'),
    jobOf('maybe', { state: 'unknown', error: CHARGED }),
    jobOf('repeated since', { activity: 'drawing' }),
    jobOf('drawn', { state: 'kept', error: null, hasPicture: true }),
  ]
  const { generation, removed } = setUp({ all: batch })
  generation.editFailed(jobOf('refused'), [...batch, jobOf('gone')])
  await generation.generate()
  expect(removed).toEqual(['refused'])
})

it('several jobs are redrawn together, with a price if that sends them again', async () => {
  const waiting = { state: 'accepted', requestId: 'r' }
  const batch = [jobOf('1'), jobOf('2'), jobOf('3', { isSample: true }), jobOf('4', waiting)]
  const { generation, started, resumed } = setUp()
  const redraw = generation.redraw([...batch, jobOf('5', { hasPicture: true, state: 'kept' })])
  expect(redraw).toMatchObject({ jobs: batch, price: 2 * DEFAULT_MODEL.price, blocker: null })
  await generation.againAll(redraw.jobs)
  expect([started.length, resumed]).toEqual([3, ['4']])
  expect(generation.redraw([jobOf('3', { isSample: true }), jobOf('4', waiting)]).price).toBeNull()
  const request = { prompt: 'x'.repeat(DEFAULT_MODEL.promptLimit + 1), style, size }
  expect(generation.redraw([jobOf('6', { request })]).blocker).toBe('prompt-too-long')
})

it('a prompt that is reused does not accumulate colors', () => {
  const { generation } = setUp()
  generation.prompt.value = 'a fox'
  const { value: text } = generation.text
  generation.reuse({ ...jobOf('1').request, prompt: text })
  expect(generation.prompt.value).toBe('a fox')
  expect(generation.text.value).toBe(text)
})

it('samples need no prompt: each has its own', async () => {
  const { generation, started } = setUp({ isSampling: true })
  expect(generation.blocker.value).toBeNull()
  await generation.generate(2)
  expect(started).toEqual(['sample 1', 'sample 1'])
  expect(setUp().generation.blocker.value).toBe('no-prompt')
})
