import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, type PaintMode } from '../../../../src/vector/layers/arrange'
import { readSvg } from '../../../../src/vector/read/read'
import { writeLayers } from '../../../../src/vector/write/write'
import { violations } from '../../../support/safe-subset'
import { anyDrawing, polygons, shapeOf, solid } from '../layers/drawings'
import { plain } from '../read/plain'

const MODES: readonly PaintMode[] = ['as-drawn', 'grouped', 'merged']
const write = (drawing: Parameters<typeof arrange>[0], mode: PaintMode) => {
  const layers = arrange(drawing, mode)
  const { width, height } = drawing
  return { layers, svg: writeLayers({ width, height, layers }, { idPrefix: () => 'a-' }).svg }
}

describe('writeLayers', () => {
  it('can be read back without loss in every mode', () => {
    fc.assert(
      fc.property(anyDrawing, fc.constantFrom(...MODES), (drawing, mode) => {
        const { layers, svg } = write(drawing, mode)
        const { drawing: read, leftOut } = readSvg(svg)
        const { width, height } = drawing
        expect(leftOut).toEqual({})
        expect(violations(svg)).toEqual([])
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
    const { svg } = writeLayers({ width: 9, height: 9, layers }, { idPrefix: () => '' })
    expect(violations(svg)).toEqual([])
    expect(svg).toMatch(
      /<g id="“A” &#38; &#60;b&#62;"><path id="Shape 1" .*<path id="Shape 2" .*<\/g><path id="One"/,
    )
  })
})

it('faults are found: an id or data that is missing or invalid', () => {
  const path = (attributes: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path fill="#000000" ${attributes}/></svg>`
  expect(violations(path('id="a" d="M0 0H9Z"'))).toEqual([])
  for (const wrong of ['d="M0 0H9Z"', 'id=" " d="M0 0H9Z"', 'id="a"', 'id="a" d="M0 0H9e1Z"'])
    expect(violations(path(wrong))).toHaveLength(1)
})
