import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAYOUTS, scene } from '../../../../bench/vector/objects/scenes'
import { scoreOf } from '../../../../bench/vector/objects/score'
import type { Drawing } from '../../../../src/vector/drawing'
import { arrange } from '../../../../src/vector/layers/arrange'
import { arrangeObjects } from '../../../../src/vector/objects/arrange-objects'
import { findObjects } from '../../../../src/vector/objects/find-objects'
import { pick, withoutObjects } from '../../../../src/vector/pick'
import { prepare } from '../../../../src/vector/prepare'
import { readSvg } from '../../../../src/vector/read/read'
import { applyBackground } from '../../../../src/vector/steps/background'
import { readWritten } from '../../../../src/vector/written'
import { violations } from '../../../support/safe-subset'
import { anyDrawing } from '../layers/drawings'
import { sample } from '../layers/point-sampler'

const anyScene = fc
  .record({
    layout: fc.constantFrom(...LAYOUTS),
    seed: fc.integer({ min: 100, max: 999 }),
    traced: fc.boolean(),
  })
  .map(({ layout, seed, traced }) => scene(layout, seed, traced))

/** Returns the layers in mode `objects`; those of `merged` if there are none. */
function arranged(drawing: Drawing, background = -1) {
  const layers = arrangeObjects(drawing, { background })
  return typeof layers === 'string' ? arrange(drawing, 'merged', background) : layers
}

