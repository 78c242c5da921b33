import { describe, expect, it } from 'vitest'
import { VectorError } from '../../../../src/vector/errors'
import { readSvg } from '../../../../src/vector/read/read'
import { each, leftOutOf, picture } from './picture'
import { plain } from './plain'

const square = '<path d="M0 0H9V9Z" fill="#ff0000"/>'
const drawn = 'd="M0 0L9 0L9 9Z" fill="#ff0000"'
const svg = picture(square)
const svg11 = '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'

const pathsOf = (text: string) => plain(readSvg(text).drawing).paths
const codeOf = (text: string) => {
  try {
    return readSvg(text)
  } catch (error) {
    return error instanceof VectorError ? error.code : error
  }
}

describe('text before and after the root', () => {
  it.each([
    [
      'a prolog and a DOCTYPE',
      `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC ${svg11}>\n${svg}`,
    ],
    ['a DOCTYPE of HTML around it', `<!doctype html><body>${svg}</body>`],
    ['a DOCTYPE with signs in its quotes', `<!DOCTYPE svg SYSTEM "a>b[c" 'd>e'>${svg}`],
    ['a picture within a comment', `<!-- <svg width="1" height="1"><rect/></svg> -->${svg}`],
    ['a picture within an instruction', `<?a <svg> ?>${svg}`],
    ['a comment that holds declarations', `<!-- <!DOCTYPE svg [<!ENTITY a "b">]> -->${svg}`],
    ['a comment that never ends', `<!-- ${svg}`],
    ['a closing tag in a comment after it', `${svg}<!-- </svg> -->`],
    ['an empty internal subset', `<!DOCTYPE svg PUBLIC ${svg11} [ ]>${svg}`],
    ['another picture after it', `${svg}${picture('<path d="M1 1H5V5Z"/>')}`],
  ])('%s changes nothing', (_name, text) => {
    expect(pathsOf(text)).toEqual([drawn])
  })

  it.each([
    ['an entity elsewhere', `<!DOCTYPE svg [<!ENTITY a SYSTEM "b">]>${svg}`, 'unsafe'],
    ['a set of entities', `<!DOCTYPE svg [<!ENTITY % a "b">%a;]>${svg}`, 'unsafe'],
    ['a DOCTYPE that never ends', `<!DOCTYPE svg [<!ENTITY a "b">${svg}`, 'unsafe'],
    ['a picture that is broken off', svg.replace('</svg>', ''), 'not-svg'],
    ['a picture in a comment only', `<!-- ${svg} -->`, 'not-svg'],
    ['a DOCTYPE within the picture', svg.replace('<path', '<!DOCTYPE svg><path'), 'not-svg'],
  ])('%s is refused', (_name, text, code) => {
    expect(codeOf(text)).toBe(code)
  })
})

