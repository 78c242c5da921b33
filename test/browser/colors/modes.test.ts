import type { Browser } from 'playwright-core'
import type { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { match } from '../../../src/colors/match'
import { plan } from '../../../src/colors/plan'
import { prepare } from '../../../src/vector/prepare'
import { launchChromium } from '../../support/chromium'
import { openCode } from '../../support/code-stage'
import { insertionOf, pictureOf } from '../../support/picture'
import { renderSvgs } from '../../support/pixels'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const DRAWN = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200">
  <defs><linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="20" x2="0" y2="180"><stop offset="0" stop-color="#f5e9d0"/><stop offset="1" stop-color="#f6c344"/></linearGradient></defs>
  <path d="M0 0H400V200H0Z" fill="#fbf7f0"/>
  <path d="M20 20H120V180H20Z" fill="#d93a2b"/>
  <path d="M150 20H250V180H150Z" fill="url(#g)"/>
  <path d="M280 20H380V180H280Z" fill="#1d2b4f" fill-opacity="0.5" stroke="#d93a2b" stroke-width="8"/></svg>`

const colorAt = ({ data, width }: PNG, x: number, y: number): string =>
  `#${[0, 1, 2].map((i) => (data[(y * width + x) * 4 + i] ?? 0).toString(16).padStart(2, '0')).join('')}`

it('a matched picture follows the mode of its frame', async () => {
  const library = { ground: '', accent: '', sun: '', ink: '' }
  const themes: string[] = []
  const stage = await openCode(undefined, {
    build(b) {
      const theme = b.collection('Theme', ['Light', 'Dark'])
      const add = (name: string, Light: string, Dark: string) =>
        b.variable(theme, name, { values: { Light, Dark } })
      Object.assign(library, {
        ground: add('ground', '#ffffff', '#101418'),
        accent: add('accent', '#e53935', '#80cbc4'),
        sun: add('sun', '#ffc107', '#7e57c2'),
        cream: add('cream', '#f7ead2', '#283593'),
        ink: add('ink', '#1a237e', '#eceff1'),
      })
      themes.push(theme, b.modeId(theme, 'Dark'))
      b.select(b.frame({ name: 'card', width: 400, height: 200, fill: [] }))
    },
  })
  const reply = await stage.panel.request('colors.read', {})
  if (!reply.ok) throw new Error(reply.error.message)
  expect(reply.value.colors.map(({ mode }) => mode)).toEqual(Array(5).fill('Light'))
  const { original } = prepare(DRAWN, { background: 'frame' }).report
  const { recolor, bindings } = plan(original, match(original, reply.value.colors, 'snap'), new Map())
  const { svg, frameFill } = prepare(DRAWN, { background: 'frame', recolor })
  const inserted = await stage.panel.request(
    'picture.insert',
    insertionOf(pictureOf(svg, { frameFill, bindings })),
  )
  expect(inserted).toMatchObject({
    ok: true,
    value: { pictures: [{ binding: { bound: 5, of: 5, failed: [] } }] },
  })

  const area = { x: 0, y: 0, width: 400, height: 200 }
  const light = stage.editor.renderSvg(area)
  const card = stage.editor.snapshot().layers[0]?.id ?? ''
  const [theme = '', dark = ''] = themes
  stage.editor.build((b) => b.document.update(card, { variableModes: { [theme]: dark } }))
  const night = stage.editor.renderSvg(area)
  const pictures = await renderSvgs(browser, [svg, light, night], { width: 400, height: 200 })
  const spots = pictures.map((picture) => [
    ...[colorAt(picture, 5, 100), colorAt(picture, 70, 100), colorAt(picture, 280, 100)],
    ...[colorAt(picture, 200, 22), colorAt(picture, 200, 177), colorAt(picture, 330, 100)],
  ])
  const channels = (hexes: readonly string[] = []) =>
    hexes.flatMap((hex) => (hex.match(/[\da-f]{2}/g) ?? []).map((two) => Number.parseInt(two, 16)))
  const near = (hexes: readonly string[]) => channels(hexes).map((value) => expect.closeTo(value, -1))
  const day = ['#ffffff', '#e53935', '#e53935', '#f7ead2', '#ffc107', '#8c91be']
  const atNight = ['#101418', '#80cbc4', '#80cbc4', '#283593', '#7e57c2', '#7e8285']
  for (const [i, colors] of [day, day, atNight].entries()) expect(channels(spots[i])).toEqual(near(colors))
  expect(stage.faults).toEqual([])
  stage.close()
})
