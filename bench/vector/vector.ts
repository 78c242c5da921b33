import { launchChromium } from 'figma-host/browser'
import { skipNote } from '../../test/support/samples'
import type { Figure } from '../figure'
import { bundle } from './bundle'
import { chromiumTimeMeasures } from './chromium-time'
import { firstPictureMeasures } from './first-picture'
import { holesTimeMeasures } from './holes-time'
import { hostileMeasures } from './hostile'
import { nodeTimeMeasures } from './node-time'
import { objectMeasures } from './objects/objects'
import { pixelMeasures } from './pixels'
import { columns, rowOf } from './row'
import { textMeasures } from './text'
import { typicalMeasures } from './typical'

/** Measures the output and speed of `prepare`, compared with SVGO's default preset at precision 1. */
export async function vector(): Promise<Figure> {
  const script = await bundle()
  // Must be the first measurement: see `nodeTimeMeasures`.
  const nodeTime = nodeTimeMeasures(script)
  const typical = typicalMeasures(script)
  const first = firstPictureMeasures(script)
  const text = textMeasures()
  const objects = objectMeasures()
  const holes = holesTimeMeasures()
  const hostile = hostileMeasures()
  const browser = await launchChromium()
  try {
    const chromiumTime = await chromiumTimeMeasures(browser, script)
    const page = await browser.newPage()
    await page.addScriptTag({ content: script })
    const pixels = await pixelMeasures(page)
    return {
      name: 'vector',
      title: `Vector: pictures as layers, beside SVGO (default preset, precision 1)${skipNote}`,
      columns,
      rows: [
        ...[...text, ...objects, ...pixels, ...nodeTime, ...typical, ...first],
        ...[...holes, ...hostile, ...chromiumTime],
      ].map(rowOf),
    }
  } finally {
    await browser.close()
  }
}
