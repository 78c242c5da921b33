import type { Box } from './bounds'
import { clipRegion, isInside, type Region, visibleBox } from './clip'
import { readFraction } from './color'
import type { ComputedStyles } from './computed'
import type { Definitions } from './definitions'
import type { XmlElement } from './document'
import { referenceOf } from './paint'
import type { Painter } from './painter'
import type { ReadBudget } from './read-budget'
import type { State } from './state'
import type { Declared } from './style'

interface Surroundings {
  readonly painter: Painter
  readonly definitions: Definitions
  readonly styles: ComputedStyles
  readonly budget: ReadBudget
  /** The drawing's area in px. */
  readonly canvas: Box
}

/** Effects on an element as a whole, which a flat list of shapes cannot have: counted where they would have shown. */
export class Effects {
  readonly #around: Surroundings

  constructor(around: Surroundings) {
    this.#around = around
  }

  /**
   * Counts the effects of an element that has been drawn: `shapes` and `parts` are how many there were before it. Throws
   * VectorError.
   */
  settle(element: XmlElement, declared: Declared, state: State, shapes: number, parts: number): void {
    const { painter, budget } = this.#around
    // What draws nothing loses nothing.
    if (painter.shapes.length === shapes) return
    for (const effect of ['mask', 'filter', 'mix-blend-mode']) {
      const value = declared[effect]
      if (value !== undefined && !this.#isIdle(value)) budget.leaveOut(effect)
    }
    const { opacity, 'clip-path': clip } = declared
    // Parts that overlap show through one another now: their opacities were multiplied one by one.
    if (opacity !== undefined && readFraction(opacity, 1) < 1 && painter.parts - parts > 1)
      budget.leaveOut('group-opacity')
    if (clip !== undefined && clip.trim() !== 'none') this.#clip(clip, element, state, shapes)
  }

  /** Counts a clip to `region`, unless all shapes since `shapes` lie within it. Null is a region that nobody knows. */
  clipTo(region: Region | null, shapes: number): void {
    const { painter, canvas, budget } = this.#around
    if (region && isInside(canvas, region)) return
    for (let i = shapes; i < painter.shapes.length; i += 1) {
      const shape = painter.shapes[i]
      const box = shape && visibleBox(shape, canvas)
      if (box && !(region && isInside(box, region))) return budget.leaveOut('clip-path')
    }
  }

  /** Whether an effect has no effect: by its name, or because it refers to nothing. */
  #isIdle(value: string): boolean {
    if (value === 'none' || value === 'normal') return true
    const id = referenceOf(value)
    return id !== null && !this.#around.definitions.get(id)
  }

  #clip(value: string, element: XmlElement, state: State, shapes: number): void {
    const { definitions, styles, budget } = this.#around
    const id = referenceOf(value)
    const target = id === null ? undefined : definitions.get(id)
    // A reference to nothing clips nothing.
    if (id !== null && target?.name !== 'clipPath') return
    if (target) budget.repeat(target)
    // Browsers do not agree whether the x and y of a `use` move its clip.
    const region = target && element.name !== 'use' ? clipRegion(target, state, styles, budget) : null
    this.clipTo(region, shapes)
  }
}
