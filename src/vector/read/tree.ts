import type { Shape } from '../drawing'
import { CAPS, VectorError } from '../errors'
import { IDENTITY, isIdentity, type Matrix, multiply, parseTransform } from '../matrix'
import { parsePath } from '../path/parse'
import { BASIC_SHAPES } from './basic-shapes'
import { boxRegion } from './clip'
import { readFraction } from './color'
import type { Computed, ComputedStyles } from './computed'
import { Definitions, hrefOf } from './definitions'
import { isWithin, type XmlElement } from './document'
import { Effects } from './effects'
import { Gradients } from './gradients'
import { INITIAL } from './inherited'
import { isForeign, isInvisible, kindOf, passesConditions } from './kinds'
import { readPx } from './lengths'
import { NO_PAINT, readPaint } from './paint'
import { Painter } from './painter'
import type { ReadBudget } from './read-budget'
import type { State } from './state'
import type { Declared } from './style'
import { fitInto, readViewBox, type Viewport } from './viewport'

/** Walks the tree of a document and draws its elements in the order in which a browser does. */
export class TreeReader {
  readonly #styles: ComputedStyles
  readonly #budget: ReadBudget
  readonly #definitions: Definitions
  readonly #painter: Painter
  readonly #effects: Effects
  /** The elements that `use` is currently drawing, the outermost first. */
  readonly #used: XmlElement[] = []
  #depth = 0
  /** The last transform is cached: most files have the same one on every path. */
  #transformText = ''
  #transform: Matrix | null = IDENTITY

  constructor(root: XmlElement, { width, height }: Viewport, styles: ComputedStyles, budget: ReadBudget) {
    const definitions = new Definitions(root)
    const gradients = new Gradients(definitions, styles, budget)
    const painter = new Painter(definitions, gradients, budget, Math.max(width, height) * CAPS.reach)
    const canvas = { x: 0, y: 0, width, height }
    this.#styles = styles
    this.#budget = budget
    this.#definitions = definitions
    this.#painter = painter
    this.#effects = new Effects({ painter, definitions, styles, budget, canvas })
  }

  /** Draws the whole picture. Throws VectorError. */
  read(root: XmlElement, { width, height, matrix, view }: Viewport): readonly Shape[] {
    const computed = this.#styles.at(root)
    const { declared } = computed
    if (isHidden(declared)) return []
    const state = { matrix, view, ...stylesOf(computed, 1) }
    if ((declared.transform ?? 'none') !== 'none') this.#budget.leaveOut('transform')
    const background = declared['background-color'] ?? declared.background
    if (background !== undefined) {
      const style = { ...INITIAL, color: state.style.color, fill: readPaint(background) ?? NO_PAINT }
      const sheet = { ...state, matrix: IDENTITY, style }
      this.#drawShape('rect', { width: `${width}`, height: `${height}` }, sheet)
    }
    this.#visitChildren(root, state)
    this.#effects.countLost(root, declared, state, 0, 0)
    return this.#painter.shapes
  }

  #visitChildren(parent: XmlElement, state: State): void {
    this.#depth += 1
    if (this.#depth > CAPS.depth) throw new VectorError('too-large', `more than ${CAPS.depth} levels`)
    for (const element of parent.children) this.#visit(element, state)
    this.#depth -= 1
  }

  #visit(element: XmlElement, parent: State): void {
    if (this.#used.length > 0) this.#budget.repeat(element)
    if (!isInvisible(element.name)) this.#enter(element, parent)
  }