const sheet = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><path d="M0 0h100v100h-100z" fill="#ffffff"/>${content}</svg>`
const namesIn = (content: string) =>
  prepare(sheet(content), { layers: 'objects' }).report.layers.map(({ name }) => name)
const square = (x: number, y: number, size: number, color: string) =>
  `<path d="M${x} ${y}h${size}v${size}h${-size}z" fill="${color}"/>`
const house = (x: number, y: number) =>
  `<path d="M${x} ${y + 8}h16v12h-16z" fill="#b03020"/><path d="M${x} ${y + 8}l8 -8l8 8z" fill="#203080"/><path d="M${x + 5} ${y + 12}h5v8h-5z" fill="#f0e080"/>`

describe('mode objects', () => {
  it('puts each shape of a scene in one group, whose shapes are consecutive in the paint order', () => {
    fc.assert(
      fc.property(anyScene, ({ svg, truth }) => {
        const { drawing, index } = applyBackground(readSvg(svg).drawing, 'keep')
        const layers = arranged(drawing, index)
        // Some may be hidden by others.
        expect(layers.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(truth.length)
        expect(new Set(layers.map(({ name }) => name)).size).toBe(layers.length)
        expect(layers[0]).toMatchObject({ name: 'Background', count: 1 })
        const again = arranged(structuredClone(drawing), index)
        expect(again).toEqual(layers)
      }),
      { numRuns: 12 },
    )
  })

  it('does not change the appearance of any drawing', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const layers = arranged(drawing)
        expect(layers.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(drawing.shapes.length)
        expect(sample(layers.flatMap(({ shapes }) => shapes))).toEqual(sample(drawing.shapes))
        const objects = findObjects(drawing, -1)
        if (typeof objects === 'string') return
        expect(objects.objectOf).toHaveLength(drawing.shapes.length)
        expect(objects.objectOf.every((object) => object >= 0 && object < objects.count)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('finds nearly all objects of a scattered scene', () => {
    const { found, objects, groups } = scoreOf(scene('scatter', 7, true))
    expect(found).toBeGreaterThanOrEqual(objects - 1)
    expect(groups).toBeLessThanOrEqual(objects + 1)
  })

  it('numbers equal objects at the same place', () => {
    const red = (at: number) => square(at, at, 6, '#b03020')
    expect(namesIn(red(2) + red(24) + house(70, 2)).sort()).toEqual([
      'Background',
      'Red shape, top left',
      'Red shape, top left (2)',
      'Red shape, top right',
    ])
  })

  it('makes an object of one shape a layer, and one of several a group', () => {
    const { svg } = prepare(sheet(`${house(4, 4)}<path d="M70 70h20v20h-20z" fill="#208040"/>`), {
      layers: 'objects',
    })
    expect(svg.match(/<g /g)).toHaveLength(1)
    expect(svg).toMatch(/<path id="Green shape, bottom right"/)
  })

  it('makes a word one object, with its letters as layers', () => {
    const letters = [10, 20, 30, 40].map((x) => `<path d="M${x} 40h6v10h-6z" fill="#101010"/>`).join('')
    const { svg, objects } = prepare(sheet(`${letters}${house(70, 2)}`), { layers: 'objects' })
    expect(objects).toHaveLength(3)
    expect(svg.match(/fill="#101010"/g)).toHaveLength(4)
  })

  it('puts parts of several shapes into nested groups, one level deep', () => {
    const windowAt = (x: number) =>
      ['#203080', '#90c0f0', '#f0f0ff', '#405060']
        .map((color, i) => square(x + i, 40 + i, 16 - 4 * i, color))
        .join('')
    const { svg } = prepare(
      sheet(`<path d="M5 30h60v60h-60z" fill="#b03020"/>${windowAt(10)}${windowAt(40)}${house(80, 2)}`),
      { layers: 'objects' },
    )
    const groups = svg.match(/<\/?g\b/g)?.join('')
    expect(groups).toBe('<g<g</g<g</g</g<g</g')
    expect(svg).toMatch(/<g id="Navy part">.*<g id="Navy part \(2\)">/)
  })

  it('collects loose details in one group', () => {
    const specks = [10, 30, 50, 70].map((x) => square(x, 85, 1, '#f0e080')).join('')
    expect(namesIn(house(4, 4) + house(80, 8) + specks)).toContain('Details')
  })

  it.each([
    ['A cottage on a hill', ['Cottage']],
    ['two red cottages in the snow', ['Red cottage 1', 'Red cottage 2']],
    ['Two cottages and two ponds', []],
    ['three cottages', []],
    ['a cottage and a barn', []],
    ['A seamless pattern', []],
    ['cottages', []],
  ])('takes names from the prompt only if the meaning is certain: %s', (prompt, named) => {
    const large =
      prompt.includes('two') || prompt.includes('Two')
        ? house(4, 4)
        : `<path d="M4 4h60v70h-60z" fill="#b03020"/>`
    const { objects } = prepare(sheet(large + house(80, 78)), { layers: 'objects', prompt })
    expect(objects.map(({ name }) => name).filter((name) => !/shape|Background/.test(name))).toEqual(named)
  })

  it('says why there are no objects', () => {
    const why = (content: string) => prepare(sheet(content), { layers: 'objects' }).report.noObjects
    const stripes = Array.from({ length: 30 }, (_, i) => `M${4 + 3 * i} 2h1v96h-1z`).join('')
    expect(why(square(20, 20, 50, '#b03020'))).toBe('single')
    expect(why(`<path d="${stripes}" fill="#000000"/>`)).toBe('lines')
    const dots = Array.from({ length: 400 }, (_, i) =>
      square(2 + 5 * (i % 19), 2 + 4.5 * Math.floor(i / 19), 2, i % 2 ? '#b03020' : '#2030b0'),
    )
    expect(why(dots.join(''))).toBe('texture')
    expect(why(house(4, 4) + house(80, 78))).toBeNull()
  })

  it('lists its objects with their bounds, and writes the picture without some of them', () => {
    fc.assert(
      fc.property(anyScene, fc.array(fc.nat(20), { maxLength: 4 }), ({ svg }, without) => {
        const prepared = prepare(svg, { layers: 'objects' })
        const { objects, report } = prepared
        const entries = objects.flatMap((object) => object.entries)
        expect(entries.sort((a, b) => a - b)).toEqual(report.layers.map((_, i) => i))
        for (const { bounds, name } of objects) {
          expect(prepared.svg).toContain(`id="${name}"`)
          expect(bounds.left).toBeLessThan(bounds.right)
          expect(bounds.bottom).toBeLessThanOrEqual(prepared.height)
        }
        const rest = withoutObjects(prepared, new Set(without))
        expect(violations(rest)).toEqual([])
        const gone = new Set(without.flatMap((index) => objects[index]?.entries ?? []))
        expect(readWritten(rest).entries).toEqual(
          readWritten(prepared.svg).entries.filter((_, entry) => !gone.has(entry)),
        )
      }),
      { numRuns: 8 },
    )
  })

  it('has no fill for the frame, and no steps after the import, if the objects for them were taken out', () => {
    const blended = '<path style="mix-blend-mode:multiply" d="M66 66h30v30h-30z" fill="#203080"/>'
    const prepared = prepare(sheet(house(4, 4) + house(4, 60) + blended), {
      layers: 'objects',
      background: 'frame',
    })
    const at = (name: RegExp) => prepared.objects.findIndex((object) => name.test(object.name))
    expect(prepared.objects[0]).toMatchObject({ name: 'Background', isScenery: true, entries: [0] })
    const withoutHouse = pick(prepared, new Set([at(/top left/)]))
    expect(withoutHouse.frameFill).toBe(true)
    expect(withoutHouse.forCanvas?.finish).toEqual(prepared.forCanvas?.finish)
    const rest = pick(prepared, new Set([0, at(/^Details$/)]))
    expect(rest.frameFill).toBe(false)
    expect(prepared.forCanvas?.finish).toHaveLength(1)
    expect(rest.forCanvas?.finish).toEqual([])
    expect(rest.forCanvas?.svg).toBe(rest.svg)
    expect(withoutObjects(prepared, new Set())).toBe(prepared.svg)
  })

  it('reports how many objects it found, without the background', () => {
    const { report } = prepare(sheet(house(4, 4) + house(80, 78)), { layers: 'objects' })
    expect(report.objects).toBe(2)
    const framed = prepare(sheet(house(4, 4) + house(80, 78)), { layers: 'objects', background: 'frame' })
    expect(framed.report.objects).toBe(2)
    expect(prepare(sheet(house(4, 4)), { layers: 'merged' }).report.objects).toBe(0)
  })
})
