import type { Prepared } from './prepare'
import { escapeXml } from './write/numbers'
import { readWritten, writeEntries } from './written'

/**
 * Takes some of a picture's objects out, given by their place in `objects`. What is left keeps its ids, its order and its place in
 * the frame; `objects` and `report` stay those of the whole picture. Pure text work, so it can run on every click.
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

/** Writes a picture without some of its objects, given by their place in `objects`. */
export const withoutObjects = (prepared: Prepared, without: ReadonlySet<number>): string =>
  pick(prepared, without).svg

function withoutEntries(svg: string, gone: ReadonlySet<number>): string {
  const written = readWritten(svg)
  return writeEntries(
    written,
    written.entries.filter((_, index) => !gone.has(index)),
  )
}

/** Keeps what is to be done to layers that are still there. */
function withoutFinish(svg: string, finish: NonNullable<Prepared['forCanvas']>['finish']) {
  const ids = new Set(Array.from(svg.matchAll(/ id="(.*?)"/g), ([, id]) => id))
  return { svg, finish: finish.filter(({ layer }) => ids.has(escapeXml(layer))) }
}
