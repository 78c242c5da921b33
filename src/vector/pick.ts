import type { Prepared } from './prepare'
import { readWritten, writeEntries } from './written'

/**
 * Writes a picture without some of its objects, given by their place in `objects`. What is left keeps its ids, its order and its
 * place in the frame. Pure text work, so it can run on every click, in the panel or in the worker.
 */
export function withoutObjects({ svg, objects }: Prepared, without: ReadonlySet<number>): string {
  const gone = new Set([...without].flatMap((index) => objects[index]?.entries ?? []))
  if (gone.size === 0) return svg
  const written = readWritten(svg)
  return writeEntries(
    written,
    written.entries.filter((_, index) => !gone.has(index)),
  )
}
