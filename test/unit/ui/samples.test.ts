import { describe, expect, it } from 'vitest'
import { PICTURES } from '../../../src/samples/pictures'
import { MODELS } from '../../../src/segmind/models'
import { createSampleClient } from '../../../src/ui/samples/client'
import { sampleSvg } from '../../../src/ui/samples/svg'
import { prepare } from '../../../src/vector/prepare'
import { never } from '../../support/manual-clock'
import { breaches } from '../../support/safe-subset'

const REQUEST = { prompt: 'a fox', style: 'any', size: '1365x1024' } as const

describe('the bundled pictures', () => {
  it.each(PICTURES.map((picture) => [picture.prompt, picture] as const))('%s', (_, picture) => {
    for (const { width, height } of MODELS[0].sizes) {
      const text = sampleSvg(picture, width, height)
      const { svg, report } = prepare(text)
      expect(breaches(svg)).toEqual([])
      expect(report.leftOut).toEqual({})
    }
    const square = sampleSvg(picture, 1024, 1024)
    // It travels in the plugin's code.
    expect(square.length).toBeLessThan(4000)
    // Near-equal colors are joined, and shapes become fewer layers: there is something to be seen.
    const { report } = prepare(square)
    expect(report.layersOut).toBeLessThan(report.shapesIn)
  })
})

describe('the client that hands them out', () => {
  it('brings one after the other at once, and what is asked for by its own words', async () => {
    const client = createSampleClient(async () => PICTURES)
    const texts: string[] = []
    for (const prompt of ['a fox', 'a fox', PICTURES[0]?.prompt ?? '']) {
      const result = await client.direct({ ...REQUEST, prompt }, never)
      expect(result).toMatchObject({ ok: true, value: { metrics: { cost: 0 } } })
      if (result.ok && result.value.output.type === 'svg') texts.push(result.value.output.text)
    }
    expect(new Set(texts).size).toBe(2)
    expect(texts[2]).toBe(texts[0])
    expect(texts[0]).toContain('viewBox="0 0 1365 1024"')
  })

  it('knows those that an earlier version has left open', async () => {
    const client = createSampleClient(async () => PICTURES)
    const id = 'sample_1_1365x1024_1700000000000'
    expect(await client.status(id, never)).toEqual({ ok: true, value: 'completed' })
    const picture = PICTURES[1]
    const text = picture && sampleSvg(picture, 1365, 1024)
    expect(await client.result(id, never)).toMatchObject({ ok: true, value: { output: { text } } })
    expect(await client.result('sample_99_1365x1024_0', never)).toMatchObject({
      ok: false,
      error: { kind: 'failed', charged: 'no' },
    })
  })

  it('says that nothing was charged where there are no pictures', async () => {
    const client = createSampleClient(async () => [])
    expect(await client.direct(REQUEST, never)).toMatchObject({
      ok: false,
      error: { kind: 'unavailable', charged: 'no' },
    })
  })
})
