import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { multiply, parseTransform } from '../../../../src/vector/matrix'
import { readSvg } from '../../../../src/vector/read/read'
import { each, gradientsOf, leftOutOf, picture } from './picture'

const stops = '<stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/>'
const written = '<stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/>'
const rect = '<rect x="10" y="20" width="40" height="20" fill="url(#g)"/>'

const linear = (attributes: string, inside = stops) =>
  `<linearGradient id="g" ${attributes}>${inside}</linearGradient>${rect}`
const radial = (attributes: string, inside = stops) =>
  `<radialGradient id="g" ${attributes}>${inside}</radialGradient>${rect}`

describe('linear gradients', () => {
  it.each([
    ['', 'x1="10" y1="20" x2="50" y2="20"'],
    ['x2="0" y2="1"', 'x1="10" y1="20" x2="10" y2="40"'],
    ['x1="25%" x2=".75"', 'x1="20" y1="20" x2="40" y2="20"'],
    // In a box twice as wide as high, the lines of equal color tilt.
    ['y2="1"', 'x1="10" y1="20" x2="26" y2="52"'],
    ['gradientTransform="rotate(90)"', 'x1="10" y1="20" x2="10" y2="40"'],
    ['gradientUnits="userSpaceOnUse"', 'x1="0" y1="0" x2="100" y2="0"'],
    ['gradientUnits="userSpaceOnUse" x1="10%" x2="1in" y2="5"', 'x1="10" y1="0" x2="96" y2="5"'],
    [
      'gradientUnits="userSpaceOnUse" x2="9" gradientTransform="translate(1 2)"',
      'x1="1" y1="2" x2="10" y2="2"',
    ],
  ])('%s', (attributes, ends) => {
    expect(gradientsOf(linear(attributes))).toEqual([`<linearGradient ${ends}>${written}</linearGradient>`])
    expect(leftOutOf(linear(attributes))).toEqual({})
  })

  it.each([
    ['x1=".3" x2=".3"', stops, '#0000ff'],
    ['', '<stop offset=".4" stop-color="#0f0"/>', '#00ff00'],
  ])('is one color with %s %s', (attributes, inside, color) => {
    expect(each('fill', linear(attributes, inside))).toEqual([color])
    expect(gradientsOf(linear(attributes, inside))).toEqual([])
  })

  it('paints nothing without stops', () => {
    expect(each('fill', `<path d="M0 0H1"/>${linear('', '')}`)).toHaveLength(1)
    expect(leftOutOf(linear('', ''))).toEqual({})
  })

  it('takes the fallback on a box without an area', () => {
    const content = `<linearGradient id="g">${stops}</linearGradient><path d="M0 5H9" stroke="url(#g) red"/>`
    expect(each('stroke', content)).toEqual(['#ff0000'])
  })

  it('takes the box of the curve, not of its controls', () => {
    const content = `<linearGradient id="g">${stops}</linearGradient><path d="M10 0C-10 20 50 20 30 0Z" fill="url(#g)"/>`
    const [least, most] = exact(10, -10, 50, 30)
    expect(readSvg(picture(content)).drawing.shapes[0]?.fill).toMatchObject({
      x1: expect.closeTo(least, 6),
      x2: expect.closeTo(most, 6),
    })
  })

  it('counts other spreads and draws them as pad', () => {
    expect(leftOutOf(linear('spreadMethod="reflect"'))).toEqual({ 'spread-method': 1 })
    expect(gradientsOf(linear('spreadMethod="repeat"'))).toEqual(gradientsOf(linear('')))
  })
})

/** Least and most of a cubic, by brute force. */
function exact(p0: number, p1: number, p2: number, p3: number): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i <= 1e6; i += 1) {
    const t = i / 1e6
    const u = 1 - t
    const value = u ** 3 * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t ** 3 * p3
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return [least, most]
}

