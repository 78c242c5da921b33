import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'
import { TwinFinder } from './twin-finder'

/** An edge that two shapes have in common, one on each side. In the drawing's px. */
export interface CommonEdge {
  /** A point on it, about its middle. */
  readonly x: number
  readonly y: number
  /** Unit vector across the edge. */
  readonly acrossX: number
  readonly acrossY: number
  readonly length: number
}

/** Lines are parallel if their unit vectors differ by less than this. */
const PARALLEL = 1e-6

/** Equal curves are next to each other when sorted, unless many are equal: each is compared with this many. */
const MAX_COMPARED = 8

/** The coordinates of curves may differ by the tolerance divided by this. */
const EXACT = 1000

/** In the keys of lines, what directions count compared to distances. */
const SPREAD = 25_000

/** A part of an infinite line, from `from` to `to` along it. */
interface Line {
  /** Unit vector along it, in the half-plane of x ≥ 0. */
  readonly x: number
  readonly y: number
  /** Distance of the infinite line from the origin, with its side. */
  readonly offset: number
  readonly from: number
  readonly to: number
  /** Whether the path runs in the direction of the unit vector. */
  readonly isForward: boolean
  /** The number of its path. */
  readonly part: number
}

interface Curve {
  /** Two curves with the same points have about the same, in either direction. */
  readonly key: number
  readonly points: Points
  readonly part: number
}

/** The coordinates of a cubic: start, handles, end. */
type Points = readonly number[]

/**
 * Returns the edges along which different paths abut: straight ones also where only a part is common, curves if all of their points are.
 * `parts`: outlines with the same winding direction, so that they run along a common edge in opposite directions. `tolerance`: the largest
 * distance of edges that count as one, in px.
 */
export function commonEdges(parts: readonly Path[], tolerance: number): CommonEdge[] {
  if (parts.length < 2) return []
  // Most edges are alone, so that only few have to be compared.
  const count = parts.reduce((sum, { commands }) => sum + commands.length + 1, 0)
  const lineKeys = new TwinFinder(count, tolerance)
  const curveKeys = new TwinFinder(count, tolerance / EXACT)
  for (const path of parts) {
    forEachEdge(
      path,
      (x0, y0, x1, y1) => lineKeys.add(keyOfLine(x0, y0, x1, y1, tolerance)),
      (x, y, coords, at) => curveKeys.add(keyOfCurve(x, y, coords, at)),
    )
  }
  const lines: Line[] = []
  const curves: Curve[] = []
  for (const [part, path] of parts.entries()) {
    forEachEdge(
      path,
      (x0, y0, x1, y1) => {
        if (lineKeys.next() !== null) lines.push(lineOf(x0, y0, x1, y1, part))
      },
      (x, y, coords, at) => {
        const key = curveKeys.next()
        if (key !== null) curves.push({ key, points: [x, y, ...coords.subarray(at, at + 6)], part })
      },
    )
  }
  return [...commonLines(lines, tolerance), ...commonCurves(curves, tolerance)]
}

type VisitLine = (x0: number, y0: number, x1: number, y1: number) => void

/** Receives the start of a cubic, and the index of its other coordinates. */
type VisitCurve = (x: number, y: number, coords: Float64Array, at: number) => void

/** Visits the edges of a filled path: open subpaths are closed. */
function forEachEdge({ commands, coords }: Path, visitLine: VisitLine, visitCurve: VisitCurve): void {
  let [at, x, y, startX, startY] = [0, 0, 0, 0, 0]
  for (const command of commands) {
    if (command === CLOSE) {
      visitLine(x, y, startX, startY)
      x = startX
      y = startY
      continue
    }
    const end = at + (command === CUBIC ? 6 : 2)
    const toX = coords[end - 2] ?? 0
    const toY = coords[end - 1] ?? 0
    if (command === CUBIC) visitCurve(x, y, coords, at)
    else if (command !== MOVE) visitLine(x, y, toX, toY)
    else {
      visitLine(x, y, startX, startY)
      startX = toX
      startY = toY
    }
    at = end
    x = toX
    y = toY
  }
  visitLine(x, y, startX, startY)
}

/** The same for lines on the same infinite line, in either direction, and rarely for others. NaN for lines that are too short. */
function keyOfLine(x0: number, y0: number, x1: number, y1: number, tolerance: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = Math.sqrt(dx * dx + dy * dy)
  if (!(length > 2 * tolerance)) return Number.NaN
  const sign = isForwards(dx / length, dy) ? 1 / length : -1 / length
  return (y0 * dx - x0 * dy) * sign + dy * sign * tolerance * SPREAD
}

function lineOf(x0: number, y0: number, x1: number, y1: number, part: number): Line {
  const length = Math.hypot(x1 - x0, y1 - y0)
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length]
  const isForward = isForwards(dx, dy)
  const [x, y] = isForward ? [dx, dy] : [-dx, -dy]
  const one = x0 * x + y0 * y
  const other = x1 * x + y1 * y
  return {
    ...{ x, y, offset: y0 * x - x0 * y, from: Math.min(one, other), to: Math.max(one, other) },
    ...{ isForward, part },
  }
}

