import { signal } from '@preact/signals'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Entries } from '../../../src/jobs/entries'
import type { Job } from '../../../src/jobs/job'
import { lastSteps } from '../../../src/jobs/steps'
import { errorReportOf } from '../../../src/ui/error-report'
import { problemReport } from '../../../src/ui/problem-report'
import { selectionOf } from '../../support/picture'

beforeAll(() => {
  vi.stubGlobal('navigator', { userAgent: 'A browser' })
  vi.stubGlobal('innerWidth', 360)
  vi.stubGlobal('innerHeight', 640)
})
afterAll(() => vi.unstubAllGlobals())

/** What only the user may know. */
interface Secrets {
  readonly apiKey: string
  readonly prompt: string
  readonly address: string
}

const word = fc.stringMatching(/^[a-zäöü一-十0-9_-]{8,24}$/)
const secrets = fc.record({
  apiKey: fc.stringMatching(/^[!-~]{8,40}$/),
  prompt: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  address: fc
    .tuple(fc.constantFrom('https:', 'http:', ''), fc.constantFrom('images.segmind.com', 'example.org'), word)
    .map(([scheme, host, path]) => `${scheme}//${host}/${path}.svg`),
})

/** A job with every kind of event, whose server has repeated everything that it received. */
function jobOf({ apiKey, prompt, address }: Secrets): { job: Job; entries: Entries } {
  const at = 1_795_000_000_000
  const request = { prompt, style: 'any', size: '1024x1024' }
  const error = {
    ...{
      kind: 'failed' as const,
      charged: 'no' as const,
      repeatable: true,
      status: 422,
      host: null,
      resetAt: null,
    },
    serverMessage: `${prompt} ${apiKey} ${address}`,
    requestId: address,
  }
  const entries = {
    sent: { attempt: 2, at, via: 'queue', request },
    refused: { attempt: 1, at, until: at },
    accepted: { requestId: address, at },
    fetched: { at, url: address, waited: 1, cost: 0.1, inferenceTime: 1, queueTime: 1 },
    kept: { at, bytes: 12_345 },
    inserted: { at },
    background: { at },
    ended: { attempt: 2, at, how: 'failed', error: { ...error, kind: prompt } },
  } satisfies Entries
  const job = { startedAt: at, state: 'failed', request, error, requestId: address } as unknown as Job
  return { job, entries }
}

function reportOf(known: Secrets, withPrompts: boolean): string {
  const { apiKey, prompt, address } = known
  const { job, entries } = jobOf(known)
  const thrown = new Error(`${prompt}\n    at ${apiKey}\n    at ${address}:1:2`)
  const choice = (id: string) => signal({ id })
  return problemReport({
    subject: { kind: 'failed', charged: 'no' },
    settings: {
      ...{ apiKey: signal(apiKey), layerOptions: signal({ layers: 'objects' }), direct: signal(false) },
      ...{
        atOnce: signal(2),
        autoInsert: signal(false),
        keepCleaned: signal(false),
        closeAfterInsert: signal(false),
        insertAs: signal('frame'),
      },
      ...{
        count: signal(1),
        model: choice('recraft-v3-svg'),
        style: signal('any'),
        size: signal('1024x1024'),
      },
    } as never,
    jobs: {
      ...{
        all: signal([job]),
        journal: signal('open'),
        used: signal(1),
        unreadable: signal({ jobs: 0, bytes: 0 }),
      },
      steps: (count: number) => lastSteps([{ entries }], count),
    } as never,
    ...{ selection: signal(selectionOf()), version: '1.0.0', relay: address },
    errorReports: signal([errorReportOf(thrown, 0)]),
    facts: signal(['names']),
    checked: signal([{ id: 'media', verdict: 'differs' }]),
    withPrompts,
  })
}

it('a report never contains the key or the address of a file, and the prompt only if requested', () => {
  fc.assert(
    fc.property(secrets, fc.boolean(), (known, withPrompts) => {
      // A key that is part of every report would not be detected.
      fc.pre(!reportOf({ ...known, apiKey: 'nothing-like-it' }, false).includes(known.apiKey))
      const text = reportOf(known, withPrompts)
      expect(text).not.toContain(known.apiKey)
      expect(text).not.toContain(known.address)
      if (!withPrompts) expect(text).not.toContain(known.prompt)
    }),
  )
})

it('a report contains errors, differences of the editor, and the last steps in words', () => {
  const known = {
    apiKey: 'SG_0123456789abcdef',
    prompt: 'a secret fox',
    address: 'https://images.segmind.com/a.svg',
  }
  const text = reportOf(known, true)
  expect(text).toContain('About: failed, charged: no')
  expect(text).toContain('Differs here: names')
  expect(text).toContain('Checked: differs: media')
  expect(text).toContain('image 1 was sent (queue, attempt 2)')
  expect(text).toContain('image 1 was stored (12,345 bytes)')
  expect(text).toContain('image 1 ended (failed, unknown, charged: no)')
  expect(text).toContain('“a secret fox”')
})

it('a report contains at most the last thirty steps', () => {
  const sent = (at: number) => ({
    entries: {
      sent: { attempt: 1, at, via: 'queue' as const, request: { prompt: 'x', style: '', size: '' } },
    },
  })
  const steps = lastSteps(
    Array.from({ length: 50 }, (_, at) => sent(at)),
    30,
  )
  expect(steps.map(({ at }) => at)).toEqual(Array.from({ length: 30 }, (_, i) => i + 20))
})
