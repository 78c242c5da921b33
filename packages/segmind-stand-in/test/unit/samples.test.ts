import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startStandIn } from '../../src'
import { closeHarnesses, openHarness } from './harness'

afterEach(closeHarnesses)

const served = async (samples: string, body: unknown): Promise<string> => {
  const { accepted, call } = await openHarness({ samples, durationMs: 0, output: 'text' })
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

  it('are chosen by the words that their names have in common with prompt and style', async () => {
    expect(await served(folder, { prompt: 'A red panda, smiling' })).toBe('<svg>red-panda.svg</svg>')
    expect(await served(folder, { prompt: 'the FOX' })).toBe('<svg>red-fox.svg</svg>')
    expect(await served(folder, { prompt: 'a boat', style: 'linocut' })).toBe('<svg>linocut-boat.svg</svg>')
  })

  it('must exist', async () => {
    const missing = file('missing')
    await expect(startStandIn({ samples: missing })).rejects.toThrow(`no file or folder ${missing}`)
    const empty = mkdtempSync(join(tmpdir(), 'stand-in-empty-'))
    await expect(startStandIn({ samples: empty })).rejects.toThrow(`${empty} holds no .svg file`)
    rmSync(empty, { recursive: true })
  })
})
