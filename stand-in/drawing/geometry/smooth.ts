import type { Contour, Path, Point, Segment } from './path'

/** A point that the outline turns at; a third element of 1 makes it a corner, without it the outline is smooth. */
export type Knot = readonly [x: number, y: number] | readonly [x: number, y: number, corner: 1]

/**
 * Knots as data, or as text, which reads better where a thing is drawn by hand: `x y` pairs with commas
 * between, an exclamation mark after a corner, as in `0 -1!, 0.4 0, 0 1!`.
 */
export type Knots = string | readonly Knot[]

/** Reads the text form. Throws on anything that is not a pair of numbers. */
function knotsOf(knots: Knots): readonly Knot[] {
  if (typeof knots !== 'string') return knots
  return knots.split(',').map((pair): Knot => {
    const [x = Number.NaN, y = Number.NaN] = pair.replace('!', '').trim().split(/\s+/).map(Number)
    if (Number.isNaN(x + y)) throw new Error(`not a knot: ${pair}`)
    return pair.includes('!') ? [x, y, 1] : [x, y]
  })
}

/** Points of an open line in either form; corners mean nothing there. */
function pointsOf(points: string | readonly Point[]): readonly Point[] {
  return typeof points === 'string' ? knotsOf(points).map(([x, y]): Point => [x, y]) : points
}

/** A closed, smooth outline through the knots. */
export function outline(knots: Knots): Path {
  return [closedThrough(knotsOf(knots))]
}

/**
 * A closed outline that is its own mirror image in the y axis. The knots are those of the right half (x >= 0)
 * from top to bottom; those on the axis are not doubled.
 */
export function symmetric(knots: Knots): Path {
  const right = knotsOf(knots)
  const mirrored = right
    .filter(([x]) => Math.abs(x) > 1e-9)
    .map((knot): Knot => (knot.length === 3 ? [-knot[0], knot[1], 1] : [-knot[0], knot[1]]))
  return outline([...right, ...mirrored.reverse()])
}

/** A closed outline with corners only. */
export function polygon(points: string | readonly Point[]): Path {
  const [start, ...rest] = pointsOf(points)
  return start === undefined ? [] : [{ start, segments: [...rest, start] }]
}

/** Points along a smooth open line through the given ones, about `steps` for each stretch. */
export function smoothLine(given: string | readonly Point[], steps = 10): Point[] {
  const points = pointsOf(given)
  const result: Point[] = []
  for (let index = 0; index + 1 < points.length; index++) {
    const from = points[index]
    const to = points[index + 1]
    if (from === undefined || to === undefined) continue
    const before = points[index - 1]
    const after = points[index + 2]
    const leave = before === undefined ? null : tangent(before, from, to)
    const arrive = after === undefined ? null : tangent(from, to, after)
    const segment = between(from, to, leave, arrive)
    for (let step = 0; step < steps; step++) result.push(pointOn(from, segment, step / steps))
  }
  const last = points.at(-1)
  if (last !== undefined) result.push(last)
  return result
}

/** Leaves out points of an open line that lie within `tolerance` of the rest (Douglas-Peucker). */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 3) return [...points]
  let farthest = 0
  let at = 0
  for (let index = 1; index < points.length - 1; index++) {
    const distance = distanceToSegment(points[index] ?? first, first, last)
    if (distance > farthest) {
      farthest = distance
      at = index
    }
  }
  if (farthest <= tolerance) return [first, last]
  return [
    ...simplify(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...simplify(points.slice(at), tolerance),
  ]
}

/** Distance of two points. Not Math.hypot: this runs millions of times a picture, and that is far slower. */
export function distanceBetween([ax, ay]: Point, [bx, by]: Point): number {
  return Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2)
}

/** Distance of a point from the stretch between two others. */
export function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax
  const dy = by - ay
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square))
  return Math.sqrt((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2)
}

function closedThrough(knots: readonly Knot[]): Contour {
  const count = knots.length
  const at = (index: number): Knot => knots[(index + count) % count] ?? [0, 0]
  const tangents = knots.map((knot, index): Point | null =>
    knot.length === 3 ? null : tangent(at(index - 1), knot, at(index + 1)),
  )
  const [startX, startY] = at(0)
  const segments = knots.map((knot, index): Segment => {
    const next = at(index + 1)
    return between(knot, next, tangents[index] ?? null, tangents[(index + 1) % count] ?? null)
  })
  return { start: [startX, startY], segments }
}

/** Direction of the circle through three points at the middle one: steady where the spacing is not. */
export function tangent(before: Knot, [x, y]: Knot, after: Knot): Point | null {
  const inX = x - before[0]
  const inY = y - before[1]
  const outX = after[0] - x
  const outY = after[1] - y
  const inLength = Math.hypot(inX, inY)
  const outLength = Math.hypot(outX, outY)
  if (inLength === 0 || outLength === 0) return null
  const dx = (inX / inLength) * outLength + (outX / outLength) * inLength
  const dy = (inY / inLength) * outLength + (outY / outLength) * inLength
  const length = Math.hypot(dx, dy)
  return length < 1e-12 ? null : [dx / length, dy / length]
}

/** The stretch from one knot to the next. A missing tangent is a corner; two make the stretch a line. */
export function between(from: Knot, to: Knot, leave: Point | null, arrive: Point | null): Segment {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const chord = Math.hypot(dx, dy)
  if (chord === 0 || (leave === null && arrive === null)) return [to[0], to[1]]
  const along: Point = [dx / chord, dy / chord]
  const out = leave ?? along
  const into = arrive ?? along
  const handle = chord * handleRatio((angle(out, along) + angle(into, along)) / 2)
  return [
    from[0] + out[0] * handle,
    from[1] + out[1] * handle,
    to[0] - into[0] * handle,
    to[1] - into[1] * handle,
    to[0],
    to[1],
  ]
}

/** Handle length over chord that makes the cubic a circular arc with this angle between tangent and chord. */
function handleRatio(angleToChord: number): number {
  const bounded = Math.min(angleToChord, 1.3)
  return bounded < 0.01 ? 1 / 3 : ((2 / 3) * Math.tan(bounded / 2)) / Math.sin(bounded)
}

function angle([ax, ay]: Point, [bx, by]: Point): number {
  return Math.acos(Math.max(-1, Math.min(1, ax * bx + ay * by)))
}

/** The angle by which a line turns at the middle one of three points, in radians, without its sign. */
export function turnAt(before: Point, point: Point, after: Point): number {
  const inward: Point = [point[0] - before[0], point[1] - before[1]]
  const outward: Point = [after[0] - point[0], after[1] - point[1]]
  return Math.abs(
    Math.atan2(
      inward[0] * outward[1] - inward[1] * outward[0],
      inward[0] * outward[0] + inward[1] * outward[1],
    ),
  )
}

/** The point at `t` (0 to 1) of a segment. */
export function pointOn(from: Point, segment: Segment, t: number): Point {
  const s = 1 - t
  if (segment.length === 2) return [s * from[0] + t * segment[0], s * from[1] + t * segment[1]]
  const [x1, y1, x2, y2, x, y] = segment
  return [
    s * s * s * from[0] + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x,
    s * s * s * from[1] + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y,
  ]
}
