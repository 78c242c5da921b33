import type { Prepared } from './prepare'
import { escapeXml } from './write/numbers'
import { readWritten, writeEntries } from './written'

/**
 * Removes some of a picture's objects, given by their indexes in `objects`. The rest keeps its ids, order, and position in the frame;
 * `objects` and `report` still describe the whole picture. Only processes text, so it is fast enough for every click.
 */
export function pick(prepared: Prepared, without: ReadonlySet<number>): Prepared {
  const gone = new Set([...without].flatMap((index) => prepared.objects[index]?.entries ?? []))
  if (gone.size === 0) return prepared
  const { svg, forCanvas, frameFill } = prepared
  return {
    ...prepared,
    svg: withoutEntries(svg, gone),
    ...(forCanvas && { forCanvas: withoutFinish(withoutEntries(forCanvas.svg, gone), forCanvas.finish) }),
    frameFill: frameFill && !gone.has(0),
  }
}

/** Returns the SVG of a picture without some of its objects, given by their indexes in `objects`. */
export const withoutObjects = (prepared: Prepared, without: ReadonlySet<number>): string =>
  pick(prepared, without).svg

function withoutEntries(svg: string, gone: ReadonlySet<number>): string {
  const written = readWritten(svg)
  return writeEntries(
    written,
    written.entries.filter((_, index) => !gone.has(index)),
  )
}

/** Drops the steps for layers that were removed. */
function withoutFinish(svg: string, finish: NonNullable<Prepared['forCanvas']>['finish']) {
  const ids = new Set(Array.from(svg.matchAll(/ id="(.*?)"/g), ([, id]) => id))
  return { svg, finish: finish.filter(({ layer }) => ids.has(escapeXml(layer))) }
}
