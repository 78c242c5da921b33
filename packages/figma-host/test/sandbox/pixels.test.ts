import { readdirSync, readFileSync } from 'node:fs'
import pixelmatch from 'pixelmatch'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/browser/launch'
import { renderSvgs } from '../../src/browser/render-svgs'
import type { Editor } from '../../src/editor'
import { run, type Stage } from './harness'

/** The side of two images that are compared, in px. */
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

/** Renders the first layer in the host, with nothing around it. */
function drawing(editor: Editor): string {
  const { width, height } = editor.snapshot().layers[0] ?? { width: 0, height: 0 }
  return editor.renderSvg({ x: 0, y: 0, width, height })
}

/** Returns the share of the pixels that differ, 0 to 1. */
function difference(a: Buffer, b: Buffer): number {
  const [one, two] = [PNG.sync.read(a), PNG.sync.read(b)]
  return pixelmatch(one.data, two.data, undefined, SIDE, SIDE, { threshold: 0.1 }) / SIDE ** 2
}

const FIXTURES = new URL('../fixtures/imported/', import.meta.url)

/** Everything that Figma is recorded to import. */
const CONSTRUCTS = readdirSync(FIXTURES).map((file) => ({
  name: file.replace('.svg', '').replaceAll('-', ' '),
  source: readFileSync(new URL(file, FIXTURES), 'utf8').trim(),
}))

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 200 200">${content}</svg>`
/** 2 by 1 px, red and blue. */
const PNG_BASE64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR42mP4zwAE/wEHAAH/PX2MSQAAAABJRU5ErkJggg=='
const solid = (hex: string) => `fills = [figma.util.solidPaint('${hex}')]`

/** Code that a plugin runs on a page, and the expected 200 × 200 px. */
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
  [
    'an image fills a layer: as large as it covers it, or stretched, and is cut by its outline',
    `const { hash } = figma.createImage(figma.base64Decode('${PNG_BASE64}'))
     const image = (scaleMode, more) => ({ type: 'IMAGE', imageHash: hash, scaleMode, ...more })
     const covered = figma.createEllipse(); covered.resize(100, 100); covered.fills = [image('FILL')]
     const stretched = figma.createRectangle(); stretched.x = 100; stretched.resize(100, 200)
     stretched.fills = [image('CROP', { imageTransform: [[1, 0, 0], [0, 1, 0]], opacity: 0.5 })]`,
    `<clipPath id="c"><circle cx="50" cy="50" r="50"/></clipPath>
     <image width="200" height="100" x="-50" clip-path="url(#c)" href="data:image/png;base64,${PNG_BASE64}"/>
     <image x="100" width="100" height="200" preserveAspectRatio="none" opacity=".5" href="data:image/png;base64,${PNG_BASE64}"/>`,
  ],
]

describe('on the canvas it looks the same:', () => {
  const differences = new Map<string, number>()

  // All in one page of the browser, because opening one takes longer than rendering.
  beforeAll(async () => {
    const pairs: [name: string, wanted: string, drawn: string][] = []
    for (const { name, source } of CONSTRUCTS) {
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

  it.each([...CONSTRUCTS.map(({ name }) => name), ...BUILT.map(([name]) => name)])('%s', (name) => {
    expect(differences.get(name)).toBeLessThan(0.001)
  })
})
