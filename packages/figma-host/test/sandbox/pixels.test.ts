import pixelmatch from 'pixelmatch'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/browser/launch'
import { renderSvgs } from '../../src/browser/render-svgs'
import type { Editor } from '../../src/editor'
import { run, type Stage } from './harness'

/** The side of two drawings that are compared, in px. */
const SIDE = 512

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** Imports an SVG text through a plugin. */
function imported(svg: string): Promise<Stage> {
  return run('figma.createNodeFromSvg(__html__)', { html: svg })
}

/** The first layer as the host draws it, without anything around it. */
function drawing(editor: Editor): string {
  const { width, height } = editor.snapshot().layers[0] ?? { width: 0, height: 0 }
  return editor.renderSvg({ x: 0, y: 0, width, height })
}

/** Share of the pixels that differ, 0 to 1. */
function difference(a: Buffer, b: Buffer): number {
  const [one, two] = [PNG.sync.read(a), PNG.sync.read(b)]
  return pixelmatch(one.data, two.data, undefined, SIDE, SIDE, { threshold: 0.1 }) / SIDE ** 2
}

const svg = (content: string, attributes = 'width="200" height="200" viewBox="0 0 200 200"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`
const leaf = 'M20 180C20 60 60 20 180 20C180 140 140 180 20 180Z'
const stops =
  '<stop offset="0.1" stop-color="#d00"/><stop offset="60%" stop-color="#fd0" stop-opacity="0.5"/><stop offset="1" stop-color="#03c"/>'

/** Drawings of all that Figma is recorded to import. */
const CONSTRUCTS: readonly (readonly [name: string, source: string])[] = [
  [
    'curves and arcs',
    svg(
      '<path fill="#264653" d="M10 100a90 40 30 1 0 90-80zM120 20q30 60 60 0t0 90s-40 60-60 20v-20h-10z"/>',
    ),
  ],
  [
    'shapes',
    svg(
      '<g fill="#e76f51"><circle cx="40" cy="40" r="35"/><ellipse cx="140" cy="40" rx="50" ry="20"/><rect x="10" y="90" width="80" height="60" rx="20" ry="10"/><polygon points="120,90 190,120 130,190"/></g><polyline points="10,190 60,160 100,195" fill="#2a9d8f"/>',
    ),
  ],
  [
    'nested transforms',
    svg(
      `<g transform="translate(100 100) scale(.6 -.8)"><g transform="rotate(30) skewX(15)"><path transform="matrix(1 .2 0 1 -100 -100)" fill="#e9c46a" d="${leaf}"/></g></g>`,
    ),
  ],
  [
    'winding rules',
    svg(
      '<path fill-rule="evenodd" fill="#1d3557" d="M10 10H190V190H10ZM50 50H150V150H50Z"/><path fill="#e63946" d="M60 60H140V140H60ZM80 80H120V120H80Z"/>',
    ),
  ],
  [
    'strokes',
    svg(
      `<g fill="none" stroke="#457b9d"><path stroke-width="12" stroke-linejoin="round" d="M20 20L100 60L20 100"/><path stroke-width="12" stroke-linejoin="miter" stroke-linecap="square" d="M120 20L180 60L120 100"/><path stroke-width="8" stroke-linecap="round" stroke-dasharray="1 14 8" d="M20 150C80 100 120 200 180 150"/><path stroke-width="6" stroke-linejoin="bevel" stroke-miterlimit="1" d="M20 190l20-20l20 20" stroke-opacity=".5"/></g>`,
    ),
  ],
  [
    'opacity of groups and paints',
    svg(
      '<g opacity=".5"><circle fill="#f00" cx="80" cy="100" r="60"/><circle fill="#00f" fill-opacity=".6" cx="120" cy="100" r="60"/></g><path opacity=".3" stroke="#000" stroke-width="20" fill="#0f0" d="M80 80h60v60h-60z"/>',
    ),
  ],
  [
    'linear gradients',
    svg(
      `<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="30" y1="20" x2="150" y2="170">${stops}</linearGradient><linearGradient id="b" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1" y2="0" gradientTransform="matrix(100 40 -30 50 60 60)">${stops}</linearGradient></defs><path fill="url(#a)" d="${leaf}"/><path fill="none" stroke="url(#b)" stroke-width="20" d="M30 30L170 170"/>`,
    ),
  ],
  [
    'radial gradients',
    svg(
      `<defs><radialGradient id="a" gradientUnits="userSpaceOnUse" cx="90" cy="110" r="90">${stops}</radialGradient><radialGradient id="b" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="translate(150 60) rotate(30) scale(60 20)">${stops}</radialGradient></defs><path fill="url(#a)" d="${leaf}"/><path fill="url(#b)" fill-opacity=".8" d="M100 20h90v90h-90z"/>`,
    ),
  ],
  [
    'gradients under an uneven scale',
    svg(
      `<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="30" y1="20" x2="150" y2="170">${stops}</linearGradient></defs><path fill="url(#a)" d="${leaf}"/>`,
      'width="200" height="200" viewBox="0 40 200 120" preserveAspectRatio="none"',
    ),
  ],
  [
    'clip paths',
    svg(
      `<defs><clipPath id="a"><circle cx="100" cy="100" r="70"/></clipPath><clipPath id="b"><path d="M0 0H90V200H0Z"/><path d="M110 0H200V200H110Z"/></clipPath></defs><g clip-path="url(#b)"><g clip-path="url(#a)" transform="translate(10 0)"><path fill="#6a4c93" d="M0 0H200V200H0Z"/><path fill="#ffca3a" d="${leaf}"/></g></g><path fill="#8ac926" clip-path="url(#a)" d="M0 90H200V110H0Z"/>`,
    ),
  ],
  [
    'a picture in the middle of its frame',
    svg(`<path fill="#333" d="${leaf}"/>`, 'width="200" height="200" viewBox="20 60 160 80"'),
  ],
  [
    'a picture that is cut to its frame',
    svg(
      `<path fill="#333" d="${leaf}"/>`,
      'width="200" height="200" viewBox="20 60 160 80" preserveAspectRatio="xMaxYMin slice"',
    ),
  ],
]

const solid = (hex: string) => `fills = [figma.util.solidPaint('${hex}')]`

/** What a plugin builds on a page, and how 200 × 200 px of it look. */
const BUILT: readonly (readonly [name: string, code: string, expected: string])[] = [
  [
    'a frame cuts off what sticks out, round corners too',
    `const frame = figma.createFrame(); frame.resize(200, 200); frame.topLeftRadius = 60; frame.bottomRightRadius = 30
     const child = figma.createRectangle(); frame.appendChild(child); child.x = -50; child.y = -20; child.resize(150, 150); frame.x = 10; frame.y = 10; frame.resizeWithoutConstraints(180, 180); child.${solid('#ff0000')}`,
    `<clipPath id="c"><path d="M60 0H180V150A30 30 0 0 1 150 180H0V60A60 60 0 0 1 60 0Z"/></clipPath>
     <g transform="translate(10 10)" clip-path="url(#c)"><rect width="180" height="180" fill="#fff"/><rect x="-50" y="-20" width="150" height="150" fill="#f00"/></g>`,
  ],
  [
    'strokes inside, on and outside of the edge',
    `['INSIDE', 'CENTER', 'OUTSIDE'].forEach((align, at) => { const node = figma.createRectangle(); node.x = 20; node.y = 20 + at * 60; node.resize(160, 30)
       node.fills = []; node.strokes = [figma.util.solidPaint('#0000ff')]; node.strokeWeight = 8; node.strokeAlign = align })`,
    `<g fill="none" stroke="#00f" stroke-width="8"><rect x="24" y="24" width="152" height="22"/><rect x="20" y="80" width="160" height="30"/><rect x="16" y="136" width="168" height="38"/></g>`,
  ],
  [
    'turned layers in turned frames, behind others and half transparent',
    `const frame = figma.createFrame(); frame.x = 100; frame.rotation = -45; frame.clipsContent = false; frame.${solid('#00ff00')}
     const child = figma.createRectangle(); frame.appendChild(child); child.x = 50; child.rotation = 30; child.opacity = 0.5; child.${solid('#000000')}`,
    `<g transform="translate(100 0) rotate(45)"><rect width="100" height="100" fill="#0f0"/><rect transform="translate(50 0) rotate(-30)" width="100" height="100" fill-opacity=".5"/></g>`,
  ],
  [
    'masks hide what follows them, not what is hidden itself',
    `const back = figma.createRectangle(); back.${solid('#ffff00')}; back.resize(200, 60)
     const mask = figma.createRectangle(); mask.x = 50; mask.isMask = true; mask.opacity = 0.5
     const front = figma.createRectangle(); front.resize(200, 200); front.${solid('#ff0000')}
     const hidden = figma.createRectangle(); hidden.visible = false
     figma.group([back, mask, front, hidden], figma.currentPage)`,
    '<rect width="200" height="60" fill="#ff0"/><rect x="50" width="100" height="100" fill="#f00" fill-opacity=".5"/>',
  ],
  [
    'several paints lie on each other and are blended, hidden ones do not show',
    `const back = figma.createRectangle(); back.resize(100, 200); back.fills = [figma.util.solidPaint('#ffff00')]
     const node = figma.createRectangle(); node.resize(200, 200); node.blendMode = 'MULTIPLY'
     node.fills = [figma.util.solidPaint('#ff0000'), figma.util.solidPaint('#0000ff', { opacity: 0.5 }), figma.util.solidPaint('#ffffff', { visible: false })]`,
    '<rect width="200" height="200" fill="#800080"/><rect width="100" height="200" fill="#800000"/>',
  ],
]

describe('on the canvas it looks the same:', () => {
  const differences = new Map<string, number>()

  // All in one page of the browser, which takes longer to open than to draw.
  beforeAll(async () => {
    const pairs: [name: string, wanted: string, drawn: string][] = []
    for (const [name, source] of CONSTRUCTS) {
      const { editor, faults } = await imported(source)
      expect(faults(), name).toEqual([])
      pairs.push([name, source, drawing(editor)])
    }
    for (const [name, code, expected] of BUILT) {
      const { editor } = await run(code)
      pairs.push([name, svg(expected), editor.renderSvg({ x: 0, y: 0, width: 200, height: 200 })])
    }
    const size = { width: SIDE, height: SIDE }
    const pictures = await renderSvgs(
      browser,
      pairs.flatMap(([, wanted, drawn]) => [wanted, drawn]),
      size,
    )
    for (const [at, [name]] of pairs.entries()) {
      const [a, b] = [pictures[2 * at], pictures[2 * at + 1]]
      if (a && b) differences.set(name, difference(a, b))
    }
  })

  it.each([...CONSTRUCTS, ...BUILT].map(([name]) => name))('%s', (name) => {
    expect(differences.get(name)).toBeLessThan(0.001)
  })
})
