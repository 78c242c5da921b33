import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMPLETE } from '../../src/protocol/finish'
import { launchChromium } from '../support/chromium'
import { insert, insertSuite, nodeOf } from '../support/insert-case'
import { difference, renderSvgs } from '../support/pixels'
import { preparedPicture } from '../support/prepared-picture'

const suite = insertSuite()

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 200 200">${content}</svg>`

/** 2 by 2 px: red, green, blue, yellow. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mP4z8DAAMIM////ZwAAHuwFAN4sMoUAAAAASUVORK5CYII='
const WEBP = 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='
const image = (attributes: string, data = `png;base64,${PNG}`) =>
  `<image ${attributes} href="data:image/${data}"/>`

const GROUND = '<path fill="#ffee88" d="M0 0H200V200H0Z"/><path fill="#3366cc" d="M20 20H180V100H20Z"/>'

const SCENES: Readonly<Record<string, string>> = {
  'masks by luminance and by alpha, one in the other, under a clip and a transform': `
    <defs>
      <linearGradient id="g"><stop stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
      <linearGradient id="a"><stop stop-opacity="0"/><stop offset="1"/></linearGradient>
      <mask id="m"><rect width="200" height="200" fill="url(#g)"/></mask>
      <mask id="n" style="mask-type:alpha"><circle cx="100" cy="100" r="80" fill="url(#a)"/></mask>
      <clipPath id="c"><path d="M0 0H200L0 200Z"/></clipPath>
    </defs>${GROUND}
    <g mask="url(#n)" transform="rotate(20 100 100)"><g mask="url(#m)" clip-path="url(#c)" opacity=".8"><path fill="#cc0000" d="M10 10H190V190H10Z"/><path fill="#00cc00" d="M60 60H120V190H60Z"/></g></g>`,
  'blend modes, and groups that keep them to themselves': `${GROUND}
    <g style="mix-blend-mode:multiply"><circle cx="60" cy="80" r="50" fill="#ff8888"/><circle cx="90" cy="80" r="30" fill="#88ff88"/></g>
    <g style="mix-blend-mode:color-dodge"><circle cx="150" cy="60" r="40" fill="#446622"/></g>
    <g style="isolation:isolate"><path fill="#888888" d="M20 120H120V190H20Z"/><path style="mix-blend-mode:difference" fill="#ff00ff" d="M80 110H190V180H80Z"/></g>`,
  'images that are stretched, turned, sheared, cut and translucent': `${GROUND}
    ${image('x="10" y="10" width="80" height="40" preserveAspectRatio="none"')}
    ${image('x="110" y="10" width="80" height="40" preserveAspectRatio="xMidYMid slice"')}
    ${image('width="60" height="60" transform="translate(60 90) rotate(30) skewX(20) scale(-1 1)" opacity=".6"')}
    <clipPath id="k"><circle cx="150" cy="150" r="35"/></clipPath>
    <g clip-path="url(#k)">${image('x="100" y="100" width="100" height="100"')}</g>`,
}

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

describe('what the import of an SVG loses is added afterwards:', () => {
  it.each(Object.entries(SCENES))('%s look as in a browser, as one undo step', async (_name, content) => {
    const { stage } = await suite.open((b) => b.rectangle({ x: 900, y: 900 }))
    for (const layers of ['as-drawn', 'merged', 'objects'] as const) {
      const before = stage.editor.contents()
      const { nodeId, finish } = await insert(stage, preparedPicture(svg(content), { layers }))
      expect(finish).toEqual(COMPLETE)
      const box = stage.editor.snapshot().layers.find(({ id }) => id === nodeId)?.absoluteBoundingBox
      const size = { width: 400, height: 400 }
      const [wanted, landed] = await renderSvgs(
        browser,
        [svg(content), stage.editor.renderSvg(box ?? undefined)],
        size,
      )
      if (!wanted || !landed) throw new Error('nothing was rendered')
      expect(difference(wanted, landed)).toBeLessThan(0.002)
      stage.editor.undo()
      expect(stage.editor.contents()).toEqual(before)
    }
  })

  const TEXT = `<text x="100" y="50" text-anchor="middle" font-family="Roboto" font-weight="700" font-size="20" fill="#cc0000" transform="translate(0 50) scale(2) rotate(90)">Title</text>`

  it('a text becomes a text layer in its font, with its baseline where it was', async () => {
    const { stage } = await suite.open(() => undefined)
    const { nodeId, finish } = await insert(stage, preparedPicture(svg(GROUND + TEXT)))
    expect(finish).toEqual(COMPLETE)
    const text = stage.editor.contents().nodes.find(({ type }) => type === 'TEXT')
    expect(text).toMatchObject({
      ...{ name: 'Title', parent: nodeId, constraints: { horizontal: 'SCALE', vertical: 'SCALE' } },
      fills: [{ color: { r: 0.8, g: 0, b: 0 } }],
      text: {
        ...{ characters: 'Title', fontSize: 40, alignHorizontal: 'CENTER', autoResize: 'WIDTH_AND_HEIGHT' },
        fontName: { family: 'Roboto', style: 'Bold' },
      },
    })
    const [[a, c, x] = [], [b, d, y] = []] = text?.transform ?? []
    // A quarter turn: the line runs downward, and its top is on the right.
    expect([a, c, b, d].map((value) => Math.round(value ?? 9) + 0)).toEqual([0, -1, 1, 0])
    const { width = 0, height = 0 } = text ?? {}
    expect(y).toBeCloseTo(50 + 200 - width / 2, 1)
    expect(Math.abs((x ?? 0) - (-100 + 0.8 * height))).toBeLessThan(0.02 * 40)
  })

  it('a line with several styles becomes a group of text layers, one after another', async () => {
    const { stage } = await suite.open(() => undefined)
    const content = `<text x="190" y="90" text-anchor="end" font-family="Inter" font-size="10">One <tspan font-style="italic" fill="none" stroke="#00ff00" letter-spacing="1">two</tspan><tspan dy="-5" font-size="5">3</tspan></text>`
    await insert(stage, preparedPicture(svg(GROUND + content)))
    const texts = stage.editor.contents().nodes.filter(({ type }) => type === 'TEXT')
    expect(texts.map(({ text }) => [text.characters, text.fontName.style, text.fontSize])).toEqual([
      ['One', 'Regular', 10],
      [' two', 'Italic', 10],
      ['3', 'Regular', 5],
    ])
    expect(texts[1]).toMatchObject({ fills: [], strokes: [{ color: { g: 1 } }], strokeWeight: 1 })
    expect(texts[1]?.text.letterSpacing).toEqual({ value: 1, unit: 'PIXELS' })
    const lefts = texts.map(({ transform }) => transform[0][2])
    const rights = texts.map(({ transform, width }) => transform[0][2] + width)
    expect(rights[0]).toBeCloseTo(lefts[1] ?? 0)
    expect(rights[1]).toBeCloseTo(lefts[2] ?? 0)
    expect(rights[2]).toBeCloseTo(190)
    const parents = new Set(texts.map(({ parent }) => parent ?? ''))
    expect([...parents].map((id) => nodeOf(stage, id).type)).toEqual(['GROUP'])
  })

  it('a missing font is substituted, and the report names it', async () => {
    const { stage } = await suite.open(() => undefined)
    const content = [
      '<text y="50" font-family="Fancy, Roboto" font-style="italic">one</text>',
      '<text y="80" font-family="Unheard Of">two</text><text y="99" font-family="sans-serif">three</text>',
    ].join('')
    const { finish } = await insert(stage, preparedPicture(svg(GROUND + content)))
    expect(finish).toEqual({ ...COMPLETE, fonts: ['Fancy', 'Unheard Of'] })
    const texts = stage.editor.contents().nodes.filter(({ type }) => type === 'TEXT')
    expect(texts.map(({ text: { fontName } }) => Object.values(fontName).join(' '))).toEqual([
      'Roboto Italic',
      'Inter Regular',
      'Inter Regular',
    ])
  })

  it('what Figma refuses is counted and stays as imported, and the rest is done', async () => {
    const { stage } = await suite.open(() => undefined)
    const picture = preparedPicture(
      svg(
        `${GROUND}${image('width="9" height="9"', `webp;base64,${WEBP}`)}${image('x="50" width="9" height="9"')}`,
      ),
    )
    const finish = {
      images: picture.finish?.images ?? [],
      steps: [
        { kind: 'blendMode' as const, layer: 'Nowhere', blendMode: 'MULTIPLY' as const },
        ...(picture.finish?.steps ?? []),
      ],
    }
    const { finish: report, nodeId } = await insert(stage, { ...picture, finish })
    expect(report.failed).toEqual({ mask: 0, blendMode: 1, image: 1, text: 0 })
    const children = nodeOf(stage, nodeId).children.map((id) => nodeOf(stage, id))
    expect(children.map(({ type, fills }) => [type, fills[0]?.type])).toEqual([
      ['VECTOR', 'SOLID'],
      ['VECTOR', 'SOLID'],
      ['VECTOR', 'SOLID'],
      ['RECTANGLE', 'IMAGE'],
    ])
  })

  it('content that a vector cannot hold is not flattened', async () => {
    const { stage, toasts } = await suite.open(() => undefined)
    const picture = preparedPicture(svg(GROUND + image('width="9" height="9"')), {}, { as: 'vector' })
    expect(await insert(stage, picture)).toMatchObject({ note: 'no-flattening' })
    expect(toasts).toEqual(['The image could not be flattened, so it is a frame.'])
  })

  it('Cancel in between leaves the document unchanged', async () => {
    const { stage } = await suite.open(() => undefined)
    const before = stage.editor.contents()
    const many = Array.from({ length: 60 }, (_, at) => `<text x="9" y="${at}">${at}</text>`).join('')
    const inserting = stage.panel.request('picture.insert', {
      ...{ pictures: [preparedPicture(svg(GROUND + many))], place: 'auto', replace: null },
    })
    await stage.panel.request('picture.stop', {})
    expect(await inserting).toMatchObject({ ok: false, error: { code: 'stopped' } })
    expect(stage.editor.contents()).toEqual(before)
  })
})
