import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_MODELS, DEMO_KEY, readRecording, type StandInOptions, startStandIn } from 'segmind-stand-in'
import { afterEach, describe, expect, it } from 'vitest'
import { differences } from '../../../tools/probe/differences'
import { probe } from '../../../tools/probe/probe'
import { PROJECT } from '../../../tools/start/build-plugin'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** Probes a stand-in on whose clock a second passes with each poll. */
async function probed(options: StandInOptions = {}, mayPay = true) {
  let time = Date.UTC(2026, 10, 29)
  const timing = { durationMs: 2000, queueMs: 1000, now: () => time }
  const standIn = await startStandIn({ ...timing, ...options })
  open.push(standIn)
  const result = await probe({
    ...{ at: standIn.origin, key: DEMO_KEY, now: () => new Date(time) },
    mayPay: async () => {
      expect(standIn.requests.filter(({ method }) => method === 'POST')).toEqual([])
      return mayPay
    },
    sleep: async (ms) => {
      time += ms
    },
  })
  return { standIn, ...result }
}

/** A service that differs from the stand-in wherever the documentation allows it. */
const OTHER: StandInOptions = {
  ...{ output: 'images', exposeHeaders: true },
  faults: [
    {
      route: 'credits',
      after: 2,
      fault: { kind: 'answer', status: 404, body: { error: 'No credits found' } },
    },
  ],
}

describe('the probe', () => {
  it('records every situation for the price of one picture, without the key, and without ids', async () => {
    const { standIn, recording, isWhole } = await probed()
    expect(isWhole).toBe(true)
    const names = 'submit direct status credits media'.split(' ').map((name) => `preflight ${name}`)
    expect(Object.keys(recording.answers)).toEqual([
      ...[...names, 'no key', 'wrong key', 'credits', 'unknown id', 'bad size', 'submit'],
      ...['status QUEUED', 'status PROCESSING', 'status COMPLETED', 'result', 'media'],
    ])
    const [job, ...others] = standIn.jobs
    expect(others).toEqual([])
    const text = JSON.stringify(recording)
    for (const secret of [DEMO_KEY, job?.id ?? '', job?.mediaUrl ?? '']) expect(text).not.toContain(secret)
    expect(text).toContain('https://images.segmind.com/recorded.svg')
    expect(standIn.requests.at(-1)?.headers).not.toHaveProperty('x-api-key')
  })

  it('orders nothing without a yes', async () => {
    const { standIn, recording, isWhole } = await probed({}, false)
    expect([isWhole, standIn.jobs]).toEqual([true, []])
    expect(recording.answers).not.toHaveProperty('bad size')
  })

  it.each<[string, StandInOptions, number]>([
    [
      'is accepted with a bad size',
      { models: DEFAULT_MODELS.map((model) => ({ ...model, sizes: ['1024x1024', '1x1'] })) },
      1,
    ],
    ['gets no answer', { faults: [{ route: 'submit', fault: { kind: 'answer-lost' } }] }, 0],
    ['fails', { faults: [{ route: 'submit', after: 1, fault: { kind: 'fail-job', error: 'no' } }] }, 1],
  ])('orders no second picture if the first order %s', async (_, options, jobs) => {
    const { standIn, isWhole } = await probed(options)
    expect(standIn.jobs).toHaveLength(jobs)
    expect(isWhole).toBe('models' in options)
  })

  it('reports the differences between the service and the stand-in', async () => {
    const { recording: own } = await probed()
    expect(differences(own, own)).toEqual([])
    const { recording } = await probed(OTHER)
    const found = differences(own, recording)
    expect(found).toContain('credits: status: stand-in 200, live 404')
    expect(found).toContain('credits: body.error: stand-in –, live string')
    expect(found).toContain('result: body.images.[].file_size: stand-in –, live number')
    expect(
      found.filter((line) => /^media: access-control-expose-headers: stand-in –, live x-/.test(line)),
    ).toHaveLength(1)
  })
})

describe('a recording', () => {
  it('can be replayed: probing the stand-in with it returns the same answers', async () => {
    const { recording } = await probed(OTHER)
    const { recording: again } = await probed({ replay: readRecording(JSON.stringify(recording)) })
    expect(again.answers).toEqual(recording.answers)
  })

  it('that lacks a situation keeps the stand-in’s own answer, with the recorded CORS headers', async () => {
    const { recording } = await probed(OTHER, false)
    const { recording: again } = await probed({ replay: recording, exposeHeaders: false })
    expect(again.answers.submit).toMatchObject({ status: 200, headers: recording.answers.credits?.headers })
  })

  it.each(['', '{}', '{"format":1,"answers":{}}', '{"format":2}', '{"format":1,"answers":{"submit":{}}}'])(
    'is not %j',
    (text) => expect(() => readRecording(text)).toThrow('not a recording'),
  )
})

it('npm run probe reads the key from a file, asks, writes the recording, and prints the differences', async () => {
  const standIn = await startStandIn({ durationMs: 0 })
  open.push(standIn)
  const folder = mkdtempSync(join(tmpdir(), 'inkwright-probe-'))
  try {
    writeFileSync(join(folder, 'key'), `${DEMO_KEY}\n`)
    const run = (answer: string) =>
      new Promise<string>((resolve) => {
        const args = [
          'tools/probe/main.ts',
          '--key-file',
          join(folder, 'key'),
          '--out',
          join(folder, 'probe'),
        ]
        const child = execFile(
          process.execPath,
          ['--import', 'tsx', ...args, '--at', standIn.origin],
          { cwd: PROJECT },
          (error, stdout, stderr) => resolve(`${stdout}${stderr}exit ${error?.code ?? 0}`),
        )
        child.stdin?.end(answer)
      })
    const declined = await run('no\n')
    expect(declined).toMatch(/for at most \$0\.10\..*exit 0$/s)
    expect(standIn.jobs).toEqual([])
    const accepted = await run('yes\n')
    expect(accepted).toMatch(/media: 200\n.*form that the stand-in gives it\.\nexit 0$/s)
    expect(standIn.jobs).toHaveLength(1)
    expect(declined + accepted).not.toContain(DEMO_KEY)
    const [first = '', second = ''] = readdirSync(join(folder, 'probe')).sort()
    expect([first, second].map((name) => name.replace(/\d/g, 'N'))).toEqual([
      'NNNN-NN-NN-N.json',
      'NNNN-NN-NN.json',
    ])
    expect(readRecording(readFileSync(join(folder, 'probe', first), 'utf8')).answers).toHaveProperty('media')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
