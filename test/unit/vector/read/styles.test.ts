import { describe, expect, it } from 'vitest'
import { each, gradientsOf, leftOutOf, pathsOf } from './picture'

const square = (attributes = '') => `<path d="M0 0H9V9" ${attributes}/>`
/** The fill of a path behind two rectangles in a group. */
const fillOf = (css: string, attributes = '') =>
  each(
    'fill',
    `<style><![CDATA[${css}]]></style><g><rect class="x"/><rect class="y"/>${square(attributes)}</g>`,
  )[0]

describe('style rules', () => {
  it.each([
    ['a class over a type', '.a{fill:red} path{fill:blue}', 'class="a"'],
    ['an id over a class', '#i{fill:red} .a{fill:blue}', 'class="a" id="i"'],
    ['the later of two', '.b{fill:blue} .a{fill:red}', 'class="a b"'],
    ['what is important', '.a{fill:red !important} #i{fill:blue}', 'class="a" id="i" style="fill:green"'],
    ['the style attribute', '#i{fill:blue}', 'id="i" style="fill:red"'],
    [
      'the style attribute where both are important',
      '#i{fill:blue!important}',
      'id="i" style="fill:red!important"',
    ],
    ['past comments', '/* } */.a{/*;*/fill:red;/* { */}/*', 'class="a"'],
    ['past braces in quotes', '.b{font:"}"} .a{fill:red}', 'class="a"'],
    ['past a broken rule', ';.b{fill:blue} .a{fill:red}', 'class="a"'],
    ['what comes before a syntax error', '.a{fill:red;fill:nothing}', 'class="a"'],
    ['what is not', 'path:not(.b, #c){fill:red}', 'class="a"'],
    [':where() without weight', ':where(#i){fill:blue} path{fill:red}', 'id="i"'],
    ['the place among siblings', 'g path:last-child:nth-child(3){fill:red}', ''],
    ['the namespace of SVG', '@namespace s url(http://www.w3.org/2000/svg); s|path{fill:red}', ''],
    ['names with escapes', '.a\\:b{fill:red}', 'class="a:b"'],
    ['nested rules', 'g{.a{fill:red} & .a.b{fill:blue}}', 'class="a"'],
    ['a medium that is a screen', '@media screen and (min-width:50px){.a{fill:red}}', 'class="a"'],
    [
      'layers, the last of which is the strongest',
      '@layer x{#i.a{fill:blue}} @layer y{.a{fill:red}}',
      'class="a" id="i"',
    ],
    ['what is in no layer before all layers', '.a{fill:red} @layer x{#i.a{fill:blue}}', 'class="a" id="i"'],
    [
      'what is important in the first layer',
      '@layer x{.a{fill:red!important}} @layer y{.a{fill:blue!important}}',
      'class="a"',
    ],
  ])('follows %s', (_name, css, attributes) => {
    expect(fillOf(css, attributes)).toBe('#ff0000')
  })

  it.each([
    ['a class of another case', '.A{fill:red}', 'class="a"'],
    ['a class of another element', '.b{fill:red}', 'class="a"'],
    ['a part of a class', '.a{fill:red}', 'class="ab a-b"'],
  ])('does not follow %s', (_name, css, attributes) => {
    expect(fillOf(css, attributes)).toBe('#000000')
  })

  const INVALID =
    '.a, :made-up|.1|path:nth-child(x)|path:hover|path:visited|path::before|path!|> path|g >|.a*|g >, path|[class!=x]|x$path|$path'

  it.each(INVALID.split('|').map((selector) => selector.replace('$', '|')))(
    'ignores the rule with %s like browsers, and counts nothing as lost',
    (selector) => {
      expect(fillOf(`${selector}{fill:red}`, 'class="a"')).toBe('#000000')
      expect(leftOutOf(`<style><![CDATA[${selector}{fill:red}]]></style>`)).toEqual({})
    },
  )

  it.each([
    '@media print{.a{fill:red}}',
    '@media (prefers-color-scheme:dark){.a{fill:red}}',
    '@media (min-width:101px){.a{fill:red}}',
    '@import url(http://example.com/x.css);',
    '@import "a;b";',
    '@font-face{font-family:x;src:url(x)}',
    '@keyframes x{from{fill:red}}',
    '@supports (made-up:1){.a{fill:red}}',
    '@container (width > 1px){.a{fill:red}}',
    'text .a{font:12px serif}',
  ])('%s changes nothing, and nothing is counted as lost', (css) => {
    expect(fillOf(css, 'class="a"')).toBe('#000000')
    expect(leftOutOf(`<style><![CDATA[${css}]]></style>`)).toEqual({})
  })

  it.each(['@scope (svg){.a{fill:red}}', 'path:nth-child(1 of .a){fill:red}', '[*|href]{fill:red}'])(
    'counts %s, which browsers support',
    (css) => {
      expect(leftOutOf(`<style>${css}</style>`)).toEqual({ 'css-rule': 1 })
    },
  )

  it('checks the type and media attributes of a style element', () => {
    expect(each('fill', `<style type="text/less">path{fill:red}</style>${square()}`)).toEqual(['#000000'])
    expect(each('fill', `<style media="screen">path{fill:red}</style>${square()}`)).toEqual(['#ff0000'])
    expect(each('fill', `<style media="print">path{fill:red}</style>${square()}`)).toEqual(['#000000'])
  })

  it('reads style elements anywhere in the document, in order', () => {
    const content = `<defs><style><![CDATA[.a{fill:blue}]]></style></defs>${square('class="a"')}<g><style>.a{fill:red}</style></g>`
    expect(each('fill', content)).toEqual(['#ff0000'])
  })

  it.each([
    ['fill:red', '#ff0000'],
    ['fill : red !important ; ; x', '#ff0000'],
    ['fill:url("#a;b") red;', '#ff0000'],
    ['fill:blue;fill:red', '#ff0000'],
    ['fill:red !important;fill:blue', '#ff0000'],
    ['/* fill:blue */fill:red', '#ff0000'],
    ['fill-rule:evenodd', '#123456'],
    ['fill:', '#123456'],
    ['fill:inherit', '#00ff00'],
    ['fill:initial', '#000000'],
  ])('reads the style attribute "%s"', (style, fill) => {
    const content = `<g fill="#0f0">${square(`fill="#123456" style='${style}'`)}</g>`
    expect(each('fill', content)).toEqual([fill])
  })

  it('keeps inherited values if a value is invalid', () => {
    const errorReports =
      'visibility="x" fill-opacity="x" fill-rule="x" stroke-width="x" stroke-linecap="x" color="x"'
    expect(pathsOf(`<g fill-rule="evenodd" fill-opacity=".5">${square(errorReports)}</g>`)).toEqual([
      'd="M0 0L9 0L9 9" fill="#000000" fill-opacity="0.5" fill-rule="evenodd"',
    ])
  })

  it('distinguishes inherited and other properties', () => {
    const content = `<g style="fill:red;opacity:.5;visibility:hidden">${square('visibility="visible"')}${square()}</g>`
    expect(each('fill', content)).toEqual(['#ff0000'])
    expect(each('fill-opacity', content)).toEqual(['0.5'])
  })

  it('accepts lengths without a unit in a style attribute, but not in a style sheet', () => {
    const rect = '<rect width="9" height="9" style="x:3"/><rect class="a" width="9" height="9"/>'
    expect(each('d', `<style>.a{x:3}</style>${rect}`)).toEqual(['M3 0L12 0L12 9L3 9Z', 'M0 0L9 0L9 9L0 9Z'])
  })
})

