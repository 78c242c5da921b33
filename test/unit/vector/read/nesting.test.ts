import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, IDENTITY, type Matrix, multiply, parseTransform } from '../../../../src/vector/matrix'
import { readSvg } from '../../../../src/vector/read/read'
import { each, leftOutOf, pathsOf, picture } from './picture'

const path = '<path d="M0 0H10V10Z"/>'

describe('use', () => {
  it.each([
    ['<defs><path id="a" d="M0 0H9V9Z"/></defs><use href="#a" x="1" y="2"/>', ['M1 2L10 2L10 11Z']],
    ['<use xlink:href="#a"/><defs><path id="a" d="M0 0H9V9Z"/></defs>', ['M0 0L9 0L9 9Z']],
    [
      '<use href="#a" x="10%" transform="scale(2)"/><defs><path id="a" d="M0 0H9V9Z"/></defs>',
      ['M20 0L38 0L38 18Z'],
    ],
    [
      '<defs><g id="a" transform="translate(1)"><path d="M0 0H9"/><use href="#b" x="2"/></g><path id="b" d="M0 0V9"/></defs><use href="#a"/>',
      ['M1 0L10 0', 'M3 0L3 9'],
    ],
  ])('%s', (content, paths) => {
    expect(each('d', content)).toEqual(paths)
    expect(leftOutOf(content)).toEqual({})
  })

  it('passes its paint on, and the style of what it uses wins', () => {
    const content = `<style>.x{fill:red}</style><defs><g id="a"><path class="x" d="M0 0H9"/><path d="M0 0H9"/></g></defs><use
      href="#a" fill="blue" opacity=".5"/>`
    expect(each('fill', content)).toEqual(['#ff0000', '#0000ff'])
  })

  it.each([
    ['itself', '<g id="a"><path d="M0 0H9"/><use href="#a"/></g>'],
    ['the root', '<path d="M0 0H9"/><use href="#root"/>'],
    [
      'one another',
      '<defs><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></defs><path d="M0 0H9"/><use href="#a"/>',
    ],
    ['nothing', '<path d="M0 0H9"/><use href="#zz"/><use href="#"/><use/>'],
    ['what is not drawn', '<clipPath id="a"><path d="M0 0H5"/></clipPath><path d="M0 0H9"/><use href="#a"/>'],
    ['what is hidden', '<path d="M0 0H9"/><path id="a" display="none" d="M0 0H5"/><use href="#a"/>'],
  ])('draws nothing where it refers to %s', (_name, content) => {
    expect(each('d', content, 'id="root" viewBox="0 0 9 9"')).toEqual(['M0 0L9 0'])
  })

  it('is counted where it refers to another document', () => {
    expect(leftOutOf('<use href="http://example.com/a.svg#b"/>')).toEqual({ 'external-reference': 1 })
  })

  it('goes sixteen deep, and is counted where it goes deeper', () => {
    const chain = (length: number) =>
      `<defs>${Array.from({ length }, (_, i) => `<g id="a${i}"><use href="#a${i + 1}"/></g>`).join('')}<path id="a${length}"
      d="M0 0H5"/></defs><use href="#a0"/>`
    expect(pathsOf(chain(15))).toHaveLength(1)
    expect(leftOutOf(chain(16))).toEqual({ use: 1 })
  })
})

describe('symbol and nested svg', () => {
  const symbol = (attributes: string, inside = path) => `<symbol id="s" ${attributes}>${inside}</symbol>`

  it.each([
    ['is not drawn by itself', `${symbol('')}${path}`, 'M0 0L10 0L10 10Z'],
    ['keeps its units without a viewBox', `${symbol('')}<use href="#s" x="5"/>`, 'M5 0L15 0L15 10Z'],
    [
      'fits its viewBox into the size',
      `${symbol('viewBox="0 0 10 10"')}<use href="#s" width="20" height="20"/>`,
      'M0 0L20 0L20 20Z',
    ],
    [
      'fits evenly, in the middle',
      `${symbol('viewBox="0 0 10 10"')}<use href="#s" width="40" height="20"/>`,
      'M10 0L30 0L30 20Z',
    ],
    [
      'fits as it is told',
      `${symbol('viewBox="0 0 10 10" preserveAspectRatio="none"')}<use href="#s" width="40" height="20"/>`,
      'M0 0L40 0L40 20Z',
    ],
    [
      'takes all of the view without a size',
      `${symbol('viewBox="0 0 10 10"')}<use href="#s"/>`,
      'M0 0L100 0L100 100Z',
    ],
    [
      'starts at the viewBox’s corner',
      `${symbol('viewBox="-5 -5 20 20"')}<use href="#s" width="20" height="20"/>`,
      'M5 5L15 5L15 15Z',
    ],
    [
      'is an svg as well',
      `<svg x="1" y="2" width="20" height="20" viewBox="0 0 10 10">${path}</svg>`,
      'M1 2L21 2L21 22Z',
    ],
    [
      'has percentages of the view',
      `<svg x="10%" width="50%" height="50%" viewBox="0 0 10 10">${path}</svg>`,
      'M10 0L60 0L60 50Z',
    ],
    [
      'is the view for percentages',
      '<svg width="50" height="50" viewBox="0 0 200 200"><rect width="20%" height="10%"/></svg>',
      'M0 0L10 0L10 5L0 5Z',
    ],
    [
      'takes its size from use',
      `<defs><svg id="s" width="5" height="5" viewBox="0 0 10 10">${path}</svg></defs><use href="#s" width="20" height="20"/>`,
      'M0 0L20 0L20 20Z',
    ],
  ])('%s', (_name, content, d) => {
    expect(each('d', content)).toEqual([d])
    expect(leftOutOf(content)).toEqual({})
  })

  it.each(['width="0"', 'height="-1"'])('draws nothing with %s', (attributes) => {
    expect(pathsOf(`${path}<svg ${attributes}>${path}</svg>`)).toHaveLength(1)
  })

  it('is counted as a clip only where something sticks out', () => {
    const svg = (attributes: string) => `<svg width="9" height="20" ${attributes}>${path}</svg>`
    expect(leftOutOf(svg(''))).toEqual({ 'clip-path': 1 })
    expect(leftOutOf(svg('overflow="visible"'))).toEqual({})
    expect(leftOutOf(`<svg x="95">${path}</svg>`)).toEqual({})
    expect(
      leftOutOf(`<svg width="20" height="20"><path d="M5 5H15" stroke="red" stroke-width="12"/></svg>`),
    ).toEqual({
      'clip-path': 1,
    })
  })
})

