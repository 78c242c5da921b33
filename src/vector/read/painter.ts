import type { Shape, Stroke } from '../drawing'
import { CAPS, VectorError } from '../errors'
import type { Path } from '../path/path'
import { transformPath } from '../path/transform'
import { exactBox } from './bounds'
import { readColor } from './color'
import type { Definitions } from './definitions'
import { type Canvas, type Gradients, isGradient, type Painted } from './gradients'
import type { PaintText } from './paint'
import type { ReadBudget } from './read-budget'
import type { State } from './state'
import { readStroke } from './stroke'
import type { Declared } from './style'

/** Elements on which markers are drawn. */
const MARKER_ELEMENTS = new Set(['path', 'line', 'polyline', 'polygon'])

/** Turns paths and their styles into the drawing's shapes. */
export class Painter {
  readonly shapes: Shape[] = []
  /** Number of fills and strokes so far. Two of them in one translucent group may show through one another. */
  parts = 0
  readonly #definitions: Definitions
  readonly #gradients: Gradients
  readonly #budget: ReadBudget
  readonly #reach: number

  /** `reach` is the largest absolute coordinate that is kept, in px. */
  constructor(definitions: Definitions, gradients: Gradients, budget: ReadBudget, reach: number) {
    this.#definitions = definitions
    this.#gradients = gradients
    this.#budget = budget
    this.#reach = reach
  }

  /** Adds the path of an element called `name`, in the coordinates of `state`. Throws VectorError. */
  paint(path: Path, name: string, declared: Declared, state: State): void {
    const { matrix, style, view } = state
    // Nothing is visible under a matrix that is not invertible.
    if (matrix.a * matrix.d === matrix.b * matrix.c) return
    const placed = transformPath(path, matrix)
    const canvas: Canvas = { matrix, view, box: () => exactBox(path) }
    if (!isWithinReach(placed, this.#reach)) return this.#budget.leaveOut('out-of-reach')
    const fill = name === 'line' ? null : this.#resolve(style.fill, state, canvas)
    const opacity = fill ? fill.opacity * style.fillOpacity * state.opacity : 0
    const stroke = style.stroke.kind === 'none' ? null : this.#stroke(declared, state, canvas)
    const area = opacity > 0 && fill ? fill.paint : null
    if (style.markers && MARKER_ELEMENTS.has(name)) this.#budget.leaveOut('marker')
    if (area && stroke && style.strokeFirst) {
      this.#add({ path: placed, fill: null, opacity: 1, fillRule: style.fillRule, stroke })
      this.#add({ path: placed, fill: area, opacity, fillRule: style.fillRule, stroke: null })
    } else if (area || stroke) {
      this.#add({ path: placed, fill: area, opacity: area ? opacity : 1, fillRule: style.fillRule, stroke })
    }
  }

  #add(shape: Shape): void {
    if (this.shapes.length >= CAPS.shapes)
      throw new VectorError('too-large', `more than ${CAPS.shapes} shapes`)
    this.shapes.push(shape)
    this.parts += shape.fill && shape.stroke ? 2 : 1
  }

  #stroke(declared: Declared, state: State, canvas: Canvas): Stroke | null {
    const { style, opacity, matrix, view } = state
    const painted = this.#resolve(style.stroke, state, canvas)
    if (!painted) return null
    const fixed = declared['vector-effect'] === 'non-scaling-stroke'
    const measured = declared.pathLength !== undefined
    const stroke = readStroke({ style, painted, opacity, matrix, view, fixed, measured }, this.#budget)
    if (!stroke || stroke.width <= this.#reach) return stroke
    this.#budget.leaveOut('out-of-reach')
    return null
  }

  #resolve(text: PaintText, state: State, canvas: Canvas): Painted | null {
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
      case 'reference': {
        const target = this.#definitions.get(text.id)
        const placed = target && isGradient(target) ? this.#gradients.place(target, canvas) : undefined
        if (placed !== undefined) return placed
        if (target?.name === 'pattern') this.#budget.leaveOut('pattern')
        else if (!text.fallback && !target) this.#budget.leaveOut('paint')
        return text.fallback && this.#resolve(text.fallback, state, canvas)
      }
      case 'external':
        this.#budget.leaveOut('external-reference')
        return text.fallback && this.#resolve(text.fallback, state, canvas)
    }
  }
}

function isWithinReach({ coords }: Path, reach: number): boolean {
  for (const value of coords) {
    if (!(Math.abs(value) <= reach)) return false
  }
  return true
}
