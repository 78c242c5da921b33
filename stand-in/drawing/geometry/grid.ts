import type { Contour, Path, Point } from './path'

/** A place on a square grid. */
export type Node = readonly [column: number, row: number]

/** The eight directions, clockwise from the right. */
export const DIRECTIONS: readonly Node[] = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
]

/**
 * A closed outline on a grid, with edges in the eight directions only. `side` is the grid's. Returns the corners
 * in units of the picture; fewer than three where the outline is smaller than the grid.
 */
export function snapped(points: readonly Point[], side: number): Point[] {
  const corners: Node[] = []
  const add = (node: Node): void => {
    const last = corners.at(-1)
    if (last === undefined || last[0] !== node[0] || last[1] !== node[1]) corners.push(node)
  }
  const nodes = points.map(([x, y]): Node => [Math.round(x / side), Math.round(y / side)])
  nodes.forEach((from, index) => {
    const to = nodes[(index + 1) % nodes.length] ?? from
    const pieces = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 12))
    for (let piece = 0; piece < pieces; piece++) {
      for (const node of elbow(between(from, to, piece / pieces), between(from, to, (piece + 1) / pieces)))
        add(node)
    }
  })
  return withoutSpikes(corners).map(([column, row]): Point => [column * side, row * side])
}

function between([ax, ay]: Node, [bx, by]: Node, share: number): Node {
  return [Math.round(ax + (bx - ax) * share), Math.round(ay + (by - ay) * share)]
}

/** The corners of a way from one node to another: half the straight part, the diagonal, the other half. */
function elbow(from: Node, to: Node): Node[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const [alongX, alongY] = [Math.sign(dx), Math.sign(dy)]
  const diagonal = Math.min(Math.abs(dx), Math.abs(dy))
  const half = Math.floor((Math.max(Math.abs(dx), Math.abs(dy)) - diagonal) / 2)
  const flat = Math.abs(dx) > Math.abs(dy)
  const start: Node = [from[0] + (flat ? alongX * half : 0), from[1] + (flat ? 0 : alongY * half)]
  return [from, start, [start[0] + alongX * diagonal, start[1] + alongY * diagonal], to]
}

/** An open line with sharp, mitred corners and square ends as a filled shape. Corners up to 90 degrees. */
export function mitred(points: readonly Point[], width: number): Contour | null {
  if (points.length < 2) return null
  const sides: [Point[], Point[]] = [[], []]
  points.forEach((point, index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    const inward = before === undefined ? null : Math.atan2(point[1] - before[1], point[0] - before[0])
    const outward = after === undefined ? null : Math.atan2(after[1] - point[1], after[0] - point[0])
    const from = inward ?? outward ?? 0
    const turn = Math.atan2(Math.sin((outward ?? from) - from), Math.cos((outward ?? from) - from))
    const angle = from + turn / 2
    const half = width / 2 / Math.max(0.5, Math.cos(turn / 2))
    sides[0].push([point[0] + Math.sin(angle) * half, point[1] - Math.cos(angle) * half])
    sides[1].push([point[0] - Math.sin(angle) * half, point[1] + Math.cos(angle) * half])
  })
  const [start, ...rest] = [...sides[0], ...sides[1].reverse()]
  return start === undefined ? null : { start, segments: [...rest, start] }
}

/** A closed outline of straight edges as a flat ring. */
export function frame(points: readonly Point[], width: number): Path {
  const count = points.length
  if (count < 3) return []
  const side = (half: number): Point[] =>
    points.map((point, index): Point => {
      const before = points[(index + count - 1) % count] ?? point
      const after = points[(index + 1) % count] ?? point
      const from = Math.atan2(point[1] - before[1], point[0] - before[0])
      const to = Math.atan2(after[1] - point[1], after[0] - point[0])
      const turn = Math.atan2(Math.sin(to - from), Math.cos(to - from))
      const reach = half / Math.max(0.4, Math.cos(turn / 2))
      return [point[0] + Math.sin(from + turn / 2) * reach, point[1] - Math.cos(from + turn / 2) * reach]
    })
  const contour = ([start, ...rest]: readonly Point[]): Contour[] =>
    start === undefined ? [] : [{ start, segments: [...rest, start] }]
  return [...contour(side(width / 2)), ...contour(side(-width / 2).reverse())]
}

/** Drops repeated nodes, those in the middle of straight runs, and turns back on themselves. */
function withoutSpikes(nodes: readonly Node[]): Node[] {
  const kept = [...nodes]
  for (let index = 0; kept.length > 2 && index < kept.length; ) {
    const node = kept[index] ?? [0, 0]
    const before = kept[(index + kept.length - 1) % kept.length] ?? node
    const after = kept[(index + 1) % kept.length] ?? node
    const across = (node[0] - before[0]) * (after[1] - node[1]) - (node[1] - before[1]) * (after[0] - node[0])
    if (across !== 0) {
      index += 1
      continue
    }
    kept.splice(index, 1)
    // What was dropped may have made a spike of the node before it.
    index = Math.max(0, index - 1)
  }
  return kept.length < 3 ? [] : kept
}
