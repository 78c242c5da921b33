import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS, VectorError } from '../../../../src/vector/errors'
import type { LayerMode } from '../../../../src/vector/layers/arrange'
import { prepare } from '../../../../src/vector/prepare'
import { readSvg } from '../../../../src/vector/read/read'
import { violations } from '../../../support/safe-subset'
import { picture } from './picture'

const path = '<path d="M0 0H9V9Z"/>'
const times = (count: number, piece: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join('')

/** Returns the error's code, or what is counted. Rethrows any error other than VectorError. */
function outcome(text: string): string | Record<string, number> {
  try {
    return readSvg(text).leftOut
  } catch (error) {
    if (error instanceof VectorError) return error.code
    throw error
  }
}

/** In ms. Unbounded work takes minutes; bounded work takes a second on a quiet machine. */
const HANGS = 60_000

describe('a malicious picture', () => {
  const long = 'x '.repeat(500_000)
  const doubling = (leaf: string) =>
    `<defs><g id="a0">${leaf}</g>${times(15, (i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`)}</defs><use href="#a15"/>`
  const used = (definition: string) => `<defs>${definition}</defs>${'<use href="#p"/>'.repeat(9000)}`
  const clipped = (inside: string) =>
    `<clipPath id="c">${inside}</clipPath>${'<path clip-path="url(#c)" d="M0 0H1"/>'.repeat(19_000)}`
  const styled = (css: string, count = 1) => `<style>${css}</style>${path.repeat(count)}`
  const nested = (tag: string, count: number, inside = '') =>
    `<${tag}>`.repeat(count) + inside + `</${tag}>`.repeat(count)

  it.each(
    Object.entries<() => string>({
      'use that multiplies shapes': () => doubling(path),
      'use that multiplies nothing': () => doubling(''),
      'use of a long broken path': () => used(`<path id="p" d="M0 0 ${long}"/>`),
      'use of a long broken style': () => used(`<g id="p" style="${long}"/>`),
      'use of a symbol with many children': () => used(`<symbol id="p">${'<g/>'.repeat(90_000)}</symbol>`),
      'use of a switch with many children': () =>
        used(`<switch id="p">${'<g requiredExtensions=""/>'.repeat(90_000)}</switch>`),
      'clips with one long path': () => clipped(`<path d="M0 0 ${long}"/>`),
      'clips with many children': () => clipped('<rect/>'.repeat(90_000)),
      'rules times elements': () =>
        `<style>${times(9000, (i) => `.a${i}{fill:red;stroke:red}`)}</style>${`<g class="${times(9000, (i) => `a${i} `)}">${path}</g>`.repeat(20)}`,
      'rules times selectors': () =>
        styled(`${times(60_000, (i) => `.a${i},`)}.b{${'fill:red;'.repeat(60_000)}}`),
      'stops times shapes': () =>
        `<linearGradient id="g">${'<stop/>'.repeat(50_000)}</linearGradient>${'<rect width="1" height="1" fill="url(#g)"/>'.repeat(15_000)}`,
      'dashes times shapes': () =>
        `<g stroke="red" stroke-dasharray="${'0 '.repeat(100_000)}">${path.repeat(15_000)}</g>`,
      'selectors that look at everything, for everything': () =>
        styled(':has(path ~ path):not(:has(g)) ~ * ~ * ~ path{fill:red}', 15_000),
      'variables that double at every step': () =>
        `<g style="--a0:1px 1px;${times(60, (i) => `--a${i + 1}:var(--a${i}) var(--a${i});`)}"><path fill="var(--a60)" d="M0 0H9"/></g>`,
      'nested rules that double at every step': () =>
        styled(`${times(60, (i) => `.a${i},&amp;.b${i}{`)}fill:red${'}'.repeat(60)}`),
      'runs of declarations times selectors': () =>
        styled(`a${',a'.repeat(5000)}{${'fill:red;b{}'.repeat(5000)}}`),
      'variables without a value in a long text': () =>
        styled(`path{fill:var(--a) ${'x '.repeat(10_000)}}`, 5000),
      'a long value times elements': () => styled(`path{stroke-dasharray:${'1 '.repeat(20_000)}}`, 5000),
      'layers within each other': () => styled(`@layer ${'a.'.repeat(50_000)}b{path{fill:red}}`),
      'points beyond the cap': () => `<polygon points="${'1 '.repeat(2_100_000)}"/>`,
      'patterns, masks and markers within one another': () =>
        `${['mask', 'pattern', 'marker']
          .map((tag) =>
            times(
              60,
              (i) =>
                `<${tag} id="${tag}${i}" width="9" height="9">${`<path d="M0 0H9V9" stroke="red" mask="url(#mask${i + 1})" fill="url(#pattern${i + 1})" marker-start="url(#marker${i + 1})"/>`.repeat(9)}</${tag}>`,
            ),
          )
          .join('')}<path d="M0 0H9V9" mask="url(#mask0)"/>`,
      'nested svg': () => nested('svg', 70, path),
      'nested groups': () => nested('g', 100, path),
      'use within deep groups': () =>
        `<defs>${times(4, (i) => `<g id="a${i}">${nested('g', 30, `<use href="#a${i + 1}"/>`)}</g>`)}</defs><use href="#a0"/>${path}`,
      'elements beyond the cap': () => `<defs>${'<g/>'.repeat(600_000)}</defs>${path}`,
      'elements nested beyond the cap': () => '<g>'.repeat(500_000),
      'shapes beyond the cap': () => path.repeat(LIMITS.shapes + 1),
      'segments beyond the cap': () => `<path d="M0 0${'l1 1'.repeat(1_000_001)}"/>`,
      'a text beyond the cap': () => ' '.repeat(LIMITS.length + 1),
    }),
  )('is refused as too large: %s', { timeout: HANGS }, (_name, content) => {
    expect(outcome(picture(content()))).toBe('too-large')
  })

  it('is refused if an entity multiplies a text', { timeout: HANGS }, () => {
    const text = picture(`<text>${'&a;'.repeat(100)}</text>`)
    expect(outcome(`<!DOCTYPE svg [<!ENTITY a "${long}">]>${text}`)).toBe('too-large')
  })

  it('is refused if a comment is never closed', { timeout: HANGS }, () => {
    expect(outcome('<!--'.repeat(1_000_000))).toBe('not-svg')
  })

  it.each(
    Object.entries<() => string>({
      'a long chain of variables': () =>
        `<g style="${times(20_000, (i) => `--a${i}:var(--a${i + 1}, red);`)}"><path fill="var(--a0)" d="M0 0H9"/></g>`,
      'a place among thousands of siblings': () =>
        styled('path:nth-child(2n):nth-last-of-type(3n):not(:last-child){fill:red}', 15_000),
      'nested rules that begin as declarations do': () => styled(`g{${'a:b{}'.repeat(50_000)}}`),
      'numbers without end': () =>
        `<path d="M0 0H9V9" style="fill:${'1'.repeat(10_000)};stroke-width:${'1'.repeat(10_000)} 1em"/>`,
      'rules in great number': () => styled(times(20_000, (i) => `g .a${i}{fill:red}`)),
      'elements nested in style': () => `<style>${nested('g', 100)}</style>${path}`,
      'many elements at a great depth': () =>
        `<defs>${nested('g', 100, '<g/>'.repeat(400_000))}</defs>${path}`,
      'definitions nested deeply': () =>
        `<defs>${nested('g', 100)}</defs><path fill="url(#x) red" d="M0 0H1"/>`,
      'attributes in great number': () => `<path ${times(50_000, (i) => `a${i}="1" `)} d="M0 0H9"/>`,
      'declarations in great number': () => `<path style="${'fill:red;'.repeat(100_000)}" d="M0 0H9V9"/>`,
      'open parentheses and quotes': () =>
        `<path style="fill:${'('.repeat(500_000)}" d="M0 0H9V9"/>${styled('/*"('.repeat(500_000))}`,
      'long chains of gradients': () =>
        `${times(90_000, (i) => `<linearGradient id="g${i}" href="#g${i + 1}"/>`)}${times(9000, (i) => `<path fill="url(#g${i})" d="M0 0H1"/>`)}${path}`,
      'transforms in great number': () => `<g transform="${'scale(1)'.repeat(300_000)}">${path}</g>`,
      'a great font': () => `<g style="font-size:1e300em"><rect width=".01em" height="1"/></g>${path}`,
      'percent of nothing': () =>
        `<svg viewBox="0 0 1 1" width="0%"><rect width="1%" height="1%"/></svg>${path}`,
    }),
  )('is read: %s', { timeout: HANGS }, (_name, content) => {
    expect(outcome(picture(content()))).toEqual({})
  })

  it.each(
    Object.entries<() => [string, Record<string, number>]>({
      'braces that never close': () => [styled('{a:'.repeat(200_000)), { 'css-rule': 1 }],
      'pseudo-classes within each other': () => [styled(':not('.repeat(100_000)), { 'css-rule': 1 }],
      'colors within each other': () => [
        `<path fill="${'color-mix(in srgb,red,'.repeat(50)}" d="M0 0H9V9"/><path fill="${'light-dark('.repeat(100_000)}" d="M0 0H9"/>`,
        { paint: 2 },
      ],
      'long numbers': () => [
        `<circle r="${'1'.repeat(1_000_000)}"/><path stroke-width="${'1'.repeat(1_000_000)}x" fill="rgb(${'1'.repeat(1_000_000)}" d="M0 0H1"/>${path}`,
        { paint: 1 },
      ],
      'a great scale': () => [
        `<g transform="scale(1e200)"><g transform="scale(1e200)">${path}</g></g>${path}`,
        { 'out-of-reach': 1 },
      ],
      'a great line': () => [
        `<path d="M0 0H9" stroke="red" stroke-width="1e300"/>${path}`,
        { 'out-of-reach': 1 },
      ],
      'a great gradient': () => [
        `<linearGradient id="g" x2="1e308" gradientTransform="scale(1e300)"><stop/><stop/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`,
        { linearGradient: 1 },
      ],
    }),
  )('is read, except for what is counted: %s', { timeout: HANGS }, (_name, build) => {
    const [content, leftOut] = build()
    expect(outcome(picture(content))).toEqual(leftOut)
  })

  it('can use one symbol thousands of times', () => {
    const content = `<symbol id="s"><path d="${'M0 0L1 1'.repeat(20)}"/></symbol>${times(10_000, (i) => `<use href="#s" x="${i % 100}"/>`)}`
    expect(readSvg(picture(content)).drawing.shapes).toHaveLength(10_000)
  })

  it('has consistent caps', () => {
    expect(LIMITS.uses * 2).toBeLessThanOrEqual(LIMITS.depth)
  })
})

describe('random documents', () => {
  const oneOf = (list: string, separator = ' ') => fc.constantFrom(...list.split(separator))
  const name = oneOf(
    `g path rect circle ellipse line polygon use symbol svg defs clipPath a linearGradient radialGradient stop style text switch
    marker animate x:y __proto__`.replace(/\s+/g, ' '),
  )
  const attribute = oneOf(
    `id href xlink:href d points x y width height r cx rx fill stroke class stroke-width stroke-dasharray opacity transform viewBox
    preserveAspectRatio style x1 x2 gradientUnits gradientTransform offset stop-color clip-path mask fx overflow paint-order
    vector-effect color visibility display __proto__ constructor stroke-miterlimit`.replace(/\s+/g, ' '),
  )
  const value = fc.oneof(
    oneOf('a|#a|#b|b|url(#a)|url(#b) red|M0 0H9V9A1 2 3 0 1 5 5Z|1,2 3,4 5 6|10|50%|-1|0', '|'),
    oneOf(
      '1e308|1e30|1e-30|NaN|inherit|initial|none|hidden|userSpaceOnUse|scale(2)|rotate(3 4 5)|matrix(',
      '|',
    ),
    oneOf('0 0 9 9|0 0 0 0|xMinYMax slice|fill:red;stroke:url(#a)|currentColor|stroke|1 2 3|red', '|'),
    fc.string({ maxLength: 12 }),
  )
  const css = oneOf(
    '.a{fill:red}|#a,g{stroke:blue;opacity:.5}|*{fill:url(#a)|@media{.a{}}|a b{fill:red}|}{;:/*',
    '|',
  )
  const attributes = fc
    .uniqueArray(fc.tuple(attribute, value), { selector: ([key]) => key, maxLength: 6 })
    .map((list) => list.map(([key, text]) => ` ${key}="${text.replace(/[<>"]/g, '')}"`).join(''))
  /** Elements that draw something if the rest allows it, each with a random attribute. */
  const drawn = oneOf(
    '<path d="M0 0C9 9 5 9 3 3Z"|<rect width="9" height="5" rx="50%"|<circle r="7" stroke="url(#a)"|<use href="#b"|' +
      '<path id="b" d="M1 1H5" stroke="red" stroke-width="3" stroke-dasharray="1 2"|<line x2="5" stroke="#abc8"',
    '|',
  )
  const gradient = fc.constantFrom(
    '<linearGradient id="a" x2="50%"><stop/><stop offset=".5" stop-color="red"/></linearGradient>',
    '<radialGradient id="a" gradientTransform="rotate(20)"><stop/><stop offset=".5" stop-color="red"/></radialGradient>',
    '<symbol id="b" viewBox="0 0 9 5"><path d="M0 0H9V9"/></symbol>',
  )
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(name, attributes).map(([tag, own]) => `<${tag}${own}/>`),
      fc
        .tuple(drawn, attribute, value)
        .map(([start, key, text]) =>
          start.includes(` ${key}=`) ? `${start}/>` : `${start} ${key}="${text.replace(/[<>"]/g, '')}"/>`,
        ),
      gradient,
      css.map((text) => `<style>${text}</style>`),
      fc
        .tuple(name, attributes, fc.array(tie('element'), { maxLength: 4 }))
        .map(([tag, own, children]) => `<${tag}${own}>${children.join('')}</${tag}>`),
    ),
  }))

  const mode = fc.constantFrom<LayerMode>('as-drawn', 'grouped', 'merged', 'objects')
  /** In a color of the documents, so that there are holes to cut. */
  const ground = '<rect width="100%" height="100%" fill="red"/>'

  it('result in the safe subset or a clear error, with holes cut', () => {
    fc.assert(
      fc.property(attributes, fc.array(element, { maxLength: 6 }), mode, (own, content, layers) => {
        const text = picture(`${ground}<g${own}>${content.join('')}</g>${path}`)
        if (typeof outcome(text) === 'string') return
        const { svg, forCanvas } = prepare(text, { layers, holes: 'cut' })
        expect(violations(forCanvas?.svg ?? svg)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('do not change when prepared again', () => {
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 6 }), (content) => {
        const text = picture(content.join('') + path)
        if (typeof outcome(text) === 'string') return
        const { svg, report } = prepare(text, { layers: 'as-drawn' })
        fc.pre(report.shapesIn > 0)
        // What is rounded to nothing is gone the second time.
        fc.pre(!/(width|opacity)="0"/.test(svg))
        expect(outcome(svg)).toEqual({})
        expect(readSvg(svg).drawing.shapes.length).toBe(report.shapesIn)
      }),
      { numRuns: 500 },
    )
  })
})