describe('namespaces', () => {
  const inNamespace = (content: string, declarations: string, prefix = '') =>
    `<${prefix}svg ${declarations} width="100" height="100">${content}</${prefix}svg>`
  const ns = 'http://www.w3.org/2000/svg'
  const pathWith = (prefix: string) => square.replace('<path', `<${prefix}path`)

  it.each([
    ['a prefix on every element', inNamespace(pathWith('s:'), `xmlns:s="${ns}"`, 's:')],
    ['a prefix that nobody declares', inNamespace(pathWith('svg:'), '', 'svg:')],
    ['two prefixes', inNamespace(pathWith('b:'), `xmlns:a="${ns}" xmlns:b="${ns}"`, 'a:')],
    ['a prefix on one element only', inNamespace(pathWith('s:'), `xmlns="${ns}" xmlns:s="${ns}"`)],
    [
      'a namespace that is declared further in',
      inNamespace(`<g>${pathWith('s:').replace(' d=', ` xmlns:s="${ns}" d=`)}</g>`, `xmlns="${ns}"`),
    ],
    ['no namespace at all', inNamespace(square, '')],
    [
      'a style element with a prefix',
      inNamespace(
        `<s:style>path{fill:red}</s:style>${pathWith('s:').replace('#ff0000', 'blue')}`,
        `xmlns:s="${ns}"`,
        's:',
      ),
    ],
  ])('%s is read', (_name, text) => {
    expect(pathsOf(text)).toEqual([drawn])
  })

  it('follows a reference with any prefix for XLink', () => {
    const text = inNamespace(
      `<defs><path id="a" d="M0 0H9V9Z" fill="red"/></defs><use x:href="#a"/>`,
      `xmlns="${ns}" xmlns:x="http://www.w3.org/1999/xlink"`,
    )
    expect(pathsOf(text)).toEqual([drawn])
  })

  it.each([
    ['an element with a prefix', `<x:path xmlns:x="urn:x" d="M1 1H5V5Z"/>`],
    ['an element in a default namespace', `<path xmlns="urn:x" d="M1 1H5V5Z"/>`],
    ['what is within it', `<g xmlns="urn:x"><path xmlns="${ns}" d="M1 1H5V5Z"/></g>`],
  ])('in another namespace, %s is not drawn', (_name, content) => {
    expect(pathsOf(picture(content + square))).toEqual([drawn])
    expect(leftOutOf(content)).toEqual({})
  })

  it('ignores attributes of other namespaces', () => {
    expect(each('fill', '<path xmlns:x="urn:x" x:fill="red" d="M0 0H9V9Z"/>')).toEqual(['#000000'])
  })
})

describe('conditional attributes', () => {
  const kept = (content: string) => each('d', content + square).length - 1

  it.each([
    ['systemLanguage=""', 0],
    ['systemLanguage="xx-none"', 0],
    ['systemLanguage="xx-en"', 0],
    ['systemLanguage="de, EN-us"', 1],
    ['requiredExtensions=""', 0],
    ['requiredExtensions="http://example.com/"', 0],
    ['requiredFeatures="http://example.com/"', 1],
  ])('%s draws %d', (attribute, count) => {
    expect(kept(`<path ${attribute} d="M1 1H5V5Z"/>`)).toBe(count)
    expect(kept(`<g ${attribute}><path d="M1 1H5V5Z"/></g>`)).toBe(count)
    expect(kept(`<svg ${attribute}><path d="M1 1H5V5Z"/></svg>`)).toBe(count)
    expect(kept(`<symbol id="a" ${attribute}><path d="M1 1H5V5Z"/></symbol><use href="#a"/>`)).toBe(count)
    expect(kept(`<defs><path id="a" d="M1 1H5V5Z"/></defs><use ${attribute} href="#a"/>`)).toBe(count)
    expect(leftOutOf(`<path ${attribute} d="M1 1H5V5Z"/>`)).toEqual({})
  })

  it('make a switch skip elements of other namespaces', () => {
    expect(kept('<switch><x:y xmlns:x="urn:x"/><path d="M1 1H5V5Z"/></switch>')).toBe(1)
  })
})

describe('the size of a picture', () => {
  const sizeOf = (attributes: string) => {
    const { width, height } = readSvg(picture(square, attributes)).drawing
    return [width, height]
  }
  it.each([
    ['width="400" viewBox="0 0 200 100"', 400, 200],
    ['height="400" viewBox="0 0 200 100"', 800, 400],
    ['width="400" height="50%" viewBox="0 0 200 100"', 400, 200],
    ['width="auto" height="30" viewBox="0 0 20 10"', 60, 30],
    ['viewBox="0 0 200 100"', 200, 100],
    ['width="400"', 400, 150],
    ['height="400"', 300, 400],
    ['width="400" height="30" viewBox="0 0 200 100"', 400, 30],
  ])('%s is %d by %d px', (attributes, width, height) => {
    expect(sizeOf(attributes)).toEqual([width, height])
  })
})
