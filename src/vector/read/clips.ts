import type { Clip, ClipArea } from '../drawing'
import { IDENTITY, type Matrix, multiply } from '../matrix'
import { transformPath } from '../path/transform'
import { type Box, exactBox } from './bounds'
import { readCssShape } from './css-shapes'
import { hrefOf } from './definitions'
import type { XmlElement } from './document'
import { isForeign, passesConditions } from './kinds'
import { readPx } from './lengths'
import { transformed, unitsMatrix } from './outlines'
import { referenceOf } from './paint'
import type { Scene } from './scene'
import type { State } from './state'

/** Elements in a clipPath that are no shapes, and do not matter. */
const IGNORED = new Set([
  'title',
  'desc',
  'metadata',
  'animate',
  'animateTransform',
  'set',
  'style',
  'script',
])

/** The element that is clipped: its coordinates, and its boxes in them. */
interface Clipped {
  readonly state: State
  readonly box: () => Box | null
  /** Default: the same as `box`. */
  readonly strokeBox?: () => Box | null
}

/** Reads the clips that elements refer to. */
export class ClipReader {
  readonly #scene: Scene
  readonly #open: XmlElement[] = []

  constructor(scene: Scene) {
    this.#scene = scene
  }

  /** Reads a `clip-path`: the clips that apply together. Throws VectorError. */
  read(value: string | undefined, clipped: Clipped): readonly Clip[] {
    const { budget } = this.#scene
    const text = value?.trim() ?? 'none'
    if (text === 'none') return []
    const id = referenceOf(text)
    if (id === null) return this.#cssShape(text, clipped)
    const target = this.#scene.resource(id)
    // A reference to anything else does not clip.
    if (target?.name !== 'clipPath') return []
    // Browsers ignore a reference that leads back to itself.
    if (this.#open.includes(target)) return []
    budget.repeat(target)
    this.#open.push(target)
    const clips = this.#clipPath(target, clipped)
    this.#open.pop()
    return clips
  }

  #cssShape(text: string, { state, box, strokeBox = box }: Clipped): readonly Clip[] {
    const { budget } = this.#scene
    const view = () => ({ x: 0, y: 0, ...state.view })
    const shape = readCssShape(text, { fill: box, stroke: strokeBox, view }, budget.segmentsLeft)
    if (!shape) {
      budget.leaveOut('clip-path')
      return []
    }
    const { path, fillRule } = shape
    budget.spend(path?.commands.length ?? 0)
    return [{ areas: path ? [{ path: transformPath(path, state.matrix), fillRule, clips: [] }] : [] }]
  }

  #clipPath(clip: XmlElement, { state, box }: Clipped): readonly Clip[] {
    const { declared, style } = this.#scene.styles.at(clip)
    const outer = transformed(state.matrix, declared, state.view)
    const units = unitsMatrix(declared.clipPathUnits, box)
    const areas: ClipArea[] = []
    if (outer && units) {
      const inBox = declared.clipPathUnits === 'objectBoundingBox'
      const view = inBox ? { width: 1, height: 1 } : state.view
      const inner: State = {
        matrix: multiply(outer, units),
        view,
        computed: this.#scene.styles.at(clip),
        style,
      }
      for (const child of clip.children) areas.push(...this.#area(child, inner))
    }
    return [{ areas }, ...this.read(declared['clip-path'], { state, box })]
  }

  #area(element: XmlElement, around: State, moved = IDENTITY): readonly ClipArea[] {
    const { styles, budget } = this.#scene
    if (IGNORED.has(element.name) || isForeign(element.name) || !passesConditions(element.attributes))
      return []
    budget.repeat(element)
    const computed = styles.within(element, around.computed)
    const { declared, style } = computed
    if (declared.display?.trim() === 'none') return []
    const matrix = transformed(multiply(around.matrix, moved), declared, around.view)
    if (!matrix) return []
    const state: State = { matrix, view: around.view, computed, style }
    if (element.name === 'use') return this.#used(element, state)
    if (!style.visible) return []
    if (element.name === 'text') {
      budget.leaveOut('text')
      return []
    }
    const path = this.#scene.pathOf(element, state)
    if (!path) return []
    const clips = this.read(declared['clip-path'], { state, box: () => exactBox(path) })
    return [{ path: transformPath(path, matrix), fillRule: style.clipRule, clips }]
  }

  /** A `use` in a clipPath may refer to a shape, not to a group. */
  #used(element: XmlElement, state: State): readonly ClipArea[] {
    const id = hrefOf(element)
    const target = id ? this.#scene.definitions.get(id) : undefined
    if (!target || target.name === 'use' || target.children.some(({ name }) => !IGNORED.has(name))) return []
    const { declared } = state.computed
    const matrix: Matrix = {
      ...IDENTITY,
      e: readPx(declared.x, state.view.width, 0),
      f: readPx(declared.y, state.view.height, 0),
    }
    const areas = this.#area(target, state, matrix)
    const clips = this.read(declared['clip-path'], {
      state,
      box: () => null,
    })
    return areas.map((area) => ({ ...area, clips: [...area.clips, ...clips] }))
  }
}
