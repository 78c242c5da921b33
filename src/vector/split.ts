import { readWritten, writeEntries } from './written'

/** Limits of one part. */
export interface SplitOptions {
  readonly layers: number
  /** Characters. A single layer that is longer becomes a part of its own. */
  readonly length: number
}

/** Figma imports a part of this size without a noticeable freeze. */
export const PART: SplitOptions = { layers: 200, length: 200_000 }

/**
 * Splits the SVG that `prepare` wrote into SVGs of the same size that draw the same picture when stacked, from back to front, so that a
 * large drawing can be imported in parts. Groups are not split. Returns `[svg]` if it is small enough.
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
