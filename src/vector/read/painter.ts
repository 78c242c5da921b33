import type { Paint, Shape } from '../drawing'
import { LIMITS, VectorError } from '../errors'
import type { Path } from '../path/path'
import { exactBox } from './bounds'
import { readColor } from './color'
import type { XmlElement } from './document'
import { type Canvas, type Gradients, isGradient, type Painted } from './gradients'
import { withEffects } from './groups'
import type { Part } from './inherited'
import { MarkerPainter } from './markers'
import type { PaintText } from './paint'
import { PatternPainter } from './patterns'
import { clipTo } from './regions'
import type { Scene } from './scene'
import type { State } from './state'
import { type ReadStroke, readStroke, type StrokeLine, strokeOutline } from './stroke'

/** What a part is painted with: a paint, or the tiles of a pattern. */
type Resolved = Painted | { readonly pattern: XmlElement; readonly canvas: Canvas }

/** A shape to be painted, in the coordinates of `state` and in the drawing's px. */
interface Outline {
  readonly path: Path
  readonly placed: Path
  readonly name: string
  readonly state: State
  readonly canvas: Canvas
}

/** Turns paths and their styles into the drawing's shapes. */
export class Painter {
  readonly #scene: Scene
  readonly #gradients: Gradients
  readonly #patterns: PatternPainter
  readonly #markers: MarkerPainter

  constructor(scene: Scene, gradients: Gradients) {
    this.#scene = scene
    this.#gradients = gradients
    this.#patterns = new PatternPainter(scene)
    this.#markers = new MarkerPainter(scene)
  }

  /** Adds the path of an element called `name`, in the coordinates of `state` and in the drawing's px. Throws VectorError. */
  paint(path: Path, placed: Path, name: string, state: State): void {
    const { matrix, style, view } = state
    // Nothing is visible under a matrix that is not invertible.
    if (matrix.a * matrix.d === matrix.b * matrix.c) return
    const canvas: Canvas = { matrix, view, box: () => exactBox(path) }
    if (!isWithinReach(placed, this.#scene.reach)) return this.#scene.budget.leaveOut('out-of-reach')
    const outline: Outline = { path, placed, name, state, canvas }
    // A single point has markers only.
    const isPoint = path.commands.length < 2
    const fill = isPoint || name === 'line' ? null : this.#resolve(style.fill, state, canvas)
    const stroke = isPoint ? null : this.#resolve(style.stroke, state, canvas)
    if (style.isCrisp && (fill || stroke)) this.#scene.budget.leaveOut('shape-rendering')
    const order = style.paintOrder
    const isWhole = order.indexOf('stroke') - order.indexOf('fill') === 1
    if (isWhole && fill && stroke && 'paint' in fill && 'paint' in stroke) {
      if (order[0] === 'markers') this.#paintPart('markers', outline, null)
      this.#paintBoth(outline, fill, stroke)
      if (order[0] !== 'markers') this.#paintPart('markers', outline, null)
      return
    }
    for (const part of order) this.#paintPart(part, outline, part === 'fill' ? fill : stroke)
  }

  #paintBoth(outline: Outline, fill: Painted, line: Painted): void {
    const { placed, state } = outline
    const { style } = state
    const opacity = fill.opacity * style.fillOpacity
    const area = opacity > 0 ? { ...areaOf(placed, fill.paint, opacity), fillRule: style.fillRule } : null
    const read = this.#readStroke(outline, line)
    if (area && read?.type === 'stroke' && read.path === placed) {
      this.#add({ ...area, stroke: read.stroke }, state)
    } else {
      if (area) this.#add(area, state)
      if (read) this.#addStroke(outline, line, read)
    }
  }

  #paintPart(part: Part, outline: Outline, resolved: Resolved | null): void {
    const { path, placed, name, state } = outline
    const { style } = state
    if (part === 'markers') return this.#markers.paint(path, name, outline.canvas, state)
    if (!resolved) return
    if ('pattern' in resolved) return this.#paintPattern(part, outline, resolved)
    if (part === 'stroke') {
      const read = this.#readStroke(outline, resolved)
      if (read) this.#addStroke(outline, resolved, read)
      return
    }
    const opacity = resolved.opacity * style.fillOpacity
    if (opacity > 0)
      this.#add({ ...areaOf(placed, resolved.paint, opacity), fillRule: style.fillRule }, state)
  }

