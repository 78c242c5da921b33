import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, type LayerMode } from '../../../../src/vector/layers/arrange'
import { readSvg } from '../../../../src/vector/read/read'
import { writeLayers } from '../../../../src/vector/write/write'
import { breaches } from '../../../support/safe-subset'
import { anyDrawing, drawingOf, polygons, shapeOf, solid, strokeOf } from '../layers/drawings'
import { plain } from '../read/plain'

const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']
const write = (drawing: Parameters<typeof arrange>[0], mode: LayerMode) => {
  const layers = arrange(drawing, mode)
  const { width, height } = drawing
  return { layers, svg: writeLayers({ width, height, layers }, { idPrefix: 'a-' }).svg }
}

describe('writeLayers', () => {
  it('can be read back without loss in every mode', () => {
    fc.assert(
      fc.property(anyDrawing, fc.constantFrom(...MODES), (drawing, mode) => {
        const { layers, svg } = write(drawing, mode)
        const { drawing: read, leftOut } = readSvg(svg)
        const { width, height } = drawing
        expect(leftOut).toEqual({})
        expect(breaches(svg)).toEqual([])
        expect(plain(read)).toEqual(plain({ width, height, shapes: layers.flatMap(({ shapes }) => shapes) }))
        expect([read.width, read.height]).toEqual([width, height])
      }),
    )
  })

  it('writes names as ids, and several shapes as a group', () => {
    const shapes = [0, 1].map((x) => shapeOf(polygons([x, 0, x + 5, 0, x, 5]), solid('#000000')))
    const layers = [
      { name: '“A” & <b>', shapes, count: 2 },
      { name: 'One', shapes: shapes.slice(1), count: 1 },
    ]
    const { svg } = writeLayers({ width: 9, height: 9, layers }, { idPrefix: '' })
    expect(breaches(svg)).toEqual([])
    expect(svg).toMatch(
      /<g id="“A” &#38; &#60;b&#62;"><path id="Shape 1" .*<path id="Shape 2" .*<\/g><path id="One"/,
    )
  })

  it('keeps every attribute of a stroke', () => {
    const stroke = { ...strokeOf('#123456', 1.25), cap: 'round', dashes: [3, 0.5], opacity: 0.25 } as const
    const shape = shapeOf(polygons([0, 0, 5, 0, 0, 5]), null, { stroke })
    const { svg, layers } = write(drawingOf([shape]), 'merged')
    expect(readSvg(svg).drawing.shapes).toEqual(layers[0]?.shapes)
  })
})

describe('breaches', () => {
  const path = (attributes: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path fill="#000000" ${attributes}/></svg>`

  it.each([
    ['nothing', 'id="a" d="M0 0H9Z"', 0],
    ['no id', 'd="M0 0H9Z"', 1],
    ['an empty id', 'id=" " d="M0 0H9Z"', 1],
    ['no data', 'id="a"', 1],
    ['an exponent', 'id="a" d="M0 0H9e1Z"', 1],
  ])('finds %s', (_name, attributes, count) => {
    expect(breaches(path(attributes))).toHaveLength(count)
  })
})
