import { PART, splitSvg } from '../../src/vector/split'
import { openCode } from '../../test/support/code-stage'
import { insertionOf, pictureOf } from '../../test/support/picture'
import type { Figure, Row } from '../figure'
import { watchSandbox } from './watch'

const COUNTS = [50, 500, 5000]
/** The best round counts, because other load can only add time. */
const ROUNDS = 5
/** One frame at 60 frames per second, in ms. */
const FRAME_MS = 16
/** Calls into figma per insert, independent of its size: finding the place, the recipe, the selection. */
const FIXED_CALLS = 120

/** Returns a drawing with `layers` layers, as the panel sends it. */
function drawing(layers: number): string {
  const paths = Array.from(Array(layers), (_, i) => {
    const [x, y] = [(i * 37) % 1000, (i * 61) % 1000]
    const color = ((i * 2_654_435) % 0xffffff).toString(16).padStart(6, '0')
    return `<path id="Layer ${i}" d="M${x} ${y}C${x + 9} ${y} ${x + 20} ${y + 9} ${x + 20} ${y + 20}L${x} ${y + 20}Z" fill="#${color}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 1024 1024">${paths.join('')}</svg>`
}

/** Measures how long the sandbox blocks the editor while it inserts, and how many calls it makes. Needs `npm run build`. */
export async function insert(): Promise<Figure> {
  const take = watchSandbox()
  const measured = []
  for (const layers of COUNTS) {
    const parts = splitSvg(drawing(layers), PART)
    let longest = Number.POSITIVE_INFINITY
    let calls = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const stage = await openCode()
      take()
      const size = { width: 1024, height: 1024 }
      const reply = await stage.panel.request(
        'picture.insert',
        insertionOf(pictureOf('', { parts, ...size })),
        {
          timeout: 600_000,
        },
      )
      if (!reply.ok) throw new Error(`the picture was not inserted: ${reply.error.message}`)
      const [inserted] = reply.value.pictures
      if (inserted?.layers !== layers) throw new Error(`${inserted?.layers} layers were inserted`)
      const watched = take()
      longest = Math.min(longest, watched.longest)
      calls = watched.calls
      stage.close()
    }
    measured.push({ layers, parts: parts.length, longest, calls })
  }
  const [first] = measured
  const rows = measured.map(({ layers, parts, longest, calls }): Row => {
    const more = first && layers > first.layers ? (calls - first.calls) / (layers - first.layers) : null
    return {
      cells: { layers, parts, longest, calls, more: more ?? '' },
      // Calls that do not depend on the number of layers must be within the fixed number.
      met: longest <= FRAME_MS && (more === null || calls <= FIXED_CALLS + (more + 0.01) * layers),
    }
  })
  const perLayer = measured
    .slice(1)
    .map(({ layers, calls }) => (calls - (first?.calls ?? 0)) / (layers - (first?.layers ?? 0)))
  const isConstant = Math.max(...perLayer) - Math.min(...perLayer) < 0.5
  return {
    name: 'insert',
    title: `Inserting: the longest stretch without a yield in the sandbox (at most ${FRAME_MS} ms), and calls into figma`,
    columns: [
      { key: 'layers', heading: 'layers' },
      { key: 'parts', heading: 'parts' },
      { key: 'longest', heading: 'longest, ms', digits: 1 },
      { key: 'calls', heading: 'calls' },
      { key: 'more', heading: 'calls for each further layer', digits: 2 },
    ],
    rows: rows.map((row) => ({ ...row, met: row.met === true && isConstant })),
  }
}
