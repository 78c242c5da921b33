import { FillRule, PathBoolean, PathBooleanOperation, type Path as Segments } from 'path-bool'
import type { Shape } from '../drawing'
import { appendArc } from '../path/arc'
import { CLOSE, CUBIC, LINE, type Path, PathBuilder } from '../path/path'

/** The area of a shape. */
export type Area = Pick<Shape, 'path' | 'fillRule'>

/** Segment ends closer than this, in px, count as one point. */
const SAME_POINT = 1e-5

/** Returns the first area minus the others. Null if the library fails. */
export const subtract = (area: Area, others: readonly Area[]): Path | null =>
  combine([area, ...others], PathBooleanOperation.Difference)

/** Returns the union of all areas. Null if the library fails. */
export const unite = (areas: readonly Area[]): Path | null => combine(areas, PathBooleanOperation.Union)

function combine(areas: readonly Area[], operation: PathBooleanOperation): Path | null {
  const inputs = areas.map(({ path, fillRule }) => ({
    path: segmentsOf(path),
    fillRule: fillRule === 'evenodd' ? FillRule.EvenOdd : FillRule.NonZero,
  }))
  try {
    return pathOf(new PathBoolean(inputs).get(operation))
  } catch {
    // It throws on some degenerate paths, for example a line that returns on itself.
    return null
  }
}

/** Converts a path to closed outlines of segments. Drops lines of zero length and lines that return on themselves. */
function segmentsOf({ commands, coords }: Path): Segments {
  const segments: Segments = []
  let x = 0
  let y = 0
  let startX = 0
  let startY = 0
  let at = 0
  /** Index of the current outline's first segment. */
  let first = 0
  const line = (toX: number, toY: number): void => {
    if (toX === x && toY === y) return
    const last = segments.length > first ? segments.at(-1) : undefined
    if (last?.[0] === 'L' && last[1][0] === toX && last[1][1] === toY) segments.pop()
    else segments.push(['L', [x, y], [toX, toY]])
    x = toX
    y = toY
  }
  const next = () => coords[at++] ?? 0
  for (const command of commands) {
    if (command === CLOSE) line(startX, startY)
    else if (command === LINE) line(next(), next())
    else if (command === CUBIC) {
      const [x1, y1, x2, y2, toX, toY] = [next(), next(), next(), next(), next(), next()]
      segments.push(['C', [x, y], [x1, y1], [x2, y2], [toX, toY]])
      x = toX
      y = toY
    } else {
      line(startX, startY)
      first = segments.length
      x = startX = next()
      y = startY = next()
    }
  }
  line(startX, startY)
  return segments
}

/** Converts the library's outlines to one path. Arcs and quadratic curves become cubics. */
function pathOf(outlines: readonly Segments[]): Path {
  const builder = new PathBuilder()
  for (const segments of outlines) {
    let x = Number.NaN
    let y = Number.NaN
    for (const segment of segments) {
      const [fromX, fromY] = segment[1]
      const continues = Math.abs(fromX - x) < SAME_POINT && Math.abs(fromY - y) < SAME_POINT
      if (!continues) {
        if (!Number.isNaN(x)) builder.close()
        builder.move(fromX, fromY)
      }
      ;[x, y] = draw(builder, segment)
    }
    if (!Number.isNaN(x)) builder.close()
  }
  return builder.finish()
}

function draw(builder: PathBuilder, segment: Segments[number]): readonly [x: number, y: number] {
  const [fromX, fromY] = segment[1]
  if (segment[0] === 'L') {
    builder.line(...segment[2])
    return segment[2]
  }
  if (segment[0] === 'C') {
    builder.cubic(...segment[2], ...segment[3], ...segment[4])
    return segment[4]
  }
  if (segment[0] === 'Q') {
    const [, , [cx, cy], [x, y]] = segment
    const toward = (from: number, control: number) => from + (2 / 3) * (control - from)
    builder.cubic(toward(fromX, cx), toward(fromY, cy), toward(x, cx), toward(y, cy), x, y)
    return [x, y]
  }
  const [, , rx, ry, rotation, large, sweep, [x, y]] = segment
  appendArc(builder, fromX, fromY, { rx, ry, rotation, large, sweep, x, y })
  return [x, y]
}