describe('radial gradients', () => {
  it.each([
    ['', 'cx="0.5" cy="0.5" r="0.5" gradientTransform="matrix(40 0 0 20 10 20)"'],
    [
      'cx="10%" r="1" fy=".25"',
      'cx="0.1" cy="0.5" r="1" fx="0.1" fy="0.25" gradientTransform="matrix(40 0 0 20 10 20)"',
    ],
    ['gradientUnits="userSpaceOnUse"', 'cx="50" cy="50" r="50"'],
    ['gradientUnits="userSpaceOnUse" cx="1" cy="2" r="3" fx="2"', 'cx="1" cy="2" r="3" fx="2" fy="2"'],
    [
      'gradientUnits="userSpaceOnUse" cx="1" cy="2" r="3" gradientTransform="scale(2 1)"',
      'cx="1" cy="2" r="3" gradientTransform="matrix(2 0 0 1 0 0)"',
    ],
  ])('%s', (attributes, circle) => {
    expect(gradientsOf(radial(attributes))).toEqual([`<radialGradient ${circle}>${written}</radialGradient>`])
    expect(leftOutOf(radial(attributes))).toEqual({})
  })

  it('is the last color with a radius of nothing', () => {
    expect(each('fill', radial('r="0"'))).toEqual(['#0000ff'])
  })

  it('counts a focus with a radius', () => {
    expect(leftOutOf(radial('fr=".1"'))).toEqual({ 'radial-focus': 1 })
  })

  it('maps its space as the shape’s transforms do', () => {
    const number = fc.integer({ min: -99, max: 99 }).map((n) => n / 16)
    const matrix = fc.tuple(number, number, number, number, number, number)
    fc.assert(
      fc.property(matrix, matrix, (outer, inner) => {
        fc.pre(outer[0] * outer[3] !== outer[1] * outer[2] && inner[0] * inner[3] !== inner[1] * inner[2])
        const content = `<radialGradient id="g" gradientUnits="userSpaceOnUse" gradientTransform="matrix(${inner})">${stops}</radialGradient>
          <path transform="matrix(${outer})" d="M0 0H1V1Z" fill="url(#g)"/>`
        const expected = multiply(
          parseTransform(`matrix(${outer})`) ?? expect.fail(),
          parseTransform(`matrix(${inner})`) ?? expect.fail(),
        )
        expect(readSvg(picture(content)).drawing.shapes[0]?.fill).toMatchObject({ matrix: expected })
      }),
    )
  })
})

describe('stops', () => {
  const only = (inside: string) => gradientsOf(linear('', inside))[0]?.replace(/<.?linear.*?>/g, '')

  it.each([
    [
      '<stop/><stop offset="1"/>',
      '<stop offset="0" stop-color="#000000"/><stop offset="1" stop-color="#000000"/>',
    ],
    [
      '<stop offset="50%" stop-color="red"/><stop offset=".2" stop-color="blue"/><stop offset="7"/>',
      '<stop offset="0.5" stop-color="#ff0000"/><stop offset="0.5" stop-color="#0000ff"/><stop offset="1" stop-color="#000000"/>',
    ],
    [
      '<stop stop-color="#f008" stop-opacity=".5"/><stop offset="-1" stop-opacity="0"/>',
      '<stop offset="0" stop-color="#ff0000" stop-opacity="0.2667"/><stop offset="0" stop-color="#000000" stop-opacity="0"/>',
    ],
    [
      '<stop style="stop-color:red;stop-opacity:50%"/><stop offset="1" color="lime" stop-color="currentColor"/>',
      '<stop offset="0" stop-color="#ff0000" stop-opacity="0.5"/><stop offset="1" stop-color="#00ff00"/>',
    ],
  ])('%s', (inside, expected) => {
    expect(only(inside)).toBe(expected)
  })

  it('follow style rules, and color from around the gradient', () => {
    const content = `<style>.s{stop-color:red}</style><g color="blue"><linearGradient id="g"><stop class="s"/><stop offset="1"
      stop-color="currentColor"/></linearGradient></g><g color="lime">${rect}</g>`
    expect(gradientsOf(content)[0]).toContain(written)
  })
})

describe('chains of gradients', () => {
  it('take over each attribute and the stops from the next that has them', () => {
    const content = `<linearGradient id="g" href="#b" x2="0"/><linearGradient id="b" xlink:href="#c" y2="1" x2=".5"/>
      <radialGradient id="c" gradientUnits="userSpaceOnUse" r="4">${stops}</radialGradient>${rect}`
    expect(gradientsOf(content)).toEqual([
      `<linearGradient x1="0" y1="0" x2="0" y2="1">${written}</linearGradient>`,
    ])
  })

  it.each([
    ['itself', '<linearGradient id="g" href="#g"/>'],
    ['one another', '<linearGradient id="g" href="#b"/><linearGradient id="b" href="#g"/>'],
    ['nothing', '<linearGradient id="g" href="#nothing"/>'],
    ['what is no gradient', '<linearGradient id="g" href="#r"/><rect id="r"/>'],
  ])('end where they refer to %s', (_name, defs) => {
    expect(each('fill', `<path d="M0 0H1"/>${defs}${rect}`)).toHaveLength(1)
  })

  it('end after sixteen', () => {
    const links = Array.from({ length: 40 }, (_, i) => `<linearGradient id="${i || 'g'}" href="#${i + 1}"/>`)
    const last = (at: number) =>
      links.map((link, i) => (i === at ? `<linearGradient id="${i}">${stops}</linearGradient>` : link))
    expect(gradientsOf(last(15).join('') + rect)).toHaveLength(1)
    expect(each('fill', `<path d="M0 0H1"/>${last(16).join('')}${rect}`)).toHaveLength(1)
  })

  it('count what lies outside of the document', () => {
    expect(leftOutOf(`<linearGradient id="g" href="x.svg#a">${stops}</linearGradient>${rect}`)).toEqual({
      'external-reference': 1,
    })
  })
})
