import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepare } from '../../src/vector/prepare'
import { openStage } from '../../tools/start/stage'
import { runUnattended } from '../../tools/start/unattended'
import { launchChromium } from '../support/chromium'
import { HOST_PAGE } from '../support/host-page'
import { difference, renderSvgs } from '../support/pixels'
import { readSample, SAMPLES, skipNote, withoutSamples } from '../support/samples'

/** One at its own proportion, one not: that must be scaled unevenly, as a browser does. */
const SIZES = { 'red-panda.svg': '1365x1024', 'shield-uneven-scale.svg': '1024x1280' }

let out: string
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'inkwright-'))
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const pngAt = (folder: string) => PNG.sync.read(readFileSync(join(folder, 'canvas.png')))

describe.skipIf(withoutSamples)(`a real picture${skipNote}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  it.each(Object.entries(SIZES))(
    '%s lands on the canvas as a browser draws the original',
    async (name, size) => {
      const [width = 0, height = 0] = size.split('x').map(Number)
      const stage = await openStage({
        hostDir: HOST_PAGE,
        samples: join(SAMPLES, name),
        duration: 0,
        port: 0,
        routing: 'tls',
      })
      try {
        const folder = join(out, name)
        const { frame, layers } = await runUnattended(stage, {
          prompt: name,
          style: 'any',
          size,
          out: folder,
        })
        const source = readSample(name)
        expect(frame).toMatchObject({ name, type: 'FRAME', width, height })
        const { report } = prepare(source, { size: { width, height } })
        expect(layers).toBe(report.layersOut)
        const [original] = await renderSvgs(browser, [source], { width, height })
        if (!original) throw new Error('nothing was rendered')
        expect(difference(original, pngAt(folder))).toBeLessThanOrEqual(0.001)
        // Nobody but Segmind's two hosts was asked, and the request is exactly what was chosen.
        const { requests } = stage.standIn
        expect(new Set(requests.map(({ host }) => host?.split(':')[0]))).toEqual(
          new Set(['api.segmind.com', 'images.segmind.com']),
        )
        expect(requests.find(({ method }) => method === 'POST')?.json).toEqual({
          prompt: name,
          style: 'any',
          size,
        })
      } finally {
        await stage.close()
      }
    },
  )
})
