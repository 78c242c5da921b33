import type { Shape } from '../drawing'
import { LIMITS, VectorError } from '../errors'
import { IDENTITY, type Matrix, multiply } from '../matrix'
import { parsePath } from '../path/parse'
import type { Path } from '../path/path'
import { transformPath } from '../path/transform'
import { BASIC_SHAPES } from './basic-shapes'
import type { Box } from './bounds'
import type { ComputedStyles } from './computed'
import { Definitions, hrefOf } from './definitions'
import { isWithin, type XmlElement } from './document'
import { Effects, type Start } from './effects'
import { Gradients } from './gradients'
import { withEffects } from './groups'
import { drawImage } from './images'
import { INITIAL } from './inherited'
import { isForeign, isInvisible, kindOf, passesConditions } from './kinds'
import { readPx } from './lengths'
import { boxOf } from './outlines'
import { NO_PAINT, readPaint } from './paint'
import { Painter } from './painter'
import type { ReadBudget } from './read-budget'
import { boxPath, clipTo } from './regions'
import type { Scene, Surroundings } from './scene'
import { contextOf, type State } from './state'
import type { Declared } from './style'
import { drawText } from './texts'
import { TransformReader } from './transforms'
import { fitInto, readViewBox, type Viewport } from './viewport'

/** Walks the tree of a document and draws its elements in the order in which a browser does. */
export class TreeReader {
  readonly #styles: ComputedStyles
  readonly #budget: ReadBudget
  readonly #definitions: Definitions
  readonly #scene: Scene & { canvas: Box }
  readonly #painter: Painter
  readonly #effects: Effects
  readonly #transforms: TransformReader
  /** The elements that `use` is currently drawing, the outermost first. */
  readonly #used: XmlElement[] = []
  /** The elements that are currently being drawn apart. */
  readonly #apart: XmlElement[] = []
  #depth = 0

  constructor(root: XmlElement, styles: ComputedStyles, budget: ReadBudget, surroundings: Surroundings) {
    this.#styles = styles
    this.#budget = budget
    this.#definitions = new Definitions(root)
    this.#scene = {
      definitions: this.#definitions,
      resource: (id) => this.#resource(id),
      styles,
      budget,
      canvas: surroundings.canvas,
      reach: surroundings.reach,
      openPicture: (text) => surroundings.openPicture(text, this.#scene),
      shapes: [],
      outlines: [],
      drawApart: (parent, state, canvas) => this.#drawApart(parent, state, canvas),
      pathOf: ({ name }, state) => this.#pathOf(name, state),
    }
    this.#painter = new Painter(this.#scene, new Gradients(this.#definitions, styles, budget))
    this.#effects = new Effects(this.#scene)
    this.#transforms = new TransformReader(budget)
  }

