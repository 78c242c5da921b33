import { describe, expect, it } from 'vitest'
import { each, leftOutOf, pathsOf } from './picture'

const square = (attributes = '') => `<path d="M0 0H9V9" ${attributes}/>`
const fillOf = (css: string, attributes = '') => each('fill', `<style>${css}</style>${square(attributes)}`)[0]

describe('style rules', () => {
  it.each([
    ['a type', 'path{fill:red}', ''],
    ['every element', '*{fill:red}', 'fill="blue"'],
    ['a class', '.a{fill:red}', 'class="b a" fill="blue"'],
    ['an id', '#i{fill:red}', 'id="i"'],
    ['a list', '.x,\n.a , .y { fill : red ; }', 'class="a"'],
    ['a class over a type', '.a{fill:red} path{fill:blue}', 'class="a"'],
    ['an id over a class', '#i{fill:red} .a{fill:blue}', 'class="a" id="i"'],
    ['the later of two', '.b{fill:blue} .a{fill:red}', 'class="a b"'],
    ['the later of two in one rule', '.a{fill:blue;fill:red}', 'class="a"'],
    ['what is important', '.a{fill:red !important} #i{fill:blue}', 'class="a" id="i" style="fill:green"'],
    ['the style attribute', '#i{fill:blue}', 'id="i" style="fill:red"'],
    [
      'the style attribute where both are important',
      '#i{fill:blue!important}',
      'id="i" style="fill:red!important"',
    ],
    ['past comments', '/* } */.a{/*;*/fill:red;/* { */}/*', 'class="a"'],
    ['past braces in quotes', '.b{font:"}"} .a{fill:red}', 'class="a"'],
    ['past a broken rule', ';.a{fill;:blue;fill:red', 'class="a"'],
    ['in any case of the property', '.a{FILL:red}', 'class="a"'],
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

  it.each([
    'g path',
    'g > path',
    'path.a',
    '.a.b',
    'path:hover',
    '[d]',
    ':root',
    'path::before',
    '.a\\:b',
    '.1',
  ])('counts the rule of %s and does not follow it', (selector) => {
    expect(fillOf(`${selector.replace('>', '&gt;')}{fill:red}`, 'class="a b"')).toBe('#000000')
    expect(leftOutOf(`<style>${selector}{fill:red}</style>`)).toEqual({ 'css-rule': 1 })
  })

  it.each([
    ['@media print{.a{fill:red}}', 1],
    ['@import url(http://example.com/x.css);', 1],
    ['@import "a;b"; @media all{.a{fill:red} .b{}}', 2],
    ['.a{.b{fill:red}}', 1],
    ['.a, g .b, .c .d{fill:none}', 2],
    ['text .a{font:12px serif}', undefined],
  ])('%s leaves %s out', (css, count) => {
    expect(leftOutOf(`<style>${css}</style>`)).toEqual(count ? { 'css-rule': count } : {})
  })

  it('looks at the kind and the medium of a sheet', () => {
    expect(each('fill', `<style type="text/less">path{fill:red}</style>${square()}`)).toEqual(['#000000'])
    expect(each('fill', `<style media="screen">path{fill:red}</style>${square()}`)).toEqual(['#ff0000'])
    expect(leftOutOf('<style media="print">path{fill:red}</style>')).toEqual({ 'css-rule': 1 })
  })

  it('reads sheets wherever they stand, one after the other', () => {
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

  it('leaves what is inherited where a value is a slip', () => {
    const slips =
      'visibility="x" fill-opacity="x" fill-rule="x" stroke-width="x" stroke-linecap="x" color="x"'
    expect(pathsOf(`<g fill-rule="evenodd" fill-opacity=".5">${square(slips)}</g>`)).toEqual([
      'd="M0 0L9 0L9 9" fill="#000000" fill-opacity="0.5" fill-rule="evenodd"',
    ])
  })

  it('knows what is inherited and what is not', () => {
    const content = `<g style="fill:red;opacity:.5;visibility:hidden">${square('visibility="visible"')}${square()}</g>`
    expect(each('fill', content)).toEqual(['#ff0000'])
    expect(each('fill-opacity', content)).toEqual(['0.5'])
  })
})
