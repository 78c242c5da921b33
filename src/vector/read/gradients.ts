import type { Gradient, GradientStop, Paint } from '../drawing'
import { LIMITS } from '../errors'
import { IDENTITY, type Matrix, multiply, parseTransform } from '../matrix'
import { mapAxis } from './axis'
import { type Box, hullBox } from './bounds'
import type { ComputedStyles } from './computed'
import { type Definitions, hrefOf } from './definitions'
import type { XmlElement } from './document'
import { diagonal, readPx, type ViewSize } from './lengths'
import { aroundOrigin } from './origin'
import type { ReadBudget } from './read-budget'
import { boxPath } from './regions'
import { spreadOut } from './spread'
import { readStops } from './stops'
import type { Declared } from './style'

/** The shape that a paint is applied to. */
export interface Canvas {
  /** From the shape's coordinates to the drawing's px. */
  readonly matrix: Matrix
  readonly view: ViewSize
  /** The shape's exact box in its own coordinates. */
  readonly box: () => Box
}

/** A paint and its opacity, 0 to 1. */
export interface Painted {
  readonly paint: Paint
  readonly opacity: number
}

/** A gradient with what it inherits by href. */
interface Source {
  /** The attributes of the gradient, followed by those of the gradients that it refers to. */
  readonly chain: readonly Declared[]
  readonly stops: readonly GradientStop[]
  /** `transform-origin`, and a `transform` from styles. */
  readonly origin: string | undefined
  readonly transform: string | undefined
}

