import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLES, sampleNames, skipNote, withoutSamples } from '../../../../test/support/samples'
import { startStandIn } from '../../src'
import { checkGrammar } from './grammar'
import { closeBenches, openBench } from './harness'

afterEach(closeBenches)

const served = async (samples: string, body: unknown): Promise<string> => {
  const { accepted, call } = await openBench({ samples, durationMs: 0, output: 'text' })
  return ((await call(`/v2/requests/${await accepted(body)}`)).json as { output: string }).output
}

describe('samples', () => {
  let folder = ''
  const file = (name: string) => join(folder, name)

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stand-in-samples-'))
    for (const name of ['red-fox.svg', 'red-panda.svg', 'linocut-boat.svg'])
      writeFileSync(file(name), `<svg>${name}</svg>`)
    writeFileSync(file('notes.txt'), 'no picture')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('are chosen by the words that their names share with prompt and style', async () => {
    expect(await served(folder, { prompt: 'A red panda, smiling' })).toBe('<svg>red-panda.svg</svg>')
    expect(await served(folder, { prompt: 'the FOX' })).toBe('<svg>red-fox.svg</svg>')
    expect(await served(folder, { prompt: 'a boat', style: 'linocut' })).toBe('<svg>linocut-boat.svg</svg>')
  })

  it('are chosen stably where no name fits, and not always the same one', async () => {
    const pick = (prompt: string) => served(folder, { prompt })
    expect(await pick('nothing known')).toBe(await pick('nothing known'))
    const picked = await Promise.all('abcdefghij'.split('').map(pick))
    expect(new Set(picked).size).toBeGreaterThan(1)
  })

  it('may be a single file', async () => {
    expect(await served(file('red-fox.svg'), { prompt: 'a panda' })).toBe('<svg>red-fox.svg</svg>')
  })

  it('must be there', async () => {
    const missing = file('missing')
    await expect(startStandIn({ samples: missing })).rejects.toThrow(`no file or folder ${missing}`)
    const empty = mkdtempSync(join(tmpdir(), 'stand-in-empty-'))
    await expect(startStandIn({ samples: empty })).rejects.toThrow(`${empty} holds no .svg file`)
    rmSync(empty, { recursive: true })
  })
})

describe.skipIf(withoutSamples)(`real pictures${skipNote}`, () => {
  it('are served byte for byte', async () => {
    const { accepted, standIn } = await openBench({ samples: SAMPLES, durationMs: 0 })
    await accepted({ prompt: 'landscape' })
    const response = await fetch(standIn.origin + (standIn.jobs[0]?.mediaUrl ?? '').replace('https:/', ''))
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.equals(readFileSync(join(SAMPLES, 'landscape-622-paths.svg')))).toBe(true)
  })

  it('have the grammar that the drawings are held to', () => {
    const current = sampleNames.filter((name) => /wordmark|landscape/.test(name))
    expect(current).toHaveLength(2)
    for (const name of current) {
      const { faults } = checkGrammar(readFileSync(join(SAMPLES, name), 'utf8'), { canvasPath: false })
      expect(faults).toEqual([])
    }
  })
})