describe('custom properties', () => {
  const fillWith = (root: string, own: string) => each('fill', `<g style="${root}">${square(own)}</g>`)[0]
  it.each([
    ['what is set around it', '--a:red', 'fill="var(--a)"'],
    ['what is set on itself', '--a:blue', 'style="--a:red;fill:var(--a)"'],
    ['one by way of another', '--a:var(--b);--b:red', 'fill="var(--a)"'],
    ['a fallback', '', 'fill="var(--a, red)"'],
    ['a fallback within a fallback', '', 'style="fill:var(--a, var(--b, red))"'],
    ['a part of a color', '--h:0', 'fill="hsl(var(--h) 100% 50%)"'],
    ['the nearest', '--a:red', 'style="--A:blue;fill:VAR(--a)"'],
    ['what is around a slip', 'fill:red;--a:12px', 'style="fill:var(--a)" fill="blue"'],
    ['what is around what refers to itself', 'fill:red;--a:var(--b);--b:var(--a)', 'fill="var(--a)"'],
  ])('give %s', (_name, root, own) => {
    expect(fillWith(root, own)).toBe('#ff0000')
    expect(leftOutOf(`<g style="${root}">${square(own)}</g>`)).toEqual({})
  })
})

describe('CSS-wide keywords', () => {
  const stops = (own: string, around = '') =>
    `<linearGradient id="a" ${around}><stop ${own}/><stop offset="1"/></linearGradient>${square('fill="url(#a)"')}`

  it('inherit takes the parent’s value, also for stops', () => {
    expect(gradientsOf(stops('stop-color="inherit"', 'stop-color="red"'))[0]).toContain(
      'stop-color="#ff0000"',
    )
    expect(gradientsOf(stops('stop-opacity="inherit"', 'stop-opacity=".5"'))[0]).toContain(
      'stop-opacity="0.5"',
    )
    const content = `<g opacity=".5" display="inline">${square('opacity="inherit" display="inherit"')}</g>`
    expect(each('fill-opacity', content)).toEqual(['0.25'])
    const lines = `<g stroke="red" stroke-width="3">${square('stroke-width="inherit" stroke=" INHERIT "')}</g>`
    expect(each('stroke-width', lines)).toEqual(['3'])
  })

  it.each(['initial', 'unset', 'revert'])(
    '%s is the initial value for properties that are not inherited',
    (word) => {
      expect(gradientsOf(stops(`stop-color="${word}"`, 'stop-color="red"'))[0]).toContain(
        'stop-color="#000000"',
      )
      expect(each('fill-opacity', square(`opacity="${word}"`))).toEqual([undefined])
    },
  )

  it.each(['unset', 'revert', 'revert-layer'])(
    '%s is the parent’s value for inherited properties',
    (word) => {
      expect(each('fill', `<g fill="red">${square(`fill="${word}"`)}</g>`)).toEqual(['#ff0000'])
    },
  )
})
