import { mkdirSync } from 'node:fs'
import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import { launchChromium } from 'figma-host/browser'
import { openCode } from '../support/code-stage'
import { pictureOf } from '../support/picture'
import { PLACES } from './places'

/** Pictures of the host's canvas for each rule of placement, to be looked at: `npm run screenshots:canvas -- [name …]`. */
const OUT = 'out/canvas'
/** Room around what is there, in px. */
const MARGIN = 60

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300"><path id="Sky" d="M0 0H400V300H0Z" fill="#cfe8ff"/><path id="Sun" d="M330 50L355 75L330 100L305 75Z" fill="#ffb000"/><path id="Hill" d="M0 300L0 220L130 120L260 220L320 180L400 240L400 300Z" fill="#3c7a4b"/></svg>`

const wanted = process.argv.slice(2)
mkdirSync(OUT, { recursive: true })
const browser = await launchChromium()
const page = await browser.newPage()
for (const { name, editorType = 'figma', build, more = {}, times = 1, drop, area: whole } of PLACES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const stage = await openCode(undefined, { editorType })
  const { editor, panel } = stage
  const selected = editor.build(build)
  const chosen = selected === null ? [] : [selected]
  editor.select(chosen)
  const picture = pictureOf(PICTURE, { width: 400, height: 300, ...more })
  const replace = more.replace === undefined ? null : selected
  for (let i = 0; i < times; i += 1) {
    if (drop) {
      const items = [{ type: 'image/svg+xml', data: PICTURE }]
      await editor.drop({ ...drop, items, dropMetadata: { inkwright: picture } })
    } else {
      const reply = await panel.request('picture.insert', { ...picture, replace })
      if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    }
  }
  await editor.idle()
  const area = whole ?? boxOf(editor.snapshot().layers.flatMap(({ absoluteBoundingBox: box }) => box ?? []))
  const svg = editor.renderSvg(area)
  const scale = Math.min(1, 1200 / area.width, 900 / area.height)
  const size = { width: Math.round(area.width * scale), height: Math.round(area.height * scale) }
  await page.setViewportSize(size)
  const source = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await page.setContent(
    `<body style="margin:0;background:#e5e5e5"><img src="${source}" style="display:block;width:${size.width}px;height:${size.height}px">`,
  )
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  await page.screenshot({ path: `${OUT}/${name}.png` })
  stage.close()
}
await browser.close()
process.stdout.write(`See ${OUT}\n`)

function boxOf(boxes: readonly Rect[]): Rect {
  const x = Math.min(...boxes.map((box) => box.x)) - MARGIN
  const y = Math.min(...boxes.map((box) => box.y)) - MARGIN
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN
  return { x, y, width: right - x, height: bottom - y }
}
