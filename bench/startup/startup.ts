import { readFileSync } from 'node:fs'
import { launchChromium } from 'figma-host/browser'
import { panelFrame } from 'figma-host/frame'
import type { BrowserContext } from 'playwright-core'
import { type Opening, openingOf } from '../../test/support/opening'
import { NO_SETTINGS } from '../../test/support/panel-stage'
import { PROJECT } from '../../tools/start/build-plugin'
import type { Cell, Figure, Row } from '../figure'
import { bundle } from '../vector/bundle'
import { median } from '../vector/node-time'
import type * as scriptModule from './page'
import { buildPeer } from './peer/build'
import { probe } from './probe'

const ROUNDS = 21

/** Maximum time for opening, as a multiple of that of an empty page. */
const MAX_RATIO = 1.3
/** Limit for the size of `dist/ui.html` in bytes. Only time matters; this just catches big mistakes. */
const MAX_BYTES = 1_000_000

/** A page to open, and the field that must become usable. `script` is empty if it is part of the page. */
interface Candidate extends Opening {
  readonly what: string
  readonly field: string
  readonly apiKey: string | null
}

/** How the panel's document is embedded. Figma has used both. */
const NESTINGS = ['data', 'srcdoc'] as const
type Nesting = (typeof NESTINGS)[number]

/** Measures the time until the panel can be typed in, compared with an empty page from the same build, and the panel's size. Needs `npm run build`. */
export async function startup(): Promise<Figure> {
  const html = readFileSync(`${PROJECT}dist/ui.html`, 'utf8')
  const peerHtml = await buildPeer()
  const peer: Candidate = {
    what: 'an empty page',
    html: peerHtml,
    script: '',
    styles: '',
    field: '#field',
    apiKey: null,
  }
  const ours: readonly Candidate[] = [
    { what: 'to the prompt, with a key', ...(await openingOf(true)), field: '#prompt', apiKey: 'SG_bench' },
    { what: 'to the key field, first run', ...(await openingOf(false)), field: '#api-key', apiKey: null },
  ]
  // The empty page padded to the panel's size, which shows the effect of the size alone.
  const padding = 'x'.repeat(Math.max(0, html.length - peerHtml.length))
  const padded: Candidate = { ...peer, html: `${peerHtml}<!--${padding}-->` }
  const rows: Row[] = []
  for (const nesting of NESTINGS) {
    const times = await timesOf(nesting, [peer, padded, ...ours])
    const [empty = Number.NaN, heavy = Number.NaN, ...medians] = times.map(median)
    ours.forEach(({ what }, i) => {
      const took = medians[i] ?? Number.NaN
      const ratio = took / empty
      rows.push({
        cells: { what, nesting, unit: 'ms', ours: took, empty, ratio, heavy, bar: `≤ ${MAX_RATIO} times` },
        met: ratio <= MAX_RATIO,
      })
    })
  }
  return {
    name: 'startup',
    title: `Startup: from the frame's source to a field that can be typed in, beside an empty Preact page, medians of ${ROUNDS}; and the size`,
    columns: [
      { key: 'what', heading: 'what' },
      { key: 'nesting', heading: 'nested as' },
      { key: 'unit', heading: 'unit' },
      { key: 'ours', heading: 'ours', digits: 0 },
      { key: 'empty', heading: 'empty page', digits: 0 },
      { key: 'ratio', heading: 'ours ÷ empty', digits: 2 },
      { key: 'heavy', heading: 'empty, as heavy', digits: 0 },
      { key: 'bar', heading: 'bar' },
    ],
    rows: [...rows, sizeRow(Buffer.byteLength(html), Buffer.byteLength(peerHtml))],
  }
}

/** Returns the row for the sizes of the panel and the empty page, in bytes. */
function sizeRow(ours: number, empty: number): Row {
  const cells: Record<string, Cell> = {
    what: 'dist/ui.html',
    nesting: '',
    unit: 'bytes',
    ours,
    empty,
    ratio: ours / empty,
    heavy: '',
    bar: `< ${MAX_BYTES}`,
  }
  return { cells, met: ours < MAX_BYTES }
}

/** Measures all candidates alternately, so that other load on the machine affects all of them. */
async function timesOf(nesting: Nesting, candidates: readonly Candidate[]): Promise<number[][]> {
  const script = await bundle(new URL('page.ts', import.meta.url))
  const browser = await launchChromium()
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
    const times = candidates.map((): number[] => [])
    // The first round warms up the browser and does not count.
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const [i, candidate] of candidates.entries()) {
        const time = await timeOf(context, script, nesting, candidate)
        if (round >= 0) times[i]?.push(time)
      }
    }
    return times
  } finally {
    await browser.close()
  }
}

async function timeOf(
  context: BrowserContext,
  bench: string,
  nesting: Nesting,
  { html, script, styles, field, apiKey }: Candidate,
): Promise<number> {
  const page = await context.newPage()
  try {
    await page.setContent(
      '<style>body{margin:0}iframe{display:block;width:100vw;height:100vh;border:0}</style><iframe></iframe>',
    )
    await page.addScriptTag({ content: bench })
    return await page.evaluate(
      ([document, rest, settings]) => {
        const { inkwright } = globalThis as unknown as { readonly inkwright: typeof scriptModule }
        return inkwright.open(document, rest, settings)
      },
      [
        documentFor(probe(field) + html, nesting),
        { source: script, styles },
        { ...NO_SETTINGS, apiKey },
      ] as const,
    )
  } finally {
    await page.close()
  }
}

function documentFor(html: string, nesting: Nesting): string {
  const manifest: unknown = JSON.parse(readFileSync(`${PROJECT}manifest.json`, 'utf8'))
  const outer = panelFrame({ html, manifest, theme: 'light' })
  if (nesting === 'data') return outer
  return outer.replace(/src="data:text\/html;charset=utf-8;base64,([^"]*)"/, (_, base64: string) => {
    const inner = Buffer.from(base64, 'base64').toString('utf8')
    return `srcdoc="${inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  })
}
