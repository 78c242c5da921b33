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

interface EffectsContext {
  readonly painter: Painter
  readonly definitions: Definitions
  readonly styles: ComputedStyles
  readonly budget: ReadBudget
  /** The drawing's area in px. */
  readonly canvas: Box
}

/** Counts effects that apply to an element as a whole, which a flat list of shapes cannot express, if they would be visible. */
export class Effects {
  readonly #context: EffectsContext

  constructor(context: EffectsContext) {
    this.#context = context
  }

  /**
   * Counts the effects of an element that has been drawn. `shapes` and `parts` are the painter's numbers before it was drawn.
   * Throws VectorError.
   */
  countLost(element: XmlElement, declared: Declared, state: State, shapes: number, parts: number): void {
    const { painter, budget } = this.#context
    // Nothing is lost if the element drew nothing.
    if (painter.shapes.length === shapes) return
    for (const effect of ['mask', 'filter', 'mix-blend-mode']) {
      const value = declared[effect]
      if (value !== undefined && !this.#hasNoEffect(value)) budget.leaveOut(effect)
    }
    const { opacity, 'clip-path': clip } = declared
    // The opacity was multiplied into each part, so overlapping parts now show through one another.
    if (opacity !== undefined && readFraction(opacity, 1) < 1 && painter.parts - parts > 1)
      budget.leaveOut('group-opacity')
    if (clip !== undefined && clip.trim() !== 'none') this.#clip(clip, element, state, shapes)
  }

  /** Counts a clip to `region`, unless all shapes from index `shapes` on are inside it. `region` is null if unknown. */
  countClip(region: Region | null, shapes: number): void {
    const { painter, canvas, budget } = this.#context
    if (region && isInside(canvas, region)) return
    for (let i = shapes; i < painter.shapes.length; i += 1) {
      const shape = painter.shapes[i]
      const box = shape && visibleBox(shape, canvas)
      if (box && !(region && isInside(box, region))) return budget.leaveOut('clip-path')
    }
  }

  /** Whether a value is the initial one, or refers to an element that does not exist. */
  #hasNoEffect(value: string): boolean {
    if (value === 'none' || value === 'normal') return true
    const id = referenceOf(value)
    return id !== null && !this.#context.definitions.get(id)
  }

  #clip(value: string, element: XmlElement, state: State, shapes: number): void {
    const { definitions, styles, budget } = this.#context
    const id = referenceOf(value)
    const target = id === null ? undefined : definitions.get(id)
    // A reference to a missing element does not clip.
    if (id !== null && target?.name !== 'clipPath') return
    if (target) budget.repeat(target)
    // Browsers disagree on whether the x and y of a `use` move its clip.
    const region = target && element.name !== 'use' ? clipRegion(target, state, styles, budget) : null
    this.countClip(region, shapes)
  }
}
