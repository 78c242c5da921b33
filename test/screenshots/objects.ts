import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { withoutObjects } from '../../src/vector/pick'
import { type Prepared, prepare } from '../../src/vector/prepare'
import { SAMPLES, sampleNames } from '../support/samples'

/**
 * Exploded views of pictures, to judge the groups of mode `objects`: the whole picture, then each object alone with its name, at the same
 * scale. `npm run screenshots:objects [-- FILE…]` writes out/objects/NAME.png.
 */
const OUT = 'out/objects'

/** Length of the picture's longer side, and the width of the frame, in px. */
const SIDE = 480
const WIDTH = 1600
const GAP = 28
const TEXT = 14
/** Enough for a name. */
const MIN_WIDTH = 150

interface Item {
  readonly name: string
  readonly svg: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Returns every object alone, cropped from the picture. */
function itemsOf(prepared: Prepared): Item[] {
  const { svg, width, height, objects, report } = prepared
  const why = report.noObjects ? `no objects: ${report.noObjects}` : `${report.objects} objects`
  return [
    { name: why, svg, x: 0, y: 0, width, height },
    ...objects.map(({ name, bounds, isScenery }, index): Item => {
      const others = new Set(objects.keys())
      others.delete(index)
      const { left, top, right, bottom } = bounds
      return {
        name: isScenery ? `${name} (scenery)` : name,
        svg: withoutObjects(prepared, others),
        ...{ x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) },
      }
    }),
  ]
}

/** Lays out items in rows, from left to right. */
function explodedView(prepared: Prepared): string {
  const scale = SIDE / Math.max(prepared.width, prepared.height)
  let [x, y, row] = [GAP, GAP, 0]
  const parts = itemsOf(prepared).map((item, index) => {
    const [width, height] = [item.width * scale, item.height * scale]
    const room = Math.max(width, MIN_WIDTH)
    if (x + room + GAP > WIDTH) {
      x = GAP
      y += row + GAP
      row = 0
    }
    // Ids are only unique within one picture.
    const own = item.svg.replaceAll(/(\bid="|url\(#)/g, `$1${index}-`)
    const part = `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${item.x} ${item.y} ${item.width} ${item.height}">${own}</svg>
      <text x="${x}" y="${y + height + TEXT + 4}" font-family="DejaVu Sans, sans-serif" font-size="${TEXT}">${escaped(item.name)}</text>`
    x += room + GAP
    row = Math.max(row, height + TEXT)
    return part
  })
  const height = y + row + GAP
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"><rect width="100%" height="100%" fill="#b9c4cf"/>${parts.join('')}</svg>`
}

const named = process.argv.slice(2)
mkdirSync(OUT, { recursive: true })
for (const file of named.length > 0 ? named : sampleNames.map((name) => `${SAMPLES}/${name}`)) {
  const prepared = prepare(readFileSync(file, 'utf8'), { layers: 'objects' })
  const path = `${OUT}/${basename(file, '.svg')}.png`
  writeFileSync(path, new Resvg(explodedView(prepared)).render().asPng())
  console.log(`${path}: ${prepared.report.objects} objects`)
}
