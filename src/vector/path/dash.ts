import { type Path, PathBuilder } from './path'
import { lengthsOf, partOf, type Segment, segmentsOf } from './segments'

/** Length of a dash of length 0, as a share of a period. Only its caps are visible, but they need a direction. */
const POINT = 1e-4

/** Returns the length of a path. */
export const pathLength = (path: Path): number =>
  segmentsOf(path).reduce(
    (sum, { segments }) => sum + segments.reduce((all, segment) => all + (lengthsOf(segment).at(-1) ?? 0), 0),
    0,
  )

/**
 * Divides a path into its dashes, each an open subpath. `dashes`: alternating lengths of dashes and gaps, an even number with a positive
 * sum. The first dash starts `offset` before the path. The pattern restarts at each subpath.
 */
export function dashPath(path: Path, dashes: readonly number[], offset: number): Path {
  const builder = new PathBuilder()
  const period = dashes.reduce((sum, dash) => sum + dash, 0)
  const least = period * POINT
  for (const { segments } of segmentsOf(path)) {
    let index = 0
    let left = dashes[0] ?? 0
    let skip = ((offset % period) + period) % period
    while (skip > 0 && skip >= left) {
      skip -= left
      index = (index + 1) % dashes.length
      left = dashes[index] ?? 0
    }
    left -= skip
    let isDrawn = false
    for (const segment of segments) {
      const lengths = lengthsOf(segment)
      const length = lengths.at(-1) ?? 0
      let at = 0
      while (at < length) {
        const isDash = index % 2 === 0
        const step = Math.min(isDash ? Math.max(left, least) : left, length - at)
        if (isDash && step > 0) {
          append(builder, partOf(segment, parameterAt(lengths, at), parameterAt(lengths, at + step)), isDrawn)
          isDrawn = true
        }
        at += step
        left -= step
        if (left > 1e-9 * period) continue
        index = (index + 1) % dashes.length
        left = dashes[index] ?? 0
        isDrawn = false
      }
    }
  }
  return builder.finish()
}

function append(builder: PathBuilder, segment: Segment, isDrawn: boolean): void {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = segment
  if (!isDrawn) builder.move(x0, y0)
  if (segment.length === 4) builder.line(x1, y1)
  else builder.cubic(x1, y1, x2, y2, x3, y3)
}

/** Returns the parameter of a segment at a given length. */
function parameterAt(lengths: readonly number[], length: number): number {
  const count = lengths.length - 1
  let low = 0
  let high = count
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lengths[middle] ?? 0) <= length) low = middle
    else high = middle
  }
  const from = lengths[low] ?? 0
  const span = (lengths[high] ?? 0) - from
  return (low + (span > 0 ? Math.min(1, (length - from) / span) : 0)) / count
}
