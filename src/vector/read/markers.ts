import { IDENTITY, type Matrix, multiply } from '../matrix'
import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'
import type { XmlElement } from './document'
import type { Canvas } from './gradients'
import { withEffects } from './groups'
import { diagonal, inPx, readPx } from './lengths'
import { referenceOf } from './paint'
import { boxPath, clipTo } from './regions'
import type { Scene } from './scene'
import { contextOf, type State } from './state'
import { fitInto, readViewBox } from './viewport'

/** Elements on which markers are drawn. */
const MARKER_ELEMENTS = new Set(['path', 'line', 'polyline', 'polygon'])

/** Maximum number of markers of one shape. */
const MAX_MARKERS = 2000

/** A point of a path with the directions in which the path comes and goes, in radians; null at an end. */
interface Vertex {
  readonly x: number
  readonly y: number
  readonly in: number | null
  readonly out: number | null
}

/** Draws the markers of shapes. */
export class MarkerPainter {
  readonly #scene: Scene

  constructor(scene: Scene) {
    this.#scene = scene
  }

  /** Draws the markers of an element called `name`. Throws VectorError. */
  paint(path: Path, name: string, canvas: Canvas, state: State): void {
    const { markerStart, markerMid, markerEnd, fill, stroke } = state.style
    if (!MARKER_ELEMENTS.has(name)) return
    const [start, middle, end] = [markerStart, markerMid, markerEnd].map((value) => this.#marker(value))
    if (!start && !middle && !end) return
    const vertices = verticesOf(path)
    if (vertices.length > MAX_MARKERS) return this.#scene.budget.leaveOut('marker')
    const inside: State = { ...state, context: contextOf(fill, stroke, canvas, state) }
    const last = vertices.length - 1
    for (const [i, vertex] of vertices.entries()) {
      if (i === 0 && start) this.#draw(start, vertex, true, inside)
      if (i > 0 && i < last && middle) this.#draw(middle, vertex, false, inside)
      if (i === last && end) this.#draw(end, vertex, false, inside)
    }
  }

  #marker(value: string): XmlElement | null {
    if (value === 'none') return null
    const id = referenceOf(value)
    if (id === null && /^url\(/i.test(value)) this.#scene.budget.leaveOut('external-reference')
    const target = id === null ? undefined : this.#scene.resource(id)
    return target?.name === 'marker' ? target : null
  }

  #draw(marker: XmlElement, vertex: Vertex, isStart: boolean, state: State): void {
    const { styles, shapes, canvas, budget } = this.#scene
    budget.repeat(marker)
    const computed = styles.at(marker)
    const { declared, style } = computed
    const width = readPx(declared.markerWidth, state.view.width, 3)
    const height = readPx(declared.markerHeight, state.view.height, 3)
    if (!(width > 0 && height > 0)) return
    const lineWidth = inPx(state.style.strokeWidth, diagonal(state.view))
    const scale = declared.markerUnits === 'userSpaceOnUse' ? 1 : lineWidth
    const placed = multiply(state.matrix, placeAt(vertex, angleOf(declared.orient, vertex, isStart), scale))
    const box = readViewBox(declared.viewBox)
    const fit = box ? fitInto(box, width, height, declared.preserveAspectRatio) : IDENTITY
    const size = box ?? { x: 0, y: 0, width, height }
    const referenceX = reference(declared.refX, ['left', 'right'], [size.x, size.width], state.view.width)
    const referenceY = reference(declared.refY, ['top', 'bottom'], [size.y, size.height], state.view.height)
    const offset = { ...IDENTITY, e: -(fit.a * referenceX + fit.e), f: -(fit.d * referenceY + fit.f) }
    const outer = multiply(placed, offset)
    const inner: State = { matrix: multiply(outer, fit), view: size, computed, style, context: state.context }
    const drawn = this.#scene.drawApart(marker, inner)
    if (!drawn) return
    const isCut = !['visible', 'auto'].includes(declared.overflow?.trim() ?? 'hidden')
    const clips = isCut ? [clipTo(boxPath({ x: 0, y: 0, width, height }, outer))] : []
    for (const shape of withEffects(drawn, { clips, mask: null, opacity: 1, blendMode: null, canvas })) {
      shapes.push(shape)
    }
  }
}

function placeAt({ x, y }: Vertex, angle: number, scale: number): Matrix {
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
  return { a: cos, b: sin, c: -sin, d: cos, e: x, f: y }
}

/** Reads `refX` or `refY`: a length, or the name of a place in the box. Percentages refer to the view around the marker. */
function reference(
  text: string | undefined,
  [first, last]: readonly [string, string],
  [from, size]: readonly [number, number],
  view: number,
): number {
  const word = text?.trim()
  if (word === first) return from
  if (word === 'center') return from + size / 2
  if (word === last) return from + size
  return readPx(word, view, 0)
}

function angleOf(orient: string | undefined, vertex: Vertex, isStart: boolean): number {
  const text = orient?.trim() ?? '0'
  if (text !== 'auto' && text !== 'auto-start-reverse') {
    const match = /^([-+]?[\d.]+(?:e[-+]?\d+)?)(deg|rad|grad|turn)?$/i.exec(text)
    const factors: Readonly<Record<string, number>> = { rad: 180 / Math.PI, grad: 0.9, turn: 360 }
    const degrees = Number(match?.[1]) * (factors[match?.[2]?.toLowerCase() ?? ''] ?? 1)
    return Number.isFinite(degrees) ? (degrees * Math.PI) / 180 : 0
  }
  const turn = isStart && text === 'auto-start-reverse' ? Math.PI : 0
  if (vertex.in === null || vertex.out === null) return (vertex.in ?? vertex.out ?? 0) + turn
  // Halfway between the two directions, on the shorter way.
  const way = vertex.out - vertex.in
  const short = Math.atan2(Math.sin(way), Math.cos(way))
  return vertex.in + short / 2 + turn
}

/** Returns the points between the segments of a path, with the directions there. */
function verticesOf({ commands, coords }: Path): Vertex[] {
  const points: { x: number; y: number; in: number | null; out: number | null }[] = []
  let at = 0
  let first = 0
  const direct = (fromX: number, fromY: number, x: number, y: number) =>
    fromX === x && fromY === y ? null : Math.atan2(y - fromY, x - fromX)
  for (const command of commands) {
    const last = points.at(-1)
    if (command === CLOSE) {
      const start = points[first]
      if (!last || !start) continue
      const way = direct(last.x, last.y, start.x, start.y)
      last.out ??= way
      const arrives = way ?? last.in
      // The end of a closed subpath is its start: the directions of both meet there.
      points.push({ x: start.x, y: start.y, in: arrives, out: start.out })
      start.in = arrives
      continue
    }
    const numbers = [...coords.subarray(at, at + (command === CUBIC ? 6 : 2))]
    at += numbers.length
    const [x = 0, y = 0] = numbers.slice(-2)
    if (command === MOVE || !last) {
      first = points.length
      points.push({ x, y, in: null, out: null })
      continue
    }
    const controls = [last.x, last.y, ...numbers]
    let leaves: number | null = null
    let arrives: number | null = null
    for (let i = 2; i < controls.length; i += 2) {
      leaves ??= direct(last.x, last.y, controls[i] ?? 0, controls[i + 1] ?? 0)
      arrives ??= direct(controls.at(-2 - i) ?? 0, controls.at(-1 - i) ?? 0, x, y)
    }
    last.out = leaves ?? last.in
    points.push({ x, y, in: arrives ?? last.out, out: null })
  }
  return points
}
