import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAYOUTS, scene } from '../../../../bench/vector/objects/scenes'
import { scoreOf } from '../../../../bench/vector/objects/score'
import { arrange } from '../../../../src/vector/layers/arrange'
import { findObjects } from '../../../../src/vector/objects/find-objects'
import { prepare } from '../../../../src/vector/prepare'
import { readSvg } from '../../../../src/vector/read/read'
import { applyBackground } from '../../../../src/vector/steps/background'
import { anyDrawing } from '../layers/drawings'
import { sample } from '../layers/point-sampler'

const anyScene = fc
  .record({
    layout: fc.constantFrom(...LAYOUTS),
    seed: fc.integer({ min: 100, max: 999 }),
    traced: fc.boolean(),
  })
  .map(({ layout, seed, traced }) => scene(layout, seed, traced))

const sheet = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><path d="M0 0h100v100h-100z" fill="#ffffff"/>${content}</svg>`
const namesIn = (content: string) =>
  prepare(sheet(content), { layers: 'objects' }).report.layers.map(({ name }) => name)
const house = (x: number, y: number) =>
  `<path d="M${x} ${y + 8}h16v12h-16z" fill="#b03020"/><path d="M${x} ${y + 8}l8 -8l8 8z" fill="#203080"/><path d="M${x + 5} ${y + 12}h5v8h-5z" fill="#f0e080"/>`

describe('the mode objects', () => {
  it('puts every shape of a scene in exactly one group, each a row of its own in the paint order', () => {
    fc.assert(
      fc.property(anyScene, ({ svg, truth }) => {
        const { drawing, index } = applyBackground(readSvg(svg).drawing, 'keep')
        const layers = arrange(drawing, 'objects', index)
        expect(layers.reduce((sum, { count }) => sum + count, 0)).toBe(truth.length)
        expect(new Set(layers.map(({ name }) => name)).size).toBe(layers.length)
        expect(layers[0]).toMatchObject({ name: 'Background', count: 1 })
        const again = arrange(structuredClone(drawing), 'objects', index)
        expect(again).toEqual(layers)
      }),
      { numRuns: 12 },
    )
  })

  it('does not change what any drawing looks like', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const layers = arrange(drawing, 'objects')
        expect(sample(layers.flatMap(({ shapes }) => shapes))).toEqual(sample(drawing.shapes))
        const objects = findObjects(drawing, -1)
        if (!objects) return
        expect(objects.objectOf).toHaveLength(drawing.shapes.length)
        expect(objects.objectOf.every((object) => object >= 0 && object < objects.count)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('finds nearly all things of a scattered scene', () => {
    const { found, objects, groups } = scoreOf(scene('scatter', 7, true))
    expect(found).toBeGreaterThanOrEqual(objects - 1)
    expect(groups).toBeLessThanOrEqual(objects + 1)
  })

  it('names things by color and place, and the background as such', () => {
    expect(namesIn(house(4, 4) + house(80, 78))).toEqual([
      'Background',
      'Red shape, top left',
      'Red shape, bottom right',
    ])
  })

  it('numbers equal things in the same place', () => {
    const square = (at: number) => `<path d="M${at} ${at}h6v6h-6z" fill="#b03020"/>`
    expect(namesIn(square(2) + square(24) + house(70, 2)).sort()).toEqual([
      'Background',
      'Red shape, top left',
      'Red shape, top left (2)',
      'Red shape, top right',
    ])
  })

  it('makes a thing of one shape a layer, and one of several a group', () => {
    const { svg } = prepare(sheet(`${house(4, 4)}<path d="M70 70h20v20h-20z" fill="#208040"/>`), {
      layers: 'objects',
    })
    expect(svg.match(/<g /g)).toHaveLength(1)
    expect(svg).toMatch(/<path id="Green shape, bottom right"/)
  })

  it('keeps letters of a word together', () => {
    const letters = [10, 20, 30, 40].map((x) => `<path d="M${x} 40h6v10h-6z" fill="#101010"/>`).join('')
    expect(namesIn(`${letters}${house(70, 2)}`)).toHaveLength(3)
  })

  it('is the same as merged where no things are found', () => {
    const one = sheet('<path d="M20 20h50v50h-50z" fill="#b03020"/>')
    const objects = prepare(one, { layers: 'objects' })
    expect(objects.svg).toBe(prepare(one, { layers: 'merged' }).svg)
    expect(objects.report.objects).toBe(0)
  })

  it('says how many things it found, without the background', () => {
    const { report } = prepare(sheet(house(4, 4) + house(80, 78)), { layers: 'objects' })
    expect(report.objects).toBe(2)
    const framed = prepare(sheet(house(4, 4) + house(80, 78)), { layers: 'objects', background: 'frame' })
    expect(framed.report.objects).toBe(2)
    expect(prepare(sheet(house(4, 4)), { layers: 'merged' }).report.objects).toBe(0)
  })
})