/** Whether a unit vector is in the half-plane to the right; of nearly vertical ones, whether it points down. */
const isForwards = (dx: number, dy: number): boolean => (Math.abs(dx) < PARALLEL ? dy > 0 : dx > 0)

/** Any weights do that make it unlikely that different curves have the same sum. */
const keyOfCurve = (x: number, y: number, coords: Float64Array, at: number): number =>
  0.36 * (x + (coords[at + 4] ?? 0)) +
  0.27 * (y + (coords[at + 5] ?? 0)) +
  0.22 * ((coords[at] ?? 0) + (coords[at + 2] ?? 0)) +
  0.15 * ((coords[at + 1] ?? 0) + (coords[at + 3] ?? 0))

/** Compares the lines that are on the same infinite line. */
function commonLines(lines: readonly Line[], tolerance: number): CommonEdge[] {
  const edges: CommonEdge[] = []
  for (const parallel of clusters(lines, ({ y }) => y, PARALLEL)) {
    for (const same of clusters(parallel, ({ offset }) => offset, tolerance)) {
      addOverlaps(same, tolerance, edges)
    }
  }
  return edges
}

/** Sorts lines by a value, and divides them where two values are farther apart than `gap`. Leaves out those that are alone. */
function clusters(lines: readonly Line[], sortedBy: (line: Line) => number, gap: number): Line[][] {
  const sorted = [...lines].sort((a, b) => sortedBy(a) - sortedBy(b))
  const found: Line[][] = []
  let [start, last] = [0, 0]
  for (const [i, line] of sorted.entries()) {
    const value = sortedBy(line)
    if (value - last > gap) {
      if (i - start > 1) found.push(sorted.slice(start, i))
      start = i
    }
    last = value
  }
  if (sorted.length - start > 1) found.push(sorted.slice(start))
  return found
}

/** Paths that run along a piece of a line in one direction: how many, and the sum of their numbers. */
interface Passing {
  count: number
  sum: number
}

/** Walks along one infinite line, and adds where paths run in both directions. */
function addOverlaps(lines: readonly Line[], tolerance: number, edges: CommonEdge[]): void {
  const [first] = lines
  if (!first || lines.every(({ isForward }) => isForward === first.isForward)) return
  const stops = lines.flatMap((line) => [
    { at: line.from, line, change: 1 },
    { at: line.to, line, change: -1 },
  ])
  stops.sort((a, b) => a.at - b.at || a.change - b.change)
  const forward: Passing = { count: 0, sum: 0 }
  const backward: Passing = { count: 0, sum: 0 }
  let from = 0
  for (const { at, line, change } of stops) {
    const isOfOnePath = forward.count === 1 && backward.count === 1 && forward.sum === backward.sum
    if (at - from > tolerance && forward.count > 0 && backward.count > 0 && !isOfOnePath) {
      const middle = (from + at) / 2
      edges.push({
        x: middle * first.x - first.offset * first.y,
        y: middle * first.y + first.offset * first.x,
        ...{ acrossX: -first.y, acrossY: first.x, length: at - from },
      })
    }
    const passing = line.isForward ? forward : backward
    passing.count += change
    passing.sum += change * line.part
    from = at
  }
}

function commonCurves(curves: Curve[], tolerance: number): CommonEdge[] {
  // Curves that abut are written with the same numbers.
  const exact = tolerance / EXACT
  curves.sort((a, b) => a.key - b.key)
  const edges: CommonEdge[] = []
  for (const [i, { key, points, part }] of curves.entries()) {
    for (const other of curves.slice(i + 1, i + 1 + MAX_COMPARED)) {
      if (other.key - key > exact) break
      if (other.part === part || !areReversed(points, other.points, exact)) continue
      const edge = edgeOf(points)
      if (edge.length > tolerance) edges.push(edge)
      break
    }
  }
  return edges
}

function areReversed(points: Points, others: Points, tolerance: number): boolean {
  for (let i = 0; i < 8; i += 2) {
    const isNear =
      Math.abs((points[i] ?? 0) - (others[6 - i] ?? 0)) <= tolerance &&
      Math.abs((points[i + 1] ?? 0) - (others[7 - i] ?? 0)) <= tolerance
    if (!isNear) return false
  }
  return true
}

function edgeOf(points: Points): CommonEdge {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points
  const chord = Math.hypot(x3 - x0, y3 - y0)
  const legs = Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2)
  // The tangent in the middle.
  const [dx, dy] = [x3 + x2 - x1 - x0, y3 + y2 - y1 - y0]
  const size = Math.hypot(dx, dy) || 1
  return {
    x: (x0 + 3 * x1 + 3 * x2 + x3) / 8,
    y: (y0 + 3 * y1 + 3 * y2 + y3) / 8,
    ...{ acrossX: -dy / size, acrossY: dx / size, length: (chord + legs) / 2 },
  }
}
