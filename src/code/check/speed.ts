import type { Finding } from '../../protocol/check'
import type { Capabilities } from '../capabilities'
import { importPart } from '../insert/import'
import { attempt, good, unclear } from './findings'
import type { TestPage } from './test-page'

/** Number of layers per import, like in the parts of a picture, and in total. */
const LAYERS = 200
const TOTAL = 2000

/** The check stops after this time, in ms. */
const LIMIT = 8000

interface SpeedOptions {
  readonly capabilities: Capabilities
  readonly openPage: () => TestPage
  readonly pause: () => Promise<void>
  readonly isStopped: () => boolean
}

/** Imports up to 2,000 layers like a large picture: in parts, with pauses. */
export function trySpeed(
  figma: PluginAPI,
  { capabilities, openPage, pause, isStopped }: SpeedOptions,
): Promise<Finding> {
  return attempt('speed', async () => {
    const page = openPage()
    const times: number[] = []
    try {
      const svg = manyShapes(LAYERS)
      const start = Date.now()
      while (times.length * LAYERS < TOTAL && Date.now() - start < LIMIT) {
        const before = Date.now()
        importPart(figma, svg, { onLayer: page.take, capabilities })
        times.push(Date.now() - before)
        await pause()
        if (isStopped()) return unclear('speed')
      }
    } finally {
      page.remove()
    }
    const sum = times.reduce((all, time) => all + time, 0)
    const layers = times.length * LAYERS
    return good('speed', `${Math.round((sum / layers) * 100)} ${layers} ${Math.max(...times)}`)
  })
}

function manyShapes(count: number): string {
  const shapes: string[] = []
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [(i % 40) * 10, Math.floor(i / 40) * 10]
    shapes.push(
      `<path id="Shape ${i}" d="M${x} ${y}c3 0 6 2 8 5s-2 4-5 4S${x} ${y + 6} ${x} ${y}Z" fill="#446688"/>`,
    )
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" viewBox="0 0 400 100">${shapes.join('')}</svg>`
}
