import { describe, expect, it } from 'vitest'
import { PICTURES } from '../../../src/samples/pictures'
import { MODELS } from '../../../src/segmind/models'
import { createSampler } from '../../../src/ui/samples/sampler'
import { sampleSvg } from '../../../src/ui/samples/svg'
import { prepare } from '../../../src/vector/prepare'
import { violations } from '../../support/safe-subset'

const REQUEST = { prompt: 'a fox', style: 'any', size: '1365x1024' } as const

describe('the bundled pictures', () => {
  it.each(PICTURES.map((picture) => [picture.prompt, picture] as const))('%s', (_, picture) => {
    for (const { width, height } of MODELS[0].sizes) {
      const text = sampleSvg(picture, width, height)
      const { svg, report } = prepare(text)
      expect(violations(svg)).toEqual([])
      expect(report.leftOut).toEqual({})
    }
    const square = sampleSvg(picture, 1024, 1024)
    // It is part of the plugin's code.
    expect(square.length).toBeLessThan(4000)
    // Similar colors are merged, and shapes become fewer layers, so that the sample shows an effect.
    const { report } = prepare(square)
    expect(report.layersOut).toBeLessThan(report.shapesIn)
  })
})

describe('the sampler', () => {
  it('returns one picture after another, or the one that a prompt names', async () => {
    const { sampleFor } = createSampler(async () => PICTURES)
    const [first, second, third] = PICTURES.map((picture) => sampleSvg(picture, 1365, 1024))
    const prompts = ['a fox', 'a fox', PICTURES[0]?.prompt ?? '', PICTURES[2]?.prompt ?? '', 'a fox']
    const texts: unknown[] = []
    for (const prompt of prompts) texts.push(await sampleFor({ ...REQUEST, prompt }))
    expect(texts).toEqual([first, second, first, third, first])
  })

  it('returns nothing if there are no pictures, or if the size cannot be read', async () => {
    expect(await createSampler(async () => []).sampleFor(REQUEST)).toBeNull()
    expect(await createSampler(async () => PICTURES).sampleFor({ ...REQUEST, size: 'A4' })).toBeNull()
  })
})