  /** Draws the whole picture. `place` maps its px to those of the drawing. Throws VectorError. */
  read(root: XmlElement, { width, height, matrix, view }: Viewport, place: Matrix): readonly Shape[] {
    const computed = this.#styles.at(root)
    const { declared, style } = computed
    const state: State = { matrix: multiply(place, matrix), view, computed, style }
    if ((declared.transform ?? 'none') !== 'none') this.#budget.leaveOut('transform')
    // Browsers clip the root in the coordinates of the page.
    if ((declared['clip-path'] ?? 'none') !== 'none') this.#budget.leaveOut('clip-path')
    const background = declared['background-color'] ?? declared.background
    if (background !== undefined) {
      const paint = { ...INITIAL, color: style.color, fill: readPaint(background) ?? NO_PAINT }
      const size = { width: `${width}`, height: `${height}` }
      this.#drawShape('rect', {
        ...state,
        matrix: place,
        style: paint,
        computed: { ...computed, declared: size },
      })
    }
    this.#visitChildren(root, state)
    this.#effects.apply(state, { shapes: 0, outlines: 0 })
    return this.#scene.shapes
  }

  #drawApart(parent: XmlElement, state: State, canvas = this.#scene.canvas): Shape[] | null {
    if (this.#apart.includes(parent)) return null
    const scene = this.#scene
    const { shapes, outlines } = this.#start()
    const around = scene.canvas
    scene.canvas = canvas
    this.#apart.push(parent)
    this.#visitChildren(parent, state)
    this.#apart.pop()
    scene.canvas = around
    scene.outlines.length = outlines
    return scene.shapes.splice(shapes)
  }

  #resource(id: string): XmlElement | undefined {
    const found = this.#definitions.get(id)
    for (let at: XmlElement | null | undefined = found; at?.parent; at = at.parent) {
      // Conditions of the resource itself do not count.
      if (at !== found && !passesConditions(at.attributes)) return undefined
      if (isHidden(this.#styles.at(at).declared)) return undefined
    }
    return found
  }

  #start(): Start {
    return { shapes: this.#scene.shapes.length, outlines: this.#scene.outlines.length }
  }

  #visitChildren(parent: XmlElement, state: State): void {
    this.#depth += 1
    if (this.#depth > LIMITS.depth) throw new VectorError('too-large', `more than ${LIMITS.depth} levels`)
    for (const element of parent.children) this.#visit(element, state)
    this.#depth -= 1
  }

  #visit(element: XmlElement, parent: State): void {
    if (this.#used.length > 0 || this.#apart.length > 0) this.#budget.repeat(element)
    if (!isInvisible(element.name)) this.#enter(element, parent)
  }

  /** Draws an element and counts its effects. `overrides` are attributes from the `use` that draws it. */
  #enter(element: XmlElement, parent: State, overrides: Declared = {}): void {
    if (!passesConditions(element.attributes)) return
    const computed = this.#styles.within(element, parent.computed)
    const { declared } = computed
    if (isHidden(declared)) return
    const path = () => this.#pathOf(element.name, { ...parent, computed, style: computed.style })
    const own = this.#transforms.read(declared, parent.view, path)
    const matrix = own === IDENTITY ? parent.matrix : multiply(parent.matrix, own)
    const { style } = computed
    const state: State = { matrix, view: parent.view, computed, style, context: parent.context }
    const start = this.#start()
    this.#draw(element, state, overrides)
    this.#effects.apply(state, start)
  }

  #draw(element: XmlElement, state: State, overrides: Declared): void {
    const { name } = element
    const { declared } = state.computed
    if (isShape(name)) {
      this.#drawShape(name, state)
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
      case 'text':
        return drawText(element, state, this.#scene)
      case 'image':
        return drawImage(element, state, this.#scene)
      case 'use':
        return this.#use(element, declared, state)
      default:
        if (state.style.visible) this.#budget.leaveOut(kindOf(name))
    }
  }

  #drawShape(name: string, state: State): void {
    const { style } = state
    const path = this.#pathOf(name, state)
    if (!path) return
    const placed = transformPath(path, state.matrix)
    this.#scene.outlines.push(placed)
    if (style.visible) this.#painter.paint(path, placed, name, state)
  }

  #pathOf(name: string, { computed, view }: State): Path | null {
    if (!isShape(name)) return null
    const { declared } = computed
    const basic = BASIC_SHAPES.get(name)
    const path = basic ? basic(declared, view) : parsePath(declared.d ?? '', this.#budget.segmentsLeft).path
    this.#budget.spend(path?.commands.length ?? 0)
    return path && path.commands.length > 0 ? path : null
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
    const { shapes, canvas } = this.#scene
    const { length } = shapes
    this.#visitChildren(element, { ...state, matrix, view: box ?? { width, height } })
    const { overflow = 'hidden' } = declared
    if (overflow === 'visible' || overflow === 'auto') return
    const clips = [clipTo(boxPath({ x: 0, y: 0, width, height }, outer))]
    const drawn = shapes.splice(length)
    const effects = { clips, mask: null, opacity: 1, blendMode: null, canvas }
    for (const shape of withEffects(drawn, effects)) shapes.push(shape)
  }

  #use(element: XmlElement, declared: Declared, state: State): void {
    const id = hrefOf(element)
    if (id === null) return this.#budget.leaveOut('external-reference')
    const target = id === undefined ? undefined : this.#definitions.get(id)
    // Circular references are not drawn by browsers either.
    if (!target || this.#used.includes(target) || isWithin(element, target)) return
    if (this.#used.length >= LIMITS.uses) return this.#budget.leaveOut('use')
    const x = readPx(declared.x, state.view.width, 0)
    const y = readPx(declared.y, state.view.height, 0)
    const matrix = multiply(state.matrix, { ...IDENTITY, e: x, f: y })
    const box = () => this.#boxOf(target, { ...state, matrix, context: undefined }, state.matrix)
    const context = contextOf(
      state.style.fill,
      state.style.stroke,
      { matrix: state.matrix, view: state.view, box },
      state,
    )
    const moved: State = { ...state, matrix, context }
    this.#used.push(target)
    if (target.name === 'svg' || target.name === 'symbol') {
      this.#budget.repeat(target)
      this.#enter(target, moved, sizeOf(declared))
    } else {
      this.#visit(target, moved)
    }
    this.#used.pop()
  }

  /** Returns the box of what a `use` draws, in the coordinates that `outer` maps to the drawing's px, by drawing it. */
  #boxOf(target: XmlElement, state: State, outer: Matrix): Box {
    const nothing = { x: 0, y: 0, width: 0, height: 0 }
    if (this.#apart.includes(target)) return nothing
    const { shapes, outlines } = this.#start()
    this.#apart.push(target)
    this.#budget.tryOut(() => this.#visit(target, state))
    this.#apart.pop()
    const box = boxOf(this.#scene, outlines, outer)
    this.#scene.shapes.length = shapes
    this.#scene.outlines.length = outlines
    return box ?? nothing
  }
}

const isHidden = ({ display }: Declared): boolean => display?.trim().toLowerCase() === 'none'

const isShape = (name: string): boolean => name === 'path' || BASIC_SHAPES.has(name)

/** The width and height that a `use` sets for the svg or symbol that it draws. */
function sizeOf({ width, height }: Declared): Declared {
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) }
}
