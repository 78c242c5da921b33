import { CLOSE, CUBIC, MOVE, type Path } from './path'

/** A line, or a cubic with its two control points: x and y alternating, 4 or 8 numbers. */
export type Segment = readonly number[]

/** A sequence of connected segments. */
export interface Subpath {
  readonly x: number
  readonly y: number
  /** Empty if it stays at one point. */
  readonly segments: Segment[]
  /** Whether it has more than its first point. */
  isDrawn: boolean
  isClosed: boolean
}

/** Splits a path into its subpaths. Adds closing lines and drops segments without length. */
export function segmentsOf({ commands, coords }: Path): Subpath[] {
  const found: Subpath[] = []
  let current: Subpath | null = null
  let at = 0
  let [x, y] = [0, 0]
  const open = (): Subpath => {
    current = { x, y, segments: [], isDrawn: false, isClosed: false }
    found.push(current)
    return current
  }
  const to = (...points: number[]) => {
    current ??= open()
    current.isDrawn = true
    const segment = [x, y, ...points]
    const isPoint = segment.every((value, i) => value === segment[i % 2])
    if (!isPoint) current.segments.push(segment)
    x = segment.at(-2) ?? x
    y = segment.at(-1) ?? y
  }
  for (const command of commands) {
    if (command === CLOSE) {
      const closed: Subpath = current ?? open()
      if (x !== closed.x || y !== closed.y) to(closed.x, closed.y)
      closed.isClosed = true
      closed.isDrawn = true
      current = null
      continue
    }
    const size = command === CUBIC ? 6 : 2
    const points = [...coords.subarray(at, at + size)]
    at += size
    if (command === MOVE) {
      x = points[0] ?? 0
      y = points[1] ?? 0
      open()
    } else {
      to(...points)
    }
  }
  return found
}

/** Returns the part of a segment between two parameters, 0 to 1. */
export function partOf(segment: Segment, from: number, to: number): Segment {
  if (from <= 0 && to >= 1) return segment
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = segment
  if (segment.length === 4) {
    const at = (t: number) => [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]
    return [...at(from), ...at(to)]
  }
  const blend = (p0: number, p1: number, p2: number, p3: number, s: number, t: number, u: number) => {
    const mix = (a: number, b: number, by: number) => a + (b - a) * by
    const [a, b, c] = [mix(p0, p1, s), mix(p1, p2, s), mix(p2, p3, s)]
    return mix(mix(a, b, t), mix(b, c, t), u)
  }
  const points: number[] = []
  // The polar form of the cubic.
  for (const [s, t, u] of [
    [from, from, from],
    [from, from, to],
    [from, to, to],
    [to, to, to],
  ] as const) {
    points.push(blend(x0, x1, x2, x3, s, t, u), blend(y0, y1, y2, y3, s, t, u))
  }
  return points
}

/** Number of pieces into which a cubic is divided to measure it. */
const PIECES = 64

/** Returns the length of a segment up to each of its equal parameter steps; the last item is its full length. */
export function lengthsOf(segment: Segment): readonly number[] {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = segment
  if (segment.length === 4) return [0, Math.hypot(x1 - x0, y1 - y0)]
  const lengths = [0]
  let [lastX, lastY, sum] = [x0, y0, 0]
  for (let i = 1; i <= PIECES; i += 1) {
    const t = i / PIECES
    const u = 1 - t
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    const x = a * x0 + b * x1 + c * x2 + d * x3
    const y = a * y0 + b * y1 + c * y2 + d * y3
    sum += Math.hypot(x - lastX, y - lastY)
    lengths.push(sum)
    lastX = x
    lastY = y
  }
  return lengths
}

/** Returns the unit vector of the direction at the start of a segment, or at its end. */
export function directionOf(segment: Segment, end: boolean): readonly [number, number] {
  const count = segment.length / 2
  const point = (i: number) => {
    const at = 2 * (end ? count - 1 - i : i)
    return [segment[at] ?? 0, segment[at + 1] ?? 0] as const
  }
  const [x, y] = point(0)
  for (let i = 1; i < count; i += 1) {
    const [nextX, nextY] = point(i)
    const [dx, dy] = end ? [x - nextX, y - nextY] : [nextX - x, nextY - y]
    const length = Math.hypot(dx, dy)
    if (length > 1e-9) return [dx / length, dy / length]
  }
  return [1, 0]
}
