import { describe, expect, it } from 'vitest'
import { prepare } from '../../../../src/vector/prepare'
import { breaches } from '../../../support/safe-subset'
import { each, leftOutOf, pathsOf, picture } from './picture'

const square = '<rect x="10" y="10" width="20" height="20"/>'

describe('what cannot be kept', () => {
  it.each([
    ['<text x="1">a<tspan>b</tspan></text>', { text: 1 }],
    ['<image href="data:image/png;base64,AAAA"/><image/>', { image: 2 }],
    ['<foreignObject><p>hi</p></foreignObject>', { foreignObject: 1 }],
    ['<script>alert(1)</script><g><script/></g>', { script: 2 }],
    ['<g><animate/><set/></g><path d="M0 0H9"><animateTransform/><title/></path>', { animation: 3 }],
    ['<made-up/><__proto__/><constructor/>', { unknown: 3 }],
    ['<g mask="url(#m)"><path d="M0 0H9"/></g><mask id="m"/>', { mask: 1 }],
    ['<path style="filter:blur(2px)" d="M0 0H9"/>', { filter: 1 }],
    ['<path style="mix-blend-mode:multiply" d="M0 0H9"/>', { 'mix-blend-mode': 1 }],
    [
      '<marker id="m"/><g marker-end="url(#m)"><path d="M0 0H9"/><rect width="9" height="9"/></g>',
      { marker: 1 },
    ],
    ['<path transform="scale(2)" transform-origin="5 5" d="M0 0H9"/>', { 'transform-origin': 1 }],
  ])('%s', (content, kinds) => {
    expect(leftOutOf(content)).toEqual(kinds)
  })

  it.each([
    '<title>a</title><desc/><metadata><x:y xmlns:x="z"/></metadata><sodipodi:namedview xmlns:sodipodi="a"/>',
    '<defs><text/><image/><made-up/></defs>',
    '<pattern id="p"><image/></pattern><mask><text/></mask><filter/><marker/><symbol><text/></symbol><clipPath/>',
    '<g display="none"><text/></g><text display="none"/><g visibility="hidden"><text/></g>',
    '<g mask="none" filter="none" clip-path="none" style="mix-blend-mode:normal">  <path d="M0 0H9"/></g>',
    '<path mask="url(#nothing)" filter="url(#nothing)" clip-path="url(#nothing)" d="M0 0H9"/>',
    '<g mask="url(#m)" opacity=".5"/><mask id="m"/>',
    '<path onclick="alert(1)" onload="x" href="javascript:alert(1)" class="x" data-a="b" d="M0 0H9"/>',
    '<a href="javascript:alert(1)"><path d="M0 0H9"/></a>',
  ])('%s loses nothing that is seen', (content) => {
    expect(leftOutOf(content)).toEqual({})
  })

  it('counts a translucent group of which the parts may overlap', () => {
    const count = (content: string) => leftOutOf(content)['group-opacity'] ?? 0
    expect(count(`<g opacity=".5">${square}${square}</g>`)).toBe(1)
    expect(count(`<g opacity=".5"><g opacity=".5">${square}</g>${square}</g>`)).toBe(1)
    expect(count(`<g opacity=".5">${square}</g>`)).toBe(0)
    expect(count(`<g opacity=".5">${square}<rect width="0"/><g display="none">${square}</g></g>`)).toBe(0)
    expect(count(`<g opacity="1">${square}${square}</g>`)).toBe(0)
    expect(count(`<g fill-opacity=".5">${square}${square}</g>`)).toBe(0)
    expect(count('<path d="M0 0H9V9Z" stroke="red" opacity=".5"/>')).toBe(1)
    expect(count(`<defs><g id="a">${square}${square}</g></defs><use href="#a" opacity=".5"/>`)).toBe(1)
  })

  it('draws the product of the opacities all the same', () => {
    expect(each('fill-opacity', `<g opacity=".5">${square}<g opacity=".5">${square}</g></g>`)).toEqual([
      '0.5',
      '0.25',
    ])
  })

  it.each([
    ['<rect width="100" height="100"/>', {}],
    ['<rect width="100%" height="100%"/>', {}],
    ['<rect x="9" y="9" width="22" height="22"/>', {}],
    ['<rect x="10" y="10" width="20" height="20"/>', {}],
    ['<rect x="11" y="10" width="20" height="20"/>', { 'clip-path': 1 }],
    ['<path d="M9 9h22v22h-22z"/>', {}],
    ['<path d="M9 9V31H31V9L9 9"/>', {}],
    ['<path d="M9 9H31V31Z"/>', { 'clip-path': 1 }],
    ['<path d="M9 9L31 31V9L9 31Z"/>', { 'clip-path': 1 }],
    ['<path d="M9 9H31V31H9Z M0 0h1v1z"/>', { 'clip-path': 1 }],
    ['<path d="M0 0C50 0 100 0 100 100V100H0Z"/>', { 'clip-path': 1 }],
    ['<path d="M-9 9h22v22h-22z" transform="translate(18)"/>', {}],
    ['<rect x="-30" y="-30" width="60" height="60" transform="rotate(45 20 20) translate(20 20)"/>', {}],
    ['<circle cx="20" cy="20" r="21"/>', {}],
    ['<circle cx="20" cy="20" r="15"/>', { 'clip-path': 1 }],
    ['<rect width="100" height="100" display="none"/>', { 'clip-path': 1 }],
    ['<rect width="100" height="100" clip-path="url(#b)"/>', { 'clip-path': 1 }],
    ['<rect width="100" height="100"/><rect/>', { 'clip-path': 1 }],
    ['', { 'clip-path': 1 }],
  ])('a clip to %s', (inside, kinds) => {
    const content = `<clipPath id="c">${inside}</clipPath><g clip-path="url('#c')">${square}</g>`
    expect(leftOutOf(content)).toEqual(kinds)
    expect(pathsOf(content)).toHaveLength(1)
  })

  it('reads the clip in the coordinates of what it clips', () => {
    const clip = (attributes: string, group: string) =>
      leftOutOf(
        `<clipPath id="c" ${attributes}><rect width="30" height="30"/></clipPath><g ${group} clip-path="url(#c)">${square}</g>`,
      )
    expect(clip('', 'transform="translate(40)"')).toEqual({})
    expect(clip('transform="translate(40)"', '')).toEqual({ 'clip-path': 1 })
    expect(clip('clipPathUnits="objectBoundingBox"', '')).toEqual({ 'clip-path': 1 })
    expect(clip('', 'stroke="red" stroke-width="4"')).toEqual({ 'clip-path': 1 })
    expect(leftOutOf(`<g style="clip-path:inset(5px)">${square}</g>`)).toEqual({ 'clip-path': 1 })
  })

  it('takes the first child of switch that is for this reader', () => {
    expect(
      pathsOf(
        `<switch><foreignObject requiredExtensions="x"/><text systemLanguage="de"/><g systemLanguage="fr, en-US">${square}</g>${square}</switch>`,
      ),
    ).toHaveLength(1)
  })

  it('draws the background of the root behind everything', () => {
    expect(each('d', square, 'viewBox="0 0 40 20" style="background:#abc"')).toEqual([
      'M0 0L40 0L40 20L0 20Z',
      'M10 10L30 10L30 30L10 30Z',
    ])
  })
})

