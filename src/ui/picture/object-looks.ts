import type { Prepared } from '../../vector/prepare'
import { readWritten, writeEntries } from '../../vector/written'

/** Returns the picture with the given opacity for each object. */
export function faded(prepared: Prepared, opacityOf: (object: number) => number): string {
  return rewritten(prepared, (entry, object) => {
    const opacity = object === null ? 1 : opacityOf(object)
    return opacity < 1 ? `<g opacity="${opacity}">${entry}</g>` : entry
  })
}

/**
 * Returns the picture with each object in a single color, opaque and with hard edges, so that each pixel tells which object is on top
 * there. What a mask hides counts as visible.
 */
export function inColorsOf(prepared: Prepared, colorOf: (object: number) => string): string {
  const svg = rewritten(prepared, (entry, object) => {
    if (object === null) return ''
    const color = colorOf(object)
    const plain = entry
      .replace(/ (?:opacity|fill-opacity|stroke-opacity|style|mask)=".*?"/g, '')
      .replace(/ (fill|stroke)="(?!none").*?"/g, ` $1="${color}"`)
      .replaceAll('<image ', '<rect ')
    return `<g fill="${color}">${plain}</g>`
  })
  return svg.replace('<svg ', '<svg shape-rendering="crispEdges" ')
}

function rewritten(
  { svg, objects }: Prepared,
  rewrite: (entry: string, object: number | null) => string,
): string {
  const objectOf = new Map(objects.flatMap(({ entries }, object) => entries.map((entry) => [entry, object])))
  const written = readWritten(svg)
  return writeEntries(
    written,
    written.entries.map((entry, index) => rewrite(entry, objectOf.get(index) ?? null)),
  )
}
