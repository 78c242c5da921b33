import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Drawing } from '../../../src/vector/drawing'
import type { LayerMode } from '../../../src/vector/layers/arrange'
import { prepare } from '../../../src/vector/prepare'
import { openComparer } from '../../support/canvas-pixels'
import { launchChromium } from '../../support/chromium'
import { anyDrawing, SIDE } from '../../unit/vector/layers/drawings'
import { plain } from '../../unit/vector/read/plain'

const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']

/** Side of a drawing on the sheet, in px: no whole multiple of its own, so that points lie off the grid. Drawings in a row. */
const TILE = 83
const ROW = 5

/** An SVG text, written without the writer under test. */
function svgOf(drawing: Drawing): string {
  const { paths, gradients } = plain(drawing)
  const defs = gradients.map((gradient, i) =>
    gradient.replace(/^<\w+/, (tag) => `${tag} id="${i + 1}" gradientUnits="userSpaceOnUse"`),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">${defs.join('')}${paths
    .map((path) => `<path ${path}/>`)
    .join('')}</svg>`
}

/** Many pictures on one sheet, side by side, each in a nested svg; their ids are made different. */
function sheet(svgs: readonly string[]): string {
  const tiles = svgs.map((svg, i) => {
    const own = svg.replace(/ id="/g, ` id="t${i}-`).replace(/url\(#/g, `url(#t${i}-`)
    const place = `x="${(i % ROW) * TILE}" y="${Math.floor(i / ROW) * TILE}" width="${TILE}" height="${TILE}"`
    return own.replace(/ width="\d+" height="\d+"/, ` ${place}`)
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${ROW * TILE} ${ROW * TILE}">${tiles.join('')}</svg>`
}

describe('random drawings', () => {
  let browser: Browser
  let comparer: Awaited<ReturnType<typeof openComparer>>
  beforeAll(async () => {
    browser = await launchChromium()
    comparer = await openComparer(browser)
  })
  afterAll(() => browser?.close())

  it('look like the originals in a browser, in every mode', async () => {
    const drawings = fc.array(anyDrawing, { minLength: 5, maxLength: ROW ** 2, size: 'max' })
    const size = { width: ROW * TILE, height: ROW * TILE }
    await fc.assert(
      fc.asyncProperty(drawings, async (many) => {
        const originals = many.map(svgOf)
        const others = MODES.map((layers) =>
          sheet(originals.map((svg) => prepare(svg, { layers, size: { width: TILE, height: TILE } }).svg)),
        )
        const original = sheet(originals)
        const blank = sheet([])
        const pictures = { original, others: [...others, blank], size, grounds: ['#ff00ff'] }
        const [nothing, ...compared] = (await comparer.compare(pictures)).reverse()
        for (const { share, flat } of compared) {
          expect(share * ROW ** 2).toBeLessThanOrEqual(0.001 * many.length)
          expect(flat).toEqual([])
        }
        // What is compared can be seen.
        expect(nothing?.flat.length).toBeGreaterThan(0)
      }),
      { numRuns: 3 },
    )
  })
})