const NO_GEOMETRY: Declared = Object.fromEntries(
  ['x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'fx', 'fy', 'fr'].map((name) => [name, undefined]),
)

export const isGradient = ({ name }: XmlElement): boolean =>
  name === 'linearGradient' || name === 'radialGradient'

/** The largest coordinate or matrix entry that a gradient may have. */
const MAX_VALUE = 1e9

/** A focus closer to the center, in radii, is as good as none. */
const VISIBLE_FOCUS = 0.01

/** Reads the document's gradients, each once, and converts them to paints for the shapes that use them. */
export class Gradients {
  readonly #definitions: Definitions
  readonly #styles: ComputedStyles
  readonly #budget: ReadBudget
  readonly #sources = new Map<XmlElement, Source>()
  readonly #stops = new Map<XmlElement, readonly GradientStop[]>()

  constructor(definitions: Definitions, styles: ComputedStyles, budget: ReadBudget) {
    this.#definitions = definitions
    this.#styles = styles
    this.#budget = budget
  }

  /**
   * Converts the gradient to a paint in the drawing's px: a solid color if it has one stop or no extent, null if it paints
   * nothing, undefined if it cannot be used and the fallback applies. Throws VectorError.
   */
  place(element: XmlElement, canvas: Canvas): Painted | null | undefined {
    const source = this.#source(element)
    const { stops } = source
    const last = stops.at(-1)
    if (!last) return null
    const solid: Painted = { paint: { type: 'solid', color: last.color }, opacity: last.opacity }
    if (stops.length === 1) return solid
    const inBox = attribute(source, 'gradientUnits') !== 'userSpaceOnUse'
    const units = inBox ? boxMatrix(canvas.box()) : IDENTITY
    if (!units) return undefined
    const matrix = multiply(multiply(canvas.matrix, units), this.#transform(source, canvas.view))
    if (!(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c) > 0)) return undefined
    const view = inBox ? { width: 1, height: 1 } : canvas.view
    const paint =
      element.name === 'linearGradient' ? linear(source, view, matrix) : this.#radial(source, view, matrix)
    if (!paint) return solid
    const spread = this.#spread(source, paint, canvas)
    // The gradient is written again for each shape.
    this.#budget.spend(spread.stops.length)
    if (isInRange(spread)) return { paint: spread, opacity: 1 }
    this.#budget.leaveOut(element.name)
    return solid
  }

  #spread(source: Source, paint: Gradient, { matrix, box }: Canvas): Gradient {
    const method = attribute(source, 'spreadMethod')?.trim()
    if (method !== 'reflect' && method !== 'repeat') return paint
    const { x, y, width, height } = box()
    // The stroke reaches beyond the box.
    const margin = Math.hypot(width, height) / 2
    const wide = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }
    const around = hullBox(boxPath(wide, matrix))
    const spread = spreadOut(paint, method, around)
    if (!spread) this.#budget.leaveOut('spread-method')
    return spread ?? paint
  }

  #source(element: XmlElement): Source {
    const known = this.#sources.get(element)
    if (known) return known
    const chain = this.#chain(element)
    let stops: readonly GradientStop[] = []
    for (const link of chain) {
      stops = this.#stops.get(link) ?? readStops(link, this.#styles, this.#budget)
      this.#stops.set(link, stops)
      if (stops.length) break
    }
    const lengths = chain.map((link) => {
      const own = this.#styles.lengths(link)
      // Only what both kinds have is inherited from the other kind.
      return link.name === element.name ? own : { ...own, ...NO_GEOMETRY }
    })
    const { 'transform-origin': origin, transform } = this.#styles.at(element).declared
    const source = { chain: lengths, stops, origin, transform }
    this.#sources.set(element, source)
    return source
  }

  #chain(element: XmlElement): XmlElement[] {
    const chain = [element]
    for (let at = element; chain.length < LIMITS.chain; ) {
      const id = hrefOf(at)
      if (id === null) this.#budget.leaveOut('external-reference')
      const next = id ? this.#definitions.get(id) : undefined
      if (!next || !isGradient(next) || chain.includes(next)) break
      chain.push(next)
      at = next
    }
    return chain
  }

  #transform(source: Source, view: ViewSize): Matrix {
    const matrix = parseTransform(source.transform ?? attribute(source, 'gradientTransform') ?? '')
    if (!matrix) this.#budget.leaveOut('transform')
    if (!matrix || source.origin === undefined) return matrix ?? IDENTITY
    return aroundOrigin(matrix, source.origin, view, null)
  }

  #radial(source: Source, view: ViewSize, matrix: Matrix): Gradient | null {
    const across = (name: string, fallback: number) => readPx(attribute(source, name), view.width, fallback)
    const down = (name: string, fallback: number) => readPx(attribute(source, name), view.height, fallback)
    const cx = across('cx', view.width / 2)
    const cy = down('cy', view.height / 2)
    const r = readPx(attribute(source, 'r'), diagonal(view), diagonal(view) / 2)
    if (!(r > 0)) return null
    // A focus outside the circle is kept: browsers draw a cone, older renderers move the focus to the edge.
    const [fx, fy] = [across('fx', cx), down('fy', cy)]
    const fr = Math.max(0, readPx(attribute(source, 'fr'), diagonal(view), 0))
    const gradient = { type: 'radial' as const, cx, cy, r, fx, fy, matrix, stops: source.stops }
    const start = fr / r
    // Written all the same: only Figma lacks a focus.
    if (Math.hypot(fx - cx, fy - cy) > VISIBLE_FOCUS * r || !(start < 1))
      this.#budget.leaveOut('radial-focus')
    if (fr === 0 || !(start < 1)) return gradient
    // The same circles, counted from the point where their radius is 0.
    const stops = source.stops.map((stop) => ({ ...stop, offset: start + stop.offset * (1 - start) }))
    const tip = start / (1 - start)
    return { ...gradient, fx: fx - tip * (cx - fx), fy: fy - tip * (cy - fy), stops }
  }
}

function linear(source: Source, view: ViewSize, matrix: Matrix): Gradient | null {
  const ends = mapAxis(
    matrix,
    readPx(attribute(source, 'x1'), view.width, 0),
    readPx(attribute(source, 'y1'), view.height, 0),
    readPx(attribute(source, 'x2'), view.width, view.width),
    readPx(attribute(source, 'y2'), view.height, 0),
  )
  return ends && { type: 'linear', ...ends, stops: source.stops }
}

function attribute({ chain }: Source, name: string): string | undefined {
  for (const attributes of chain) {
    if (attributes[name] !== undefined) return attributes[name]
  }
  return undefined
}

/** Whether all numbers of a gradient are small enough for renderers. */
function isInRange(paint: Gradient): boolean {
  const numbers =
    paint.type === 'linear'
      ? [paint.x1, paint.y1, paint.x2, paint.y2]
      : [paint.cx, paint.cy, paint.r, paint.fx, paint.fy, ...Object.values<number>({ ...paint.matrix })]
  return numbers.every((value) => Math.abs(value) <= MAX_VALUE)
}

/** Returns the matrix from the unit square to the box. Null for a box without area, which the standard does not paint. */
const boxMatrix = ({ x, y, width, height }: Box): Matrix | null =>
  width > 0 && height > 0 ? { a: width, b: 0, c: 0, d: height, e: x, f: y } : null
