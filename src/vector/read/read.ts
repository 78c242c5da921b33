import type { XmlElement } from '@rgrove/parse-xml'
import type { Drawing, Paint, Shape } from '../drawing'
import { CAPS, VectorError } from '../errors'
import { type Matrix, multiply, parseTransform } from '../matrix'
import { parsePath } from '../path/parse'
import type { Path } from '../path/path'
import { transformPath } from '../path/transform'
import { readColour, readFraction } from './colour'
import { elementsOf, readDocument } from './document'
import { collectGradients, type GradientSource, placeGradient } from './gradients'
import { property } from './style'
import { readViewport } from './viewport'

/** What was in the file and is not in the drawing: how many of each kind, by SVG's own names. */
export type LeftOut = Record<string, number>

export interface ReadResult {
  readonly drawing: Drawing
  readonly leftOut: LeftOut
}

/** Elements without a picture of their own: passing over them loses nothing that could be seen. */
const INVISIBLE = new Set([
  'defs',
  'metadata',
  'title',
  'desc',
  'linearGradient',
  'radialGradient',
  'recraft-signature',
])

/** What a child takes over from its parents. */
interface Inherited {
  readonly matrix: Matrix
  readonly fill: string
  readonly fillOpacity: number
  readonly fillRule: string
  readonly opacity: number
  readonly stroke: string
}

/**
 * Reads an SVG text into a drawing of `size` px, or of the file's own size. All transforms, the uneven scale of the
 * viewBox included, are baked into the paths. Throws VectorError; what cannot be kept is counted, never lost in silence.
 */
export function readSvg(text: string, size?: { width: number; height: number }): ReadResult {
  const root = readDocument(text)
  const viewport = readViewport(root, size)
  const reader = new Reader(root, Math.max(viewport.width, viewport.height) * CAPS.reach)
  reader.visitChildren(
    root,
    inherit(root, {
      matrix: viewport.matrix,
      fill: '#000000',
      fillOpacity: 1,
      fillRule: 'nonzero',
      opacity: 1,
      stroke: 'none',
    }),
    1,
  )
  if (reader.shapes.length === 0) throw new VectorError('nothing-drawn', 'no shape that can be kept')
  const { width, height } = viewport
  return { drawing: { width, height, shapes: reader.shapes }, leftOut: reader.leftOut }
}

class Reader {
  readonly shapes: Shape[] = []
  readonly leftOut: LeftOut = {}
  readonly #gradients: Map<string, GradientSource>
  readonly #reach: number
  #segments = 0

  constructor(root: XmlElement, reach: number) {
    this.#gradients = collectGradients(root)
    this.#reach = reach
  }

  visitChildren(parent: XmlElement, inherited: Inherited, depth: number): void {
    if (depth > CAPS.depth) throw new VectorError('too-large', `more than ${CAPS.depth} levels`)
    for (const element of elementsOf(parent)) this.#visit(element, inherited, depth)
  }

  #visit(element: XmlElement, inherited: Inherited, depth: number): void {
    if (INVISIBLE.has(element.name)) return
    if (property(element, 'display') === 'none') return
    const transform = element.attributes.transform
    const own = transform === undefined ? undefined : parseTransform(transform)
    if (own === null) return this.#leaveOut('transform')
    const state = inherit(
      element,
      own ? { ...inherited, matrix: multiply(inherited.matrix, own) } : inherited,
    )
    for (const effect of ['clip-path', 'mask', 'filter']) {
      if ((property(element, effect) ?? 'none') !== 'none') this.#leaveOut(effect)
    }
    if (element.name === 'g') return this.visitChildren(element, state, depth + 1)
    if (element.name !== 'path') return this.#leaveOut(element.name)
    this.#addPath(element, state)
  }

  #addPath(element: XmlElement, state: Inherited): void {
    if (state.stroke !== 'none') this.#leaveOut('stroke')
    if (state.fill === 'none' || property(element, 'visibility') === 'hidden') return
    const { path, complete } = parsePath(element.attributes.d ?? '', CAPS.segments - this.#segments)
    this.#segments += path.commands.length
    if (!complete) throw new VectorError('too-large', `more than ${CAPS.segments} segments`)
    if (path.commands.length < 2) return
    const placed = transformPath(path, state.matrix)
    if (!withinReach(placed, this.#reach)) return this.#leaveOut('out-of-reach')
    const paint = this.#paint(state)
    const opacity = state.opacity * state.fillOpacity * (paint?.opacity ?? 0)
    if (!paint || opacity === 0) return
    if (this.shapes.length >= CAPS.shapes)
      throw new VectorError('too-large', `more than ${CAPS.shapes} shapes`)
    const fillRule = state.fillRule === 'evenodd' ? 'evenodd' : 'nonzero'
    this.shapes.push({ path: placed, fill: paint.fill, opacity, fillRule, stroke: null })
  }

  #paint(state: Inherited): { readonly fill: Paint; readonly opacity: number } | null {
    const reference = /^url\(\s*['"]?#([^'")\s]+)['"]?\s*\)\s*(.*)$/.exec(state.fill.trim())
    if (!reference) {
      const solid = readColour(state.fill)
      if (!solid) this.#leaveOut('paint')
      return solid && { fill: { type: 'solid', colour: solid.colour }, opacity: solid.opacity }
    }
    const source = this.#gradients.get(reference[1] ?? '')
    const gradient = source && placeGradient(source, state.matrix)
    if (gradient) return { fill: gradient, opacity: 1 }
    // A plain colour in the gradient's place keeps the shape; the report says that the gradient is gone.
    this.#leaveOut(source?.element.name ?? 'paint')
    const stop = source?.stops[Math.floor(source.stops.length / 2)] ?? readColour(reference[2] ?? '')
    return stop && { fill: { type: 'solid', colour: stop.colour }, opacity: stop.opacity }
  }

  #leaveOut(kind: string): void {
    this.leftOut[kind] = (this.leftOut[kind] ?? 0) + 1
  }
}

function inherit(element: XmlElement, from: Inherited): Inherited {
  const fill = property(element, 'fill')
  return {
    matrix: from.matrix,
    // `currentColor` of a picture that stands alone is black.
    fill: fill === undefined ? from.fill : /^currentcolor$/i.test(fill) ? '#000000' : fill,
    fillOpacity: readFraction(property(element, 'fill-opacity'), from.fillOpacity),
    fillRule: property(element, 'fill-rule') ?? from.fillRule,
    opacity: from.opacity * readFraction(property(element, 'opacity'), 1),
    stroke: property(element, 'stroke') ?? from.stroke,
  }
}

function withinReach({ coords }: Path, reach: number): boolean {
  for (const value of coords) {
    if (!(Math.abs(value) <= reach)) return false
  }
  return true
}