describe('a model’s errorReports', () => {
  it.each([
    [
      'code fences and words around it',
      (svg: string) => `Sure! Here is 1 > 0:\n\`\`\`svg\n${svg}\n\`\`\`\nIs that -> fine?`,
    ],
    [
      'a BOM, a prolog, an instruction and comments',
      (svg: string) => `\uFEFF<?xml version="1.0"?><?a b?><!-- <b> -->${svg}<!-- c -->`,
    ],
    ['a missing xmlns', (svg: string) => svg.replace(/ xmlns="[^"]*"/, '')],
    [
      'a prefix that is not declared',
      (svg: string) =>
        svg.replace(/ xmlns:xlink="[^"]*"/, '').replace('<rect', '<use xlink:href="#a"/><rect'),
    ],
    [
      'bare ampersands and entities of HTML',
      (svg: string) => svg.replace('<rect', '<title>A & B &nbsp; &copy;</title><rect'),
    ],
    ['event handlers', (svg: string) => svg.replace('<svg', '<svg onload="alert(1)"')],
  ])('forgives %s', (_name, slip) => {
    const { svg, report } = prepare(slip(picture(square)))
    expect(breaches(svg)).toEqual([])
    expect(report).toMatchObject({ layersOut: 1, leftOut: {} })
  })
})
