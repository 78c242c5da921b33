import type { Contour, Point, Segment } from './path'
import { between, distanceBetween, distanceToSegment, pointOn, simplify, tangent, turnAt } from './smooth'

/** Turns sharper than this (radians, about 50 degrees) are corners. */
const CORNER = 0.87

/** A point of the outline with the directions in which the curve arrives and leaves: one where it is smooth. */
interface Place {
  readonly point: Point
  readonly arrive: Point
  readonly leave: Point
  readonly corner: boolean
}

/**
 * Turns a closed polygon of many points into few curves that stay within `tolerance` of it. Sharp turns stay
 * corners, and so do the points that `isCorner` names. Null where nothing with an area is left.
 */
export function fitted(
  points: readonly Point[],
  tolerance = 0.6,
  isCorner: (point: Point) => boolean = () => false,
): Contour | null {
  const places = placesOf(simplifyClosed(points, tolerance * 0.45), isCorner)
  const count = places.length
  if (count < 3) return null
  const knots = startKnots(places)
  const segments: Segment[] = []
  knots.forEach((from, index) => {
    const next = knots[index + 1]
    fitStretch(places, from, next ?? (knots[0] ?? 0) + count, tolerance * 0.75, segments)
  })
  const start = places[knots[0] ?? 0]?.point
  return start === undefined ? null : { start, segments }
}

/** One curve from a place to a later one if it comes close to all in between, else two, split at the worst. */
function fitStretch(
  places: readonly Place[],
  from: number,
  to: number,
  tolerance: number,
  segments: Segment[],
): void {
  const count = places.length
  const start = places[from % count]
  const end = places[to % count]
  if (start === undefined || end === undefined) return
  const straight = to - from === 1 && alike(start.leave, end.arrive)
  const segment = straight ? end.point : between(start.point, end.point, start.leave, end.arrive)
  if (straight || segment.length === 2) {
    segments.push(end.point)
    return
  }
  const worst = to - from === 1 ? null : worstPlace(places, from, to, start.point, segment, tolerance)
  if (worst === null) segments.push(segment)
  else {
    fitStretch(places, from, worst, tolerance, segments)
    fitStretch(places, worst, to, tolerance, segments)
  }
}

function worstPlace(
  places: readonly Place[],
  from: number,
  to: number,
  start: Point,
  segment: Segment,
  tolerance: number,
): number | null {
  const curve = sampled(start, segment, tolerance)
  let worst: number | null = null
  let farthest = tolerance
  const look = (point: Point, index: number): void => {
    const distance = distanceToLine(point, curve, farthest)
    if (distance <= farthest) return
    farthest = distance
    worst = index
  }
  for (let index = from + 1; index <= to; index++) {
    const here = places[index % places.length]?.point ?? start
    const before = places[(index - 1) % places.length]?.point ?? start
    if (index < to) look(here, index)
    // Middles too: a curve may bulge over a long straight edge whose ends it meets.
    look([(here[0] + before[0]) / 2, (here[1] + before[1]) / 2], index < to ? index : index - 1)
  }
  return worst
}

/** Points on the curve, so many that the line through them strays from it by a quarter of the tolerance. */
function sampled(start: Point, segment: Segment, tolerance: number): Point[] {
  const [x1, y1, x2 = x1, y2 = y1, x = x1, y = y1] = segment
  const [leaveX, leaveY] = [x1 - start[0], y1 - start[1]]
  const [arriveX, arriveY] = [x - x2, y - y2]
  const length =
    distanceBetween(start, [x1, y1]) + distanceBetween([x1, y1], [x2, y2]) + distanceBetween([x2, y2], [x, y])
  const turn = Math.abs(Math.atan2(leaveX * arriveY - leaveY * arriveX, leaveX * arriveX + leaveY * arriveY))
  const steps = Math.min(40, Math.max(4, Math.ceil(Math.sqrt((length * (turn + 0.3)) / (2 * tolerance)))))
  return Array.from({ length: steps + 1 }, (_, step) => pointOn(start, segment, step / steps))
}

/** The least distance to a line, or some value up to `enough` as soon as it is known to be no more than that. */
function distanceToLine(point: Point, line: readonly Point[], enough: number): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let index = 1; index < line.length; index++) {
    const distance = distanceToSegment(point, line[index - 1] ?? point, line[index] ?? point)
    if (distance <= enough) return distance
    nearest = Math.min(nearest, distance)
  }
  return nearest
}

function placesOf(points: readonly Point[], isCorner: (point: Point) => boolean): Place[] {
  const count = points.length
  return points.map((point, index): Place => {
    const before = points[(index + count - 1) % count] ?? point
    const after = points[(index + 1) % count] ?? point
    const inward = direction(before, point)
    const outward = direction(point, after)
    if (isCorner(point) || turnAt(before, point, after) > CORNER) {
      return { point, arrive: inward, leave: outward, corner: true }
    }
    const along = smoothDirection(before, point, after) ?? outward
    return { point, arrive: along, leave: along, corner: false }
  })
}

/** A stretch much longer than its neighbour was straight: the curve must leave the point straight. */
function smoothDirection(before: Point, at: Point, after: Point): Point | null {
  const inward = distanceBetween(before, at)
  const outward = distanceBetween(at, after)
  if (inward > 3 * outward) return direction(before, at)
  if (outward > 3 * inward) return direction(at, after)
  return tangent(before, at, after)
}

/** The corners, and where they are few, places spread evenly between. */
function startKnots(places: readonly Place[]): number[] {
  const corners = places.flatMap(({ corner }, index) => (corner ? [index] : []))
  if (corners.length >= 3) return corners
  const spread = [0, 1, 2].map((third) => Math.floor((third * places.length) / 3))
  return [...new Set([...corners, ...spread])].sort((one, other) => one - other)
}

function direction(from: Point, to: Point): Point {
  const length = distanceBetween(from, to) || 1
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}

function alike([ax, ay]: Point, [bx, by]: Point): boolean {
  return ax * bx + ay * by > 0.9995
}

function simplifyClosed(points: readonly Point[], tolerance: number): Point[] {
  const first = points[0]
  if (first === undefined) return []
  let at = 0
  let farthest = 0
  points.forEach((point, index) => {
    const distance = distanceBetween(first, point)
    if (distance > farthest) {
      farthest = distance
      at = index
    }
  })
  const there = simplify(points.slice(0, at + 1), tolerance)
  const back = simplify([...points.slice(at), first], tolerance)
  return [...there.slice(0, -1), ...back.slice(0, -1)]
}
