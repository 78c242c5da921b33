import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PrepareOptions, prepare } from '../../src/vector/prepare'
import { launchChromium } from '../support/chromium'
import { openCode } from '../support/code-stage'
import { insertionOf, pictureOf } from '../support/picture'
import { difference, renderSvgs } from '../support/pixels'
import { readSample, sampleNames, skipNote, withoutSamples } from '../support/samples'

const SUBMIT_MODES: readonly PrepareOptions[] = [
  { layers: 'as-drawn' },
  { layers: 'grouped' },
  { layers: 'merged', background: 'frame' },
]

describe.skipIf(withoutSamples)(`a picture as layers on the canvas${skipNote}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  it.each(sampleNames)('%s looks like the original, whatever the layers', async (name) => {
    const text = readSample(name)
    const size = { width: 1024, height: 1024 }
    const stage = await openCode()
    try {
      const landed: string[] = []
      for (const way of SUBMIT_MODES) {
        const { svg, frameFill, report } = prepare(text, { ...way, size })
        const reply = await stage.panel.request(
          'picture.insert',
          insertionOf(pictureOf(svg, { frameFill, name, ...size })),
        )
        if (!reply.ok) throw new Error(reply.error.message)
        const [frame] = stage.editor.snapshot().layers.slice(-1)
        expect(reply.value.pictures[0]?.layers).toBe(report.allLayers)
        expect(frame?.children.map((layer) => layer.name)).toEqual(report.layers.map((layer) => layer.name))
        landed.push(stage.editor.renderSvg(frame?.absoluteBoundingBox ?? undefined))
        stage.editor.undo()
      }
      const [original, ...pictures] = await renderSvgs(browser, [text, ...landed], size)
      if (!original) throw new Error('nothing was rendered')
      for (const picture of pictures) expect(difference(original, picture)).toBeLessThanOrEqual(0.001)
      expect(stage.faults).toEqual([])
    } finally {
      stage.close()
    }
  })
})
