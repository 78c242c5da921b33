import { fitted } from './fit'
import { areaOf, type Contour, type Path, type Point } from './path'
import { distanceToSegment, simplify } from './smooth'

/** Width at a place between 0 (start) and 1 (end) of a line. */
export type WidthAt = (along: number) => number

/** A constant width with ends that run out to a point over the given part of the length. */
export function tapered(width: number, part = 0.25): WidthAt {
  return (along) => width * Math.min(1, Math.sqrt(Math.max(0, Math.min(along, 1 - along)) / part))
}

/**
 * An open line as a filled shape: both sides offset by half the width, the ends round (unless cut) where they have a width.
 * Points closer together than the eye can tell are dropped first. Null where nothing is left.
 */
export function ribbon(
  points: readonly Point[],
  width: number | WidthAt,
  tolerance = 0.35,
  ends: 'round' | 'cut' = 'round',
): Contour | null {
  const widthAt = typeof width === 'number' ? () => width : width
  const line = withoutRepeats(points)
  const lengths = runningLengths(line)
  const total = lengths.at(-1) ?? 0
  if (line.length < 2 || total === 0) return null
  const left: Point[] = []
  const right: Point[] = []
  line.forEach((point, index) => {
    const [dx, dy] = directionAt(line, index)
    const half = widthAt((lengths[index] ?? 0) / total) / 2
    left.push([point[0] + dy * half, point[1] - dx * half])
    right.push([point[0] - dy * half, point[1] + dx * half])
  })
  const cap = (end: 0 | 1): Point[] =>
    ends === 'cut' ? [] : roundEnd(line, end, widthAt(end) / 2, tolerance)
  return fitted([...left, ...cap(1), ...right.reverse(), ...cap(0)], tolerance)
}

/** A closed line of one width as a filled ring: the outer side one way round, the inner side the other. */
export function ring(points: readonly Point[], width: number, tolerance = 0.7): Path {
  const outer = offset(points, width / 2)
  const inner = offset(points, -width / 2)
  const contours = [fitted(outer, tolerance), fitted([...inner].reverse(), tolerance)]
  return contours.filter((contour) => contour !== null)
}

/**
 * Moves a closed polygon's outline outwards (distance > 0) or inwards by a distance. Outer corners get round
 * joints, inner ones the point where the moved edges meet; stretches that would come nearer to the outline than
 * the distance, as at notches and in narrow parts, are cut away. Returns no points where nothing is left.
 */
export function offset(points: readonly Point[], distance: number): Point[] {
  const line = divided(simplify(withoutRepeats(points), 0.3), Math.max(20, Math.abs(distance) * 6))
  const count = line.length
  if (count < 3) return []
  const outwards = areaOf(line) > 0 ? distance : -distance
  const moved: Point[] = []
  line.forEach((point, index) => {
    const before = line[(index + count - 1) % count] ?? point
    const after = line[(index + 1) % count] ?? point
    const from = Math.atan2(point[1] - before[1], point[0] - before[0])
    const turn = wrapped(Math.atan2(after[1] - point[1], after[0] - point[0]) - from)
    const at = (angle: number, reach: number): void => {
      moved.push([point[0] + Math.sin(angle) * reach, point[1] - Math.cos(angle) * reach])
    }
    if (turn * outwards <= 0) {
      // Edges that nearly fold back would meet far away: the clearance test below would drop that point anyway.
      at(from + turn / 2, outwards / Math.max(0.05, Math.cos(turn / 2)))
      return
    }
    const joints = Math.max(1, Math.ceil(Math.abs(turn) / 0.35))
    for (let joint = 0; joint <= joints; joint++) at(from + (turn * joint) / joints, outwards)
  })
  const allowed = Math.abs(distance) * 0.97
  const clear = moved.filter((point) => !isNearer(point, line, allowed))
  return clear.length < 3 || areaOf(clear) * areaOf(line) < 0 ? [] : clear
}

function isNearer(point: Point, line: readonly Point[], allowed: number): boolean {
  const [x, y] = point
  let previous = line.at(-1) ?? point
  for (const corner of line) {
    const aside =
      (corner[0] > x + allowed && previous[0] > x + allowed) ||
      (corner[0] < x - allowed && previous[0] < x - allowed) ||
      (corner[1] > y + allowed && previous[1] > y + allowed) ||
      (corner[1] < y - allowed && previous[1] < y - allowed)
    if (!aside && distanceToSegment(point, previous, corner) < allowed) return true
    previous = corner
  }
  return false
}

/** The same closed outline with long edges cut, so that a part of an edge can be kept. */
function divided(line: readonly Point[], longest: number): Point[] {
  return line.flatMap((from, index) => {
    const to = line[(index + 1) % line.length] ?? from
    const pieces = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / longest))
    return Array.from({ length: pieces }, (_, piece): Point => {
      const share = piece / pieces
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    })
  })
}

function withoutRepeats(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1]
    return before === undefined || Math.hypot(point[0] - before[0], point[1] - before[1]) > 1e-4
  })
}

function runningLengths(line: readonly Point[]): number[] {
  let length = 0
  return line.map((point, index) => {
    const before = line[index - 1]
    if (before !== undefined) length += Math.hypot(point[0] - before[0], point[1] - before[1])
    return length
  })
}

function directionAt(line: readonly Point[], index: number): Point {
  const point = line[index] ?? [0, 0]
  const before = line[index - 1] ?? point
  const after = line[index + 1] ?? point
  const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
  return [(after[0] - before[0]) / length, (after[1] - before[1]) / length]
}

function roundEnd(line: readonly Point[], end: 0 | 1, half: number, tolerance: number): Point[] {
  const index = end === 1 ? line.length - 1 : 0
  const point = line[index] ?? [0, 0]
  if (half < tolerance) return [point]
  const [dx, dy] = directionAt(line, index)
  const start = Math.atan2(dy, dx) + (end === 1 ? -Math.PI / 2 : Math.PI / 2)
  return [1, 2, 3, 4, 5].map((step): Point => {
    const angle = start + (step * Math.PI) / 6
    return [point[0] + Math.cos(angle) * half, point[1] + Math.sin(angle) * half]
  })
}

function wrapped(angle: number): number {
  if (angle > Math.PI) return angle - 2 * Math.PI
  return angle < -Math.PI ? angle + 2 * Math.PI : angle
}
