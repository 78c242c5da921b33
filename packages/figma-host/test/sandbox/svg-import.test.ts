import { describe, expect, it } from 'vitest'
import type { LayerSnapshot } from '../../src/editor'
import { evaluate, run } from './harness'

const SVG = (content: string, attributes = 'width="100" height="100" viewBox="0 0 100 100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`
const SQUARE = '<path fill="#ff0000" d="M10 10H30V30H10Z"/>'

/** Imports an SVG text. Returns the parts of a snapshot that show it, and the faults. */
async function imported(svg: string) {
  const { editor, faults } = await run('figma.createNodeFromSvg(__html__)', { html: svg })
  const [layer] = editor.snapshot().layers
  editor.dispose()
  return { layer, faults: faults() }
}

/** Returns layers as an outline: `TYPE name (children)`. */
function outline({ type, name, children }: LayerSnapshot): string {
  return `${type} ${name}${children.length > 0 ? ` (${children.map(outline).join(', ')})` : ''}`
}

async function outlineOf(svg: string): Promise<string> {
  const { layer, faults } = await imported(svg)
  expect(faults).toEqual([])
  return layer ? outline(layer) : 'nothing'
}

/** Returns properties of the first vector of an import, as the plugin sees them. */
async function vector(svg: string, properties: string): Promise<unknown> {
  return evaluate(
    `const node = figma.createNodeFromSvg(__html__).findOne((node) => node.type === 'VECTOR'); return ${properties}`,
    { html: svg },
  )
}

describe('createNodeFromSvg', () => {
  it('creates a frame at (0, 0) of the current page, in front and not selected', async () => {
    expect(
      await evaluate(
        `
          figma.createRectangle()
          const frame = figma.createNodeFromSvg(__html__)
          return [frame.type, frame.name, frame.x, frame.y, frame.width, frame.height, frame.parent === figma.currentPage,
            figma.currentPage.children[1] === frame, figma.currentPage.selection.length]
        `,
        { html: SVG(SQUARE, 'width="40" height="20" viewBox="0 0 80 40"') },
      ),
    ).toEqual(['FRAME', 'Frame', 0, 0, 40, 20, true, true, 0])
  })

  it('creates a group for each g and a vector for each shape, named by their ids', async () => {
    expect(
      await outlineOf(
        SVG(
          `<g id="tree"><g><path id="leaf" d="M0 0H1V1Z"/></g><circle cx="5" cy="5" r="2"/></g>
           <rect x="1" y="1" width="3" height="3"/><ellipse cx="5" cy="5" rx="2" ry="1"/><line x1="0" y1="0" x2="3" y2="3"/>
           <polygon points="0,0 1,0 1,1"/><polyline points="0 0 1 0 1 1"/><g id="empty"><g/></g>`,
          'id="picture" width="10" height="10" viewBox="0 0 10 10"',
        ),
      ),
    ).toBe(
      'FRAME picture (GROUP tree (GROUP Group (VECTOR leaf), VECTOR Vector), VECTOR Vector, VECTOR Vector, VECTOR Vector, VECTOR Vector, VECTOR Vector)',
    )
  })

  it('creates a group if the root has neither a size nor a viewBox', async () => {
    expect(await outlineOf(SVG(SQUARE, ''))).toBe('GROUP Group (VECTOR Vector)')
  })

  it('sets properties of the frame that a plugin has to change', async () => {
    expect(
      await evaluate(
        'const frame = figma.createNodeFromSvg(__html__); return [frame.fills, frame.clipsContent]',
        { html: SVG(SQUARE) },
      ),
    ).toEqual([[], false])
  })

  it('puts clipped content into a group behind a mask', async () => {
    const clipped = (shapes: string) =>
      SVG(
        `<defs><clipPath id="hole">${shapes}</clipPath></defs><g id="all" clip-path="url(#hole)">${SQUARE}</g>`,
      )
    expect(await outlineOf(clipped('<path id="round" d="M0 0H20V20Z"/>'))).toBe(
      'FRAME Frame (GROUP Clip path group (VECTOR round, GROUP all (VECTOR Vector)))',
    )
    expect(await outlineOf(clipped('<path d="M0 0H20V20Z"/><path d="M20 0H40V20Z"/>'))).toBe(
      'FRAME Frame (GROUP Clip path group (GROUP hole (VECTOR Vector, VECTOR Vector), GROUP all (VECTOR Vector)))',
    )
    expect(await vector(clipped('<path d="M0 0H20V20Z"/>'), '[node.isMask, node.fills[0].color]')).toEqual([
      true,
      { r: 0, g: 0, b: 0 },
    ])
  })
})

describe('what an import keeps', () => {
  const paint = (look: object) => ({ visible: true, opacity: 1, blendMode: 'NORMAL', ...look })

  it.each([
    ['fill="#ff0000"', [paint({ type: 'SOLID', color: { r: 1, g: 0, b: 0 } })]],
    ['fill="#0F0"', [paint({ type: 'SOLID', color: { r: 0, g: 1, b: 0 } })]],
    ['fill="rgb(0,51,255)"', [paint({ type: 'SOLID', color: { r: 0, g: 0.2, b: 1 } })]],
    [
      'fill="#000" fill-opacity="0.25"',
      [paint({ type: 'SOLID', color: { r: 0, g: 0, b: 0 }, opacity: 0.25 })],
    ],
    ['', [paint({ type: 'SOLID', color: { r: 0, g: 0, b: 0 } })]],
    ['fill="none"', []],
  ])('%s', async (attributes, fills) => {
    const svg = SVG(`<path ${attributes} d="M0 0H10V10Z"/>`)
    expect((await imported(svg)).faults).toEqual([])
    expect(await vector(svg, 'node.fills')).toEqual(fills)
  })

  it('exact bounding boxes, using the extrema of curves and arcs', async () => {
    const box = '[node.x, node.y, node.width, node.height].map((v) => Math.round(v * 1e3) / 1e3)'
    expect(await vector(SVG('<path d="M0 10C0 -10 20 -10 20 10Z"/>'), box)).toEqual([0, -5, 20, 15])
    expect(await vector(SVG('<path d="M0 10Q10 -10 20 10Z"/>'), box)).toEqual([0, 0, 20, 10])
    expect(await vector(SVG('<path d="M10 20a10 10 0 1 1 20 0z"/>'), box)).toEqual([10, 10, 20, 10])
    expect(
      await vector(SVG('<g transform="translate(5 5) rotate(90)"><rect width="4" height="2"/></g>'), box),
    ).toEqual([3, 5, 2, 4])
  })
})

describe('text that is not SVG', () => {
  it.each([
    ['', 'the empty text'],
    ['hello', 'a text'],
    ['<p>hello</p>', 'another document'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'an unclosed root'],
    [SVG('<path d="M0 0" d="M1 1"/>'), 'a duplicate attribute'],
    [SVG('<path d="M0 0">'), 'an unclosed element'],
    [SVG('<path d="a & b"/>'), 'a bare ampersand'],
    [`<?xml version="1.0"?>${SVG(SQUARE)}`, 'an XML prolog'],
    [`<!DOCTYPE svg>${SVG(SQUARE)}`, 'a DOCTYPE'],
    [SVG(SQUARE, 'width="10pt" height="10pt" viewBox="0 0 10 10"'), 'a size in pt'],
  ])('throws a value that is not an Error, and creates nothing: %s', async (html) => {
    expect(
      await evaluate(
        `
          try { figma.createNodeFromSvg(__html__) } catch (error) {
            return [error, typeof error, figma.currentPage.children.length]
          }
        `,
        { html },
      ),
    ).toEqual(['in createNodeFromSvg: Failed to convert SVG file', 'string', 0])
  })

  it('throws an Error for a value that is not a string', async () => {
    expect(await evaluate('figma.createNodeFromSvg(1)')).toEqual({
      threw: expect.stringContaining('Expected string'),
    })
  })
})

describe('what Figma loses or turns black is reported as a fault', () => {
  const path = (attributes: string) => SVG(`<path ${attributes} d="M0 0H10V10Z"/>`)
  const gradient = (attributes: string, stop = 'stop-color="#fff"') =>
    SVG(
      `<defs><linearGradient id="g" x1="0" y1="0" x2="9" y2="0" ${attributes}><stop offset="0" ${stop}/><stop offset="1"/></linearGradient></defs>${'<path fill="url(#g)" d="M0 0H10V10Z"/>'}`,
    )

  it.each([
    [SVG('<style>.a { fill: red }</style><path class="a" d="M0 0H9V9Z"/>'), '<style> is lost'],
    [path('style="fill:#f00"'), 'the attribute style="fill:#f00" of <path> is lost'],
    [path('fill="currentColor"'), 'fill="currentColor" is black'],
    [path('fill="red"'), 'fill="red" is black'],
    [path('fill="hsl(1,2%,3%)"'), 'fill="hsl(1,2%,3%)" is black'],
    [path('fill="var(--a)"'), 'fill="var(--a)" is black'],
    [path('fill="oklch(1 1 1)"'), 'fill="oklch(1 1 1)" is black'],
    [path('fill="rgba(1,2,3,0.5)"'), 'fill="rgba(1,2,3,0.5)" is black'],
    [path('fill="#ff0000ff"'), 'fill="#ff0000ff" is black'],
    [path(`fill="url('#g')"`), `fill="url('#g')" is black`],
    [path('fill="url(#g)"'), 'fill="url(#g)" names nothing'],
    [path('marker-end="url(#m)"'), 'the attribute marker-end="url(#m)" of <path> is lost'],
    [path('filter="url(#f)"'), 'the attribute filter="url(#f)" of <path> is lost'],
    [path('mask="url(#f)"'), 'the attribute mask="url(#f)" of <path> is lost'],
    [path('stroke="#000" stroke-width="2px"'), 'stroke-width="2px" is not a plain number'],
    [path('stroke="#000" stroke-linejoin="arcs"'), 'stroke-linejoin="arcs" is lost'],
    [path('display="none"'), 'a hidden <path> is lost'],
    [path('transform="spin(3)"'), 'transform="spin(3)" is unreadable'],
    [SVG('<path d="M0 0L10 10 20z"/>'), 'the path data is unreadable'],
    [SVG('<text>a</text>'), '<text> is lost'],
    [SVG('<image href="a.png"/>'), '<image> is lost'],
    [SVG('<use href="#a"/>'), '<use> is lost'],
    [SVG('<foreignObject/>'), '<foreignObject> is lost'],
    [SVG('<metadata/>'), '<metadata> is lost'],
    [SVG('<defs><pattern id="p"/></defs>'), '<pattern id="p"> in <defs> is lost'],
    [gradient(''), 'does not have gradientUnits="userSpaceOnUse"'],
    [gradient('gradientUnits="userSpaceOnUse" spreadMethod="repeat"'), 'spreadMethod="repeat"'],
    [gradient('gradientUnits="userSpaceOnUse" href="#other"'), 'href="#other"'],
    [gradient('gradientUnits="userSpaceOnUse"', 'stop-color="red"'), 'stop-color="red" is black'],
    [
      gradient('gradientUnits="userSpaceOnUse"', 'style="stop-color:red"'),
      'the attribute style of <stop> is lost',
    ],
    [SVG(SQUARE, 'viewBox="0 0 10 10"'), 'the root has no numeric width and height'],
    [SVG(SQUARE, 'width="10" height="10"'), 'the root has no viewBox'],
    [SVG(SQUARE, 'width="10px" height="10px" viewBox="0 0 10 10"'), 'width="10px" is not a plain number'],
    [SVG(SQUARE).replace(/xmlns="[^"]*"/, ''), 'the root has no xmlns of SVG'],
    [
      SVG(
        '<path stroke="#000" d="M0 0H9"/>',
        'width="10" height="20" viewBox="0 0 10 10" preserveAspectRatio="none"',
      ),
      'a stroke under an uneven scale is not kept',
    ],
    [`<?xml version="1.0"?>${SVG(SQUARE)}`, 'the XML prolog breaks the import'],
    [SVG(SQUARE, 'width="10pt" height="10pt"'), 'width="10pt" breaks the import'],
  ])('%s', async (html, message) => {
    const { faults } = await run('try { figma.createNodeFromSvg(__html__) } catch {}', { html })
    expect(faults()[0]).toContain(`createNodeFromSvg: `)
    expect(faults().join()).toContain(message)
  })

  it('ignores harmless content', async () => {
    const root =
      'width="9" height="9" viewBox="0 0 9 9" version="1.1" class="a" style="display: block;" display="block"'
    expect((await imported(SVG(`<!-- a comment -->${SQUARE}`, root))).faults).toEqual([])
  })
})
