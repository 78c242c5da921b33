import { readWritten, writeEntries } from './written'

/** The most that one part may contain. */
export interface SplitOptions {
  readonly layers: number
  /** Characters. A single layer that is longer becomes a part of its own. */
  readonly length: number
}

/** A part of this size is imported by Figma without a noticeable freeze. */
export const PART: SplitOptions = { layers: 200, length: 200_000 }

/**
 * Splits the SVG that `prepare` wrote into SVGs of the same width and height that draw the same picture when stacked, the
 * first at the back, so that a caller can import a large drawing in parts. Groups are not split. Returns `[svg]` if it is small enough.
 */
export function splitSvg(svg: string, { layers, length }: SplitOptions): string[] {
  const written = readWritten(svg)
  const parts: string[][] = []
  let count = 0
  let size = 0
  for (const entry of written.entries) {
    const number = entry.split('<path ').length - 1
    const last = parts.at(-1)
    if (!last || count + number > layers || size + entry.length > length) {
      parts.push([entry])
      count = 0
      size = 0
    } else last.push(entry)
    count += number
    size += entry.length
  }
  return parts.length > 1 ? parts.map((entries) => writeEntries(written, entries)) : [svg]
}
