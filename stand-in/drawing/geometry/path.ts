/** x to the right, y down. */
export type Point = readonly [number, number]

/** To a point by a line (two numbers) or by a cubic curve (two handles, then the point). */
export type Segment =
  | readonly [x: number, y: number]
  | readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number]

/** One closed run; the last segment ends where the first began. */
export interface Contour {
  readonly start: Point
  readonly segments: readonly Segment[]
}

/** A filled area; several contours are filled by the nonzero rule. */
export type Path = readonly Contour[]

/** `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Where a path lies. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The matrix that leaves everything where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Scales (x and y alike unless told), turns by `turn` radians, then moves to x, y. */
export function placed(x: number, y: number, scale = 1, turn = 0, scaleY = scale): Matrix {
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  return [scale * cos, scale * sin, -scaleY * sin, scaleY * cos, x, y]
}

/** The matrix that applies `inner` first, `outer` then. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** One point through a matrix. */
function movePoint([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** A whole path through a matrix. */
export function movePath(matrix: Matrix, path: Path): Path {
  return path.map(({ start, segments }) => ({
    start: movePoint(matrix, start[0], start[1]),
    segments: segments.map((segment): Segment => {
      if (segment.length === 2) return movePoint(matrix, segment[0], segment[1])
      const [x1, y1, x2, y2, x, y] = segment
      return [...movePoint(matrix, x1, y1), ...movePoint(matrix, x2, y2), ...movePoint(matrix, x, y)]
    }),
  }))
}

/** The corners of a contour as points, curves cut into steps of about `step` units. The first is not repeated. */
export function flatten({ start, segments }: Contour, step = 12): Point[] {
  const points: Point[] = [start]
  let [fromX, fromY] = start
  for (const segment of segments) {
    if (segment.length === 2) {
      points.push(segment)
      ;[fromX, fromY] = segment
      continue
    }
    const [x1, y1, x2, y2, x, y] = segment
    const length =
      Math.hypot(x1 - fromX, y1 - fromY) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x - x2, y - y2)
    const pieces = Math.max(3, Math.min(48, Math.ceil(length / step)))
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces
      const s = 1 - t
      points.push([
        s * s * s * fromX + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x,
        s * s * s * fromY + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y,
      ])
    }
    fromX = x
    fromY = y
  }
  const last = points.at(-1)
  if (last !== undefined && points.length > 1 && Math.hypot(last[0] - start[0], last[1] - start[1]) < 1e-6) {
    points.pop()
  }
  return points
}

/** The box around points. Empty input gives a box turned inside out. */
export function boxOf(points: Iterable<Point>): Box {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { left, top, right, bottom }
}

/** The box around a path, from its flattened outline. */
export function boxOfPath(path: Path): Box {
  return boxOf(path.flatMap((contour) => flatten(contour)))
}

/** The area of a polygon, positive where it runs clockwise on the screen (y down), negative the other way. */
export function areaOf(points: readonly Point[]): number {
  let twice = 0
  let previous = points.at(-1)
  for (const point of points) {
    if (previous !== undefined) twice += previous[0] * point[1] - point[0] * previous[1]
    previous = point
  }
  return twice / 2
}