describe('random nesting', () => {
  const number = fc.integer({ min: -40, max: 40 }).map((n) => n / 8)
  const side = fc.integer({ min: 1, max: 40 })
  const level = fc.oneof(
    fc.record({
      kind: fc.constant('g' as const),
      n: fc.tuple(number, number, number, number, number, number),
    }),
    fc.record({ kind: fc.constant('use' as const), n: fc.tuple(number, number) }),
    fc.record({
      kind: fc.constant('svg' as const),
      n: fc.tuple(number, number, side, side, number, number, side, side),
    }),
  )

  it('equals the product of the matrices', () => {
    fc.assert(
      fc.property(fc.array(level, { maxLength: 6 }), (levels) => {
        let content = '<path id="p" d="M1 2L3 5L-4 7Z"/>'
        let defs = ''
        let matrix: Matrix = IDENTITY
        levels.forEach(({ kind, n }, i) => {
          const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = n
          if (kind === 'g') {
            content = `<g transform="matrix(${n})">${content}</g>`
            matrix = multiply({ a, b, c, d, e, f }, matrix)
          } else if (kind === 'use') {
            defs += `<g id="u${i}">${content}</g>`
            content = `<use href="#u${i}" x="${a}" y="${b}"/>`
            matrix = multiply({ ...IDENTITY, e: a, f: b }, matrix)
          } else {
            content = `<svg x="${a}" y="${b}" width="${c}" height="${d}" viewBox="${[e, f, g, h]}" preserveAspectRatio="none" overflow="visible">${content}</svg>`
            const fit = { a: c / g, b: 0, c: 0, d: d / h, e: a - (e * c) / g, f: b - (f * d) / h }
            matrix = multiply(fit, matrix)
          }
        })
        fc.pre(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c) > 1e-6)
        const points = [apply(matrix, 1, 2), apply(matrix, 3, 5), apply(matrix, -4, 7)].flat()
        fc.pre(points.every((value) => Math.abs(value) < 1500))
        const { shapes } = readSvg(picture(`<defs>${defs}</defs>${content}`)).drawing
        expect(shapes).toHaveLength(1)
        const coords = [...(shapes[0]?.path.coords ?? [])]
        for (const [i, value] of points.entries()) expect(coords[i]).toBeCloseTo(value, 6)
      }),
      { numRuns: 300 },
    )
  })
})

describe('transforms', () => {
  it.each([
    ['', [1, 0, 0, 1, 0, 0]],
    ['matrix(1-2.5.5 4 5 6)', [1, -2.5, 0.5, 4, 5, 6]],
    ['translate(3)', [1, 0, 0, 1, 3, 0]],
    ['translate(3-4) , scale(2)', [2, 0, 0, 2, 3, -4]],
    ['scale(2 3)translate(1,1)', [2, 0, 0, 3, 2, 3]],
    ['rotate(90)', [0, 1, -1, 0, 0, 0]],
    ['rotate(90 1 0)', [0, 1, -1, 0, 1, -1]],
    ['skewX(45)', [1, 0, 1, 1, 0, 0]],
    ['skewY(45)', [1, 1, 0, 1, 0, 0]],
    ['translate(2px, 3px) rotate(90deg)', [0, 1, -1, 0, 2, 3]],
  ])('%s', (text, expected) => {
    const { a, b, c, d, e, f } = parseTransform(text) ?? expect.fail()
    for (const [i, value] of [a, b, c, d, e, f].entries()) expect(value).toBeCloseTo(expected[i] ?? 0, 9)
  })

  it.each([
    'translate()',
    'scale(1 2 3)',
    'rotate(1 2)',
    'matrix(1 2 3)',
    'turn(1)',
    'scale(x)',
    'scale(1',
    '1',
    'scale(1e999)',
  ])('%s is none: it is counted, and the shape is drawn as without it', (text) => {
    expect(parseTransform(text)).toBeNull()
    expect(each('d', `<path transform="${text}" d="M0 0H9"/>`)).toEqual(['M0 0L9 0'])
    expect(leftOutOf(`<g transform="${text}"/>`)).toEqual({ transform: 1 })
  })

  it('multiply in the order of the list', () => {
    const one = fc.constantFrom(
      'translate(3 4)',
      'scale(2 .5)',
      'rotate(30)',
      'rotate(40 1 2)',
      'skewX(10)',
      'matrix(1 2 3 4 5 6)',
    )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), fc.array(one, { maxLength: 4 }), (first, second) => {
        const whole = parseTransform([...first, ...second].join(' ')) ?? expect.fail()
        const [a, b] = [first, second].map((list) => parseTransform(list.join(',')) ?? expect.fail())
        const product = multiply(a ?? IDENTITY, b ?? IDENTITY)
        for (const key of ['a', 'b', 'c', 'd', 'e', 'f'] as const)
          expect(whole[key]).toBeCloseTo(product[key], 6)
      }),
    )
  })
})