  /** Draws an element and counts its effects. `overrides` are attributes from the `use` that draws it. */
  #enter(element: XmlElement, parent: State, overrides: Declared = {}): void {
    if (!passesConditions(element.attributes)) return
    const computed = this.#styles.within(element, parent.computed)
    const { declared } = computed
    if (isHidden(declared)) return
    const own = declared.transform === undefined ? IDENTITY : this.#readTransform(declared.transform)
    if (own !== IDENTITY && declared['transform-origin'] !== undefined)
      this.#budget.leaveOut('transform-origin')
    const matrix = own === IDENTITY ? parent.matrix : multiply(parent.matrix, own)
    const state = { matrix, view: parent.view, ...stylesOf(computed, parent.opacity) }
    const { length } = this.#painter.shapes
    const { parts } = this.#painter
    this.#draw(element, declared, state, overrides)
    this.#effects.countLost(element, declared, state, length, parts)
  }

  #draw(element: XmlElement, declared: Declared, state: State, overrides: Declared): void {
    const { name } = element
    if (name === 'path' || BASIC_SHAPES.has(name)) {
      this.#drawShape(name, declared, state)
      if (element.children.length > 0) this.#countAnimation(element)
      return
    }
    switch (name) {
      case 'g':
      case 'a':
        return this.#visitChildren(element, state)
      case 'switch': {
        const offered = element.children.find(
          (child) => !isForeign(child.name) && passesConditions(child.attributes),
        )
        return offered && this.#visit(offered, state)
      }
      case 'svg':
      case 'symbol':
        return this.#openView(element, { ...declared, ...overrides }, state)
      case 'use':
        return this.#use(element, declared, state)
      default:
        if (state.style.visible) this.#budget.leaveOut(kindOf(name))
    }
  }

  #drawShape(name: string, declared: Declared, state: State): void {
    const { style } = state
    if (!style.visible || (style.fill.kind === 'none' && style.stroke.kind === 'none' && !style.markers))
      return
    const basic = BASIC_SHAPES.get(name)
    const path = basic
      ? basic(declared, state.view)
      : parsePath(declared.d ?? '', this.#budget.segmentsLeft).path
    this.#budget.spend(path?.commands.length ?? 0)
    // A single point draws nothing.
    if (path && path.commands.length > 1) this.#painter.paint(path, name, declared, state)
  }

  #countAnimation(element: XmlElement): void {
    for (const { name } of element.children) {
      if (kindOf(name) === 'animation') this.#budget.leaveOut('animation')
    }
  }

  /** Draws a nested svg, or a symbol drawn by `use`, into its viewport. */
  #openView(element: XmlElement, declared: Declared, state: State): void {
    const x = readPx(declared.x, state.view.width, 0)
    const y = readPx(declared.y, state.view.height, 0)
    const width = readPx(declared.width, state.view.width, state.view.width)
    const height = readPx(declared.height, state.view.height, state.view.height)
    if (!(width > 0 && height > 0)) return
    const outer = multiply(state.matrix, { ...IDENTITY, e: x, f: y })
    const box = readViewBox(declared.viewBox)
    const matrix = box ? multiply(outer, fitInto(box, width, height, declared.preserveAspectRatio)) : outer
    const { length } = this.#painter.shapes
    this.#visitChildren(element, { ...state, matrix, view: box ?? { width, height } })
    const { overflow = 'hidden' } = declared
    if (overflow === 'visible' || overflow === 'auto') return
    this.#effects.countClip(boxRegion({ x: 0, y: 0, width, height }, outer), length)
  }

  #use(element: XmlElement, declared: Declared, state: State): void {
    const id = hrefOf(element)
    if (id === null) return this.#budget.leaveOut('external-reference')
    const target = id === undefined ? undefined : this.#definitions.get(id)
    // Circular references are not drawn by browsers either.
    if (!target || this.#used.includes(target) || isWithin(element, target)) return
    if (this.#used.length >= CAPS.uses) return this.#budget.leaveOut('use')
    const x = readPx(declared.x, state.view.width, 0)
    const y = readPx(declared.y, state.view.height, 0)
    const moved = { ...state, matrix: multiply(state.matrix, { ...IDENTITY, e: x, f: y }) }
    this.#used.push(target)
    if (target.name === 'svg' || target.name === 'symbol') {
      this.#budget.repeat(target)
      this.#enter(target, moved, sizeOf(declared))
    } else {
      this.#visit(target, moved)
    }
    this.#used.pop()
  }

  #readTransform(text: string): Matrix {
    if (text !== this.#transformText) {
      this.#transformText = text
      const matrix = text === 'none' ? IDENTITY : parseTransform(text)
      this.#transform = matrix && isIdentity(matrix) ? IDENTITY : matrix
    }
    // Browsers ignore the whole attribute if it has a syntax error.
    if (!this.#transform) this.#budget.leaveOut('transform')
    return this.#transform ?? IDENTITY
  }
}

const isHidden = ({ display }: Declared): boolean => display?.trim().toLowerCase() === 'none'

/** The part of the state that comes from styles; `opacity` is that of the groups around the element. */
function stylesOf(computed: Computed, opacity: number): Pick<State, 'computed' | 'style' | 'opacity'> {
  const { declared, style } = computed
  const own = declared.opacity === undefined ? 1 : readFraction(declared.opacity, 1)
  return { computed, style, opacity: opacity * own }
}

/** The width and height that a `use` sets for the svg or symbol that it draws. */
function sizeOf({ width, height }: Declared): Declared {
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) }
}
