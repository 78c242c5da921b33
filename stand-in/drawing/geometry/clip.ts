import { areaOf, type Point } from './path'

/** The part of both polygons (`intersect`) or of the first without the second (`subtract`). */
type ClipOperation = 'intersect' | 'subtract'

/** A corner or a crossing in a polygon's ring. */
class Vertex {
  readonly point: Point
  /** Position of a crossing along the edge that it was inserted in. */
  readonly along: number
  next: Vertex = this
  previous: Vertex = this
  /** Set on crossings: the same place in the other polygon's ring. */
  twin: Vertex | null = null
  entering = false
  visited = false

  constructor(point: Point, along = 0) {
    this.point = point
    this.along = along
  }
}

/**
 * Clips one simple polygon by another (Greiner and Hormann, 1998). The second polygon is shifted by a hair, so
 * that corners do not fall on edges, where the method is undefined. A hole comes back as a second polygon that
 * runs the other way.
 */
export function clip(
  subject: readonly Point[],
  clipper: readonly Point[],
  operation: ClipOperation,
): Point[][] {
  const shifted = clipper.map(
    ([x, y], index): Point => [
      x + 1.3e-4 * Math.sin(index * 12.9898 + 1),
      y + 1.7e-4 * Math.cos(index * 78.233 + 2),
    ],
  )
  if (subject.length < 3 || shifted.length < 3) return operation === 'subtract' ? [[...subject]] : []
  const subjectRing = ringOf(subject)
  const clipperRing = ringOf(shifted)
  const crossings = insertCrossings(subjectRing, clipperRing)
  if (crossings === 0) return withoutCrossings(subject, shifted, operation)
  markEntries(subjectRing, shifted, operation === 'subtract')
  markEntries(clipperRing, subject, false)
  const way = Math.sign(areaOf(subject))
  return collect(subjectRing).map((piece) => (Math.sign(areaOf(piece)) === way ? piece : piece.reverse()))
}

/** Whether a point lies in a polygon, by the even-odd rule. */
export function contains(points: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  let previous = points.at(-1)
  for (const point of points) {
    if (previous !== undefined) {
      const crosses = point[1] > y !== previous[1] > y
      if (crosses && x < ((previous[0] - point[0]) * (y - point[1])) / (previous[1] - point[1]) + point[0]) {
        inside = !inside
      }
    }
    previous = point
  }
  return inside
}

function insertAfter(place: Vertex, added: Vertex): void {
  added.previous = place
  added.next = place.next
  place.next.previous = added
  place.next = added
}

function ringOf(points: readonly Point[]): Vertex {
  const [first = [0, 0] as Point, ...rest] = points
  const start = new Vertex(first)
  for (const point of rest) insertAfter(start.previous, new Vertex(point))
  return start
}

function cornersOf(ring: Vertex): Vertex[] {
  const corners: Vertex[] = []
  let at = ring
  do {
    if (at.twin === null) corners.push(at)
    at = at.next
  } while (at !== ring)
  return corners
}

function insertCrossings(subjectRing: Vertex, clipperRing: Vertex): number {
  const subjectCorners = cornersOf(subjectRing)
  const clipperCorners = cornersOf(clipperRing)
  let found = 0
  subjectCorners.forEach((from, index) => {
    const to = subjectCorners[(index + 1) % subjectCorners.length] ?? from
    const [left, right] = ordered(from.point[0], to.point[0])
    const [top, bottom] = ordered(from.point[1], to.point[1])
    clipperCorners.forEach((otherFrom, otherIndex) => {
      const otherTo = clipperCorners[(otherIndex + 1) % clipperCorners.length] ?? otherFrom
      const [ax, ay] = otherFrom.point
      const [bx, by] = otherTo.point
      if ((ax < left && bx < left) || (ax > right && bx > right)) return
      if ((ay < top && by < top) || (ay > bottom && by > bottom)) return
      const crossing = crossingOf(from.point, to.point, otherFrom.point, otherTo.point)
      if (crossing === null) return
      const one = new Vertex(crossing.point, crossing.t)
      const other = new Vertex(crossing.point, crossing.u)
      one.twin = other
      other.twin = one
      insertSorted(from, one)
      insertSorted(otherFrom, other)
      found += 1
    })
  })
  return found
}

function ordered(one: number, other: number): readonly [number, number] {
  return one < other ? [one, other] : [other, one]
}

function insertSorted(corner: Vertex, crossing: Vertex): void {
  let place = corner
  while (place.next.twin !== null && place.next.along < crossing.along) place = place.next
  insertAfter(place, crossing)
}

function crossingOf(
  [ax, ay]: Point,
  [bx, by]: Point,
  [cx, cy]: Point,
  [dx, dy]: Point,
): { point: Point; t: number; u: number } | null {
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (across === 0) return null
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
  if (t <= 0 || t >= 1) return null
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
  if (u <= 0 || u >= 1) return null
  return { point: [ax + t * (bx - ax), ay + t * (by - ay)], t, u }
}

/** Walks a ring once and notes at each crossing whether it leads into the other polygon. */
function markEntries(ring: Vertex, other: readonly Point[], inverted: boolean): void {
  let entering = !contains(other, ring.point) !== inverted
  let at = ring
  do {
    if (at.twin !== null) {
      at.entering = entering
      entering = !entering
    }
    at = at.next
  } while (at !== ring)
}

function collect(subjectRing: Vertex): Point[][] {
  const result: Point[][] = []
  let start = subjectRing
  do {
    if (start.twin !== null && !start.visited) {
      const piece = walk(start)
      if (piece.length >= 3 && Math.abs(areaOf(piece)) > 1e-9) result.push(piece)
    }
    start = start.next
  } while (start !== subjectRing)
  return result
}

function walk(start: Vertex): Point[] {
  const piece: Point[] = []
  let at = start
  do {
    const forwards = at.entering
    do {
      at.visited = true
      if (at.twin !== null) at.twin.visited = true
      at = forwards ? at.next : at.previous
      piece.push(at.point)
    } while (at.twin === null)
    at.visited = true
    at = at.twin
  } while (!at.visited && piece.length < 20_000)
  return piece
}

function withoutCrossings(
  subject: readonly Point[],
  clipper: readonly Point[],
  operation: ClipOperation,
): Point[][] {
  const [first] = subject
  const [otherFirst] = clipper
  const inside = first !== undefined && contains(clipper, first)
  const around = otherFirst !== undefined && contains(subject, otherFirst)
  if (operation === 'intersect') return inside ? [[...subject]] : around ? [[...clipper]] : []
  if (inside) return []
  if (!around) return [[...subject]]
  const hole = areaOf(subject) * areaOf(clipper) > 0 ? [...clipper].reverse() : [...clipper]
  return [[...subject], hole]
}