  #paintPattern(
    part: 'fill' | 'stroke',
    outline: Outline,
    resolved: Extract<Resolved, { canvas: Canvas }>,
  ): void {
    const { state, placed } = outline
    const { style } = state
    const area = part === 'fill' ? placed : strokeOutline(this.#line(outline), this.#scene.budget)
    if (!area) return
    const tiles = this.#patterns.tiles(resolved.pattern, resolved.canvas, area, state)
    const clips = [clipTo(area, part === 'fill' ? style.fillRule : 'nonzero')]
    const opacity = part === 'fill' ? style.fillOpacity : style.strokeOpacity
    const effects = { clips, mask: null, opacity, blendMode: null, canvas: this.#scene.canvas }
    for (const shape of withEffects(tiles, effects)) this.#add(shape, state)
  }

  #add(shape: Shape, { style }: State): void {
    const { shapes } = this.#scene
    if (shapes.length >= LIMITS.shapes)
      throw new VectorError('too-large', `more than ${LIMITS.shapes} shapes`)
    shapes.push(style.isCrisp ? { ...shape, isSeamless: true } : shape)
  }

  #readStroke(outline: Outline, painted: Painted): ReadStroke | null {
    const { budget, reach } = this.#scene
    const read = readStroke(this.#line(outline), painted, budget)
    if (read?.type !== 'stroke' || read.stroke.width <= reach) return read
    budget.leaveOut('out-of-reach')
    return null
  }

  #addStroke({ state }: Outline, { paint }: Painted, read: ReadStroke): void {
    if (read.type === 'area') return this.#add(areaOf(read.path, paint, read.opacity), state)
    const { path, stroke } = read
    this.#add({ path, fill: null, opacity: 1, fillRule: state.style.fillRule, stroke }, state)
  }

  #line({ path, placed, state }: Outline): StrokeLine {
    const { style, matrix, view, computed } = state
    return { path, placed, style, matrix, view, declared: computed.declared }
  }

  #resolve(text: PaintText, state: State, canvas: Canvas): Resolved | null {
    switch (text.kind) {
      case 'none':
        return null
      case 'solid':
        return text
      case 'current': {
        const current = state.style.color
        const { color, opacity } = readColor(text.text, current) ?? current
        return { paint: { type: 'solid', color }, opacity }
      }
      case 'context': {
        const { context } = state
        return context
          ? this.#resolve(context[text.of], { ...state, context: undefined }, context.canvas)
          : null
      }
      case 'reference': {
        const target = this.#scene.resource(text.id)
        const placed = target && isGradient(target) ? this.#gradients.place(target, canvas) : undefined
        if (placed !== undefined) return placed
        if (target?.name === 'pattern') {
          const found = this.#patterns.isDrawn(target, canvas)
          if (found !== null) return found ? { pattern: target, canvas } : null
        } else if (!text.fallback && !target) this.#scene.budget.leaveOut('paint')
        return text.fallback && this.#resolve(text.fallback, state, canvas)
      }
      case 'external':
        this.#scene.budget.leaveOut('external-reference')
        return text.fallback && this.#resolve(text.fallback, state, canvas)
    }
  }
}

const areaOf = (path: Path, fill: Paint, opacity: number): Shape => ({
  ...{ path, fill, opacity, fillRule: 'nonzero', stroke: null },
})

function isWithinReach({ coords }: Path, reach: number): boolean {
  for (const value of coords) {
    if (!(Math.abs(value) <= reach)) return false
  }
  return true
}
