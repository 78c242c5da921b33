import { describe, expect, it } from 'vitest'
import { each, leftOutOf, pathsOf } from './picture'

const path = (attributes: string) => `<path d="M0 0H9" fill="none" stroke="#123456" ${attributes}/>`

describe('strokes', () => {
  it.each([
    ['', 'stroke="#123456" stroke-width="1"'],
    ['stroke-width="2.5"', 'stroke-width="2.5"'],
    ['stroke-width="5%"', 'stroke-width="5"'],
    ['stroke-width="1pt"', 'stroke-width="1.33"'],
    ['stroke-width="-3"', 'stroke-width="1"'],
    ['stroke-opacity=".5" opacity=".5"', 'stroke-opacity="0.25"'],
    ['stroke-linecap="round" stroke-linejoin="bevel"', 'stroke-linecap="round" stroke-linejoin="bevel"'],
    ['stroke-miterlimit="7"', 'stroke-miterlimit="7"'],
    ['stroke-dasharray="4,2"', 'stroke-dasharray="4 2"'],
    ['stroke-dasharray="4 2 1px"', 'stroke-dasharray="4 2 1 4 2 1"'],
    ['stroke-dasharray="10%"', 'stroke-dasharray="10 10"'],
    [
      'stroke-width="2" stroke-dasharray="3" transform="scale(2)rotate(30)"',
      'stroke-width="4" stroke-dasharray="6 6"',
    ],
    ['stroke-width="2" transform="matrix(0 3 3 0 0 0)"', 'stroke-width="6"'],
    ['stroke-width="2" transform="scale(2 8)" vector-effect="non-scaling-stroke"', 'stroke-width="2"'],
    ['style="stroke-width:3px"', 'stroke-width="3"'],
  ])('%s', (attributes, written) => {
    expect(pathsOf(path(attributes))[0]).toContain(written)
    expect(leftOutOf(path(attributes))).toEqual({})
  })

  it.each(['none', '0 0', '4 -1', '4 x', ''])('draws a whole line for a dasharray of "%s"', (dashes) => {
    expect(pathsOf(path(`stroke-dasharray="${dashes}"`))[0]).not.toContain('dash')
  })

  it.each([
    'stroke="red" stroke-width="0"',
    'stroke="red" stroke-opacity="0"',
    'stroke="transparent"',
    'stroke="none"',
  ])('draws no line with %s', (attributes) => {
    expect(each('stroke', `<path d="M0 0H9V9" ${attributes}/>`)).toEqual([undefined])
  })

  it.each([
    ['stroke-width="2" transform="scale(1 4)"', 'uneven-stroke', 'stroke-width="4"'],
    ['stroke-width="2" transform="skewX(30)"', 'uneven-stroke', 'stroke-width="2"'],
    ['stroke-dasharray="4" stroke-dashoffset="2"', 'stroke-dashoffset', 'stroke-dasharray="4 4"'],
    ['stroke-dasharray="4" pathLength="10"', 'path-length', 'stroke-dasharray="4 4"'],
    ['stroke-dasharray=".001"', 'stroke-dasharray', 'stroke-width="1"'],
    ['marker-end="url(#m)"', 'marker', 'stroke-width="1"'],
  ])('%s is counted as %s', (attributes, kind, written) => {
    expect(pathsOf(path(attributes))[0]).toContain(written)
    expect(leftOutOf(path(attributes))).toEqual({ [kind]: 1 })
  })

  it('takes a dash offset without dashes for nothing', () => {
    expect(leftOutOf(path('stroke-dashoffset="2"'))).toEqual({})
  })

  it('inherits each property of a line', () => {
    const [written] = pathsOf(
      `<g stroke="red" stroke-width="4" stroke-linecap="square" stroke-opacity=".5" stroke-dasharray="1 2"><path d="M0 0H9"
        stroke="inherit"/></g>`,
    )
    expect(written).toContain(
      'stroke="#ff0000" stroke-width="4" stroke-opacity="0.5" stroke-linecap="square" stroke-dasharray="1 2"',
    )
  })

  it('draws the line first where paint-order says so', () => {
    const shape = '<path d="M0 0H9V9" fill="red" stroke="blue" paint-order="stroke fill"/>'
    expect(each('fill', shape)).toEqual(['none', '#ff0000'])
    expect(each('stroke', shape)).toEqual(['#0000ff', undefined])
  })
})
