import { describe, expect, it } from 'vitest'
import { PICTURES } from '../../../src/samples/pictures'
import { MODELS } from '../../../src/segmind/models'
import { createSampleClient } from '../../../src/ui/samples/client'
import { sampleSvg } from '../../../src/ui/samples/svg'
import { prepare } from '../../../src/vector/prepare'
import { manualClock, never } from '../../support/manual-clock'
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

describe('the client that draws them', () => {
  it('takes a few seconds, brings one after the other, and what is asked for by its own words', async () => {
    const clock = manualClock()
    const client = createSampleClient(clock, async () => PICTURES)
    const ids: string[] = []
    for (const prompt of ['a fox', 'a fox', PICTURES[0]?.prompt ?? '']) {
      const sent = await client.submit({ ...REQUEST, prompt }, never)
      if (sent.ok) ids.push(sent.value)
    }
    const texts = await Promise.all(
      ids.map(async (id) => {
        const result = await client.result(id, never)
        expect(result).toMatchObject({ ok: true, value: { metrics: { cost: 0 } } })
        return result.ok && result.value.output.type === 'svg' ? result.value.output.text : ''
      }),
    )
    expect(new Set(texts).size).toBe(2)
    expect(texts[2]).toBe(texts[0])
    expect(texts[0]).toContain('viewBox="0 0 1365 1024"')
    const [id = ''] = ids
    expect(await client.status(id, never)).toEqual({ ok: true, value: 'processing' })
    await clock.sleep(5000, never)
    expect(await client.status(id, never)).toEqual({ ok: true, value: 'completed' })
    // A client of the next visit knows it, too.
    const next = createSampleClient(clock, async () => PICTURES)
    expect(await next.status(id, never)).toEqual({ ok: true, value: 'completed' })
  })

  it('says that nothing was charged where there are no pictures', async () => {
    const client = createSampleClient(manualClock(), async () => [])
    expect(await client.submit(REQUEST, never)).toMatchObject({
      ok: false,
      error: { kind: 'unavailable', charged: 'no' },
    })
  })
})
