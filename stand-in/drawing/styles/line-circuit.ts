import { hex, mixed, type Rgb } from '../colour'
import { mitred, type Node } from '../geometry/grid'
import { boxOf, type Contour, flatten, type Point } from '../geometry/path'
import { Raster } from '../geometry/raster'
import { ellipse, rectangle } from '../geometry/shapes'
import type { Shape } from '../pen'
import type { Random } from '../random'
import type { Scene } from '../scene'
import type { Fill } from '../write'
import { type Board, lineColour, plate, plateColour } from './plates'
import { Router } from './routing'

const BOARDS: readonly Board[] = [
  { ground: hex('0b1b2b'), dim: hex('245a72'), bright: hex('5fe0d3'), accent: hex('f7c65a') },
  { ground: hex('0a2a24'), dim: hex('23704f'), bright: hex('9cf2b8'), accent: hex('f5d271') },
  { ground: hex('191233'), dim: hex('4d3a8c'), bright: hex('bda4ff'), accent: hex('ff86b9') },
  { ground: hex('f5f6f0'), dim: hex('a9c4c4'), bright: hex('124a5a'), accent: hex('e2572e') },
]

/** Traces at most, inside the motif and around it. */
const MOST_INSIDE = 90
const MOST_OUTSIDE = 110

/** Style `line_circuit`: the motif as plates with edges in eight directions, filled and surrounded by traces. */
export function renderLineCircuit(scene: Scene, random: Random): Fill[] {
  const { width, height, shapes } = scene
  const board = random.pick(BOARDS)
  const unit = Math.min(width, height)
  const side = unit / 58
  const seen = new Raster(width, height, 6)
  shapes.forEach((shape, index) => {
    if (shape.role !== 'detail' && isPlate(shape, scene)) seen.paint(shape.path, index + 1)
  })
  const columns = Math.floor(width / side) + 1
  const rows = Math.floor(height / side) + 1
  const router = new Router(columns, rows, random.fork('routes'))
  const idAt = ([column, row]: Node): number => Math.max(0, seen.at(column * side, row * side))
  blockEdges(router, idAt)
  const counts = seen.counts()
  const outside = outsideTraces(scene, router, idAt, side, random)
  const plates = shapes.flatMap((shape, index) => {
    const share = (counts.get(index + 1) ?? 0) * 36
    return isPlate(shape, scene) || shape.role === 'detail' ? plate(shape, share, board, unit, side) : []
  })
  const inside = insideTraces(router, idAt, random)
  return [
    { path: rectangle(0, 0, width, height), colour: board.ground },
    ...outside.flatMap((nodes, index) =>
      traceFills(
        nodes,
        side,
        side * 0.2,
        index % 9 === 0 ? mixed(board.dim, board.bright, 0.55) : board.dim,
        board.ground,
      ),
    ),
    ...plates,
    ...inside.flatMap((nodes) => {
      const shape = shapes[idAt(nodes[0] ?? [0, 0]) - 1]
      const colour = shape === undefined ? board.bright : mixed(lineColour(shape, board), board.ground, 0.22)
      return traceFills(
        nodes,
        side,
        side * 0.17,
        colour,
        shape === undefined ? board.ground : plateColour(shape, board),
      )
    }),
  ]
}

/** Skies, glows and halos are not built; land, backdrops with a gradient and things are. */
function isPlate({ role, fade, path }: Shape, { width, groundFade }: Scene): boolean {
  if (role !== 'backdrop') return true
  const box = boxOf(path.flatMap((contour) => flatten(contour, 40)))
  return groundFade === null ? fade !== null : box.right - box.left > width * 0.9
}

/** No trace runs along the border between two plates, where the plates' own outlines are. */
function blockEdges(router: Router, idAt: (node: Node) => number): void {
  for (let row = 0; row < router.rows; row++) {
    for (let column = 0; column < router.columns; column++) {
      const id = idAt([column, row])
      const neighbours: readonly Node[] = [
        [column + 1, row],
        [column - 1, row],
        [column, row + 1],
        [column, row - 1],
      ]
      const inner = column > 0 && row > 0 && column < router.columns - 1 && row < router.rows - 1
      if (inner && neighbours.some((node) => idAt(node) !== id)) router.block([column, row])
    }
  }
}

/** Traces that leave the motif for the edges of the board, then others in what room is left. */
function outsideTraces(
  scene: Scene,
  router: Router,
  idAt: (node: Node) => number,
  side: number,
  random: Random,
): Node[][] {
  const free: Node[] = []
  for (let row = 0; row < router.rows; row++) {
    for (let column = 0; column < router.columns; column++) {
      if (router.isFree([column, row]) && idAt([column, row]) === 0) free.push([column, row])
    }
  }
  const [fx, fy] = [scene.focus[0] / side, scene.focus[1] / side]
  const nearness = new Map(
    free.map((node) => [node, Math.hypot(node[0] - fx, node[1] - fy) + random.between(0, 9)]),
  )
  const order = free.sort((one, other) => (nearness.get(one) ?? 0) - (nearness.get(other) ?? 0))
  const traces: Node[][] = []
  for (const node of order) {
    if (traces.length >= MOST_OUTSIDE) break
    const outwards = Math.round(Math.atan2(node[1] - fy, node[0] - fx) / (Math.PI / 4))
    const trace = router.trace(node, outwards, random.whole(8, 26), 4, (next) => idAt(next) === 0)
    if (trace !== null) traces.push(trace)
  }
  return traces
}

function insideTraces(router: Router, idAt: (node: Node) => number, random: Random): Node[][] {
  const nodes: Node[] = []
  for (let row = 0; row < router.rows; row++) {
    for (let column = 0; column < router.columns; column++) {
      if (router.isFree([column, row]) && idAt([column, row]) > 0) nodes.push([column, row])
    }
  }
  const traces: Node[][] = []
  for (const node of random.shuffled(nodes)) {
    if (traces.length >= MOST_INSIDE) break
    const id = idAt(node)
    const trace = router.trace(node, random.whole(0, 7), random.whole(4, 12), 2, (next) => idAt(next) === id)
    if (trace !== null) traces.push(trace)
  }
  return traces
}

/** A trace with a solid pad at its start and an open one at its end. */
function traceFills(nodes: readonly Node[], side: number, width: number, colour: Rgb, inside: Rgb): Fill[] {
  const corners = nodes.filter((node, index) => {
    const before = nodes[index - 1]
    const after = nodes[index + 1]
    return (
      before === undefined ||
      after === undefined ||
      node[0] * 2 !== before[0] + after[0] ||
      node[1] * 2 !== before[1] + after[1]
    )
  })
  const points = corners.map(([column, row]): Point => [column * side, row * side])
  const [start, end] = [points[0], points.at(-1)]
  const line: Contour | null = mitred(points, width)
  if (line === null || start === undefined || end === undefined) return []
  return [
    {
      path: [line, ...ellipse(start[0], start[1], width * 1.15), ...ellipse(end[0], end[1], width * 1.7)],
      colour,
    },
    { path: ellipse(end[0], end[1], width * 0.85), colour: inside },
  ]
}
