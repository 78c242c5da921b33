import type { TextRun } from '../drawing'
import type { Box } from './bounds'
import { readColor } from './color'
import type { Computed } from './computed'
import { TEXT_PROPERTIES } from './css/properties'
import type { XmlElement } from './document'
import { isForeign, passesConditions } from './kinds'
import { diagonal, inPx, readPx, type ViewSize } from './lengths'
import type { PaintText } from './paint'
import { boxPath } from './regions'
import { inAbsoluteUnits } from './relative'
import type { Scene } from './scene'
import type { State } from './state'

/** Elements of a text that are runs of it. */
const RUNS = new Set(['text', 'tspan', 'a'])

/** Elements within a text that draw nothing. */
const IGNORED = new Set(['title', 'desc', 'metadata', 'animate', 'set', 'animateTransform', 'animateMotion'])

/** Positions of a text: attributes with a list of lengths, and the side that percentages refer to. */
const POSITIONS = [
  ['x', 'width'],
  ['y', 'height'],
  ['dx', 'width'],
  ['dy', 'height'],
] as const

/** Estimated advance and height of a character in font sizes, on the safe side. */
const ADVANCE = 1.3
const HEIGHT = 1.6

/** Draws a text with live fonts, which only a renderer with those fonts can, and counts it as left out. Throws VectorError. */
export function drawText(element: XmlElement, state: State, scene: Scene): void {
  const { shapes, outlines, budget } = scene
  if (!state.style.visible) return
  budget.leaveOut('text')
  budget.repeat(element)
  const extent = new Extent()
  const run = readRun(element, state.computed, { state, scene, extent })
  const box = extent.box()
  if (!run || !box) return
  const path = boxPath(box, state.matrix)
  outlines.push(path)
  const inherited = inheritedProperties(element, scene)
  const content = {
    type: 'text' as const,
    run: { ...run, attributes: { ...inherited, ...run.attributes } },
    ...{ matrix: state.matrix, opacity: 1 },
  }
  shapes.push({ path, fill: null, opacity: 1, fillRule: 'nonzero', stroke: null, content })
}

interface Context {
  readonly state: State
  readonly scene: Scene
  readonly extent: Extent
}

/** Where a text may be, from its positions and number of characters. */
class Extent {
  #left = 0
  #right = 0
  #top = 0
  #bottom = 0
  #characters = 0
  #shift = 0
  #size = 0

  put(x: readonly number[], y: readonly number[], shifts: readonly number[]): void {
    this.#left = Math.min(this.#left, ...x)
    this.#right = Math.max(this.#right, ...x)
    this.#top = Math.min(this.#top, ...y)
    this.#bottom = Math.max(this.#bottom, ...y)
    for (const shift of shifts) this.#shift += Math.abs(shift)
  }

  write(text: string, size: number): void {
    this.#characters += text.length
    this.#size = Math.max(this.#size, size)
  }

  box(): Box | null {
    if (this.#characters === 0) return null
    const along = this.#characters * this.#size * ADVANCE + this.#shift
    const across = this.#size * HEIGHT + this.#shift
    // The first position is 0, 0 where there is none, so the box may be larger than needed.
    return {
      x: this.#left - along,
      y: this.#top - across,
      width: this.#right - this.#left + 2 * along,
      height: this.#bottom - this.#top + 2 * across,
    }
  }
}

/** Reads a run; null if it is along a path, or has anything else that a plain text has not. */
function readRun(element: XmlElement, computed: Computed, context: Context): TextRun | null {
  const { scene, state, extent } = context
  const { declared, units, style } = computed
  const attributes: Record<string, string> = {}
  const lists: Record<string, readonly number[]> = {}
  for (const [name, side] of POSITIONS) {
    const list = numbersOf(inAbsoluteUnits(declared[name] ?? '', units), state.view[side])
    lists[name] = list
    if (list.length > 0) attributes[name] = list.map((value) => String(Number(value.toFixed(4)))).join(' ')
  }
  const { x = [], y = [], dx = [], dy = [] } = lists
  extent.put(x, y, [...dx, ...dy])
  for (const name of TEXT_PROPERTIES) {
    const value = declared[name]
    if (value !== undefined) attributes[name] = value
  }
  for (const name of ['rotate', 'textLength', 'lengthAdjust', 'font-family', 'xml:space']) {
    const value = name === 'font-family' ? declared[name] : element.attributes[name]
    if (value !== undefined) attributes[name] = value
  }
  attributes['font-size'] = String(Number(units.em.toFixed(4)))
  addPaint(attributes, 'fill', style.fill, style.fillOpacity, computed)
  addPaint(attributes, 'stroke', style.stroke, style.strokeOpacity, computed)
  if (style.stroke.kind !== 'none') {
    attributes['stroke-width'] = String(inPx(style.strokeWidth, diagonal(state.view)))
  }
  const children: (TextRun | string)[] = []
  for (const child of element.content ?? []) {
    if (typeof child === 'string') {
      extent.write(child, units.em)
      children.push(child)
      continue
    }
    if (IGNORED.has(child.name) || isForeign(child.name) || !passesConditions(child.attributes)) continue
    if (!RUNS.has(child.name)) return null
    scene.budget.repeat(child)
    const inner = scene.styles.within(child, computed)
    if (inner.declared.display?.trim() === 'none' || !inner.style.visible) continue
    const run = readRun(child, inner, context)
    if (!run) return null
    children.push(run)
  }
  return { attributes, children }
}

const numbersOf = (text: string, base: ViewSize['width']): number[] =>
  text
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((item) => readPx(item, base, Number.NaN))
    .filter(Number.isFinite)

function addPaint(
  attributes: Record<string, string>,
  name: 'fill' | 'stroke',
  paint: PaintText,
  opacity: number,
  { style }: Computed,
): void {
  if (paint.kind === 'none' || paint.kind === 'context') {
    attributes[name] = 'none'
    return
  }
  // Only plain colors: a gradient would need the box of the text.
  const solid =
    paint.kind === 'solid'
      ? { color: paint.paint.color, opacity: paint.opacity }
      : paint.kind === 'current'
        ? (readColor(paint.text, style.color) ?? style.color)
        : { color: '#000000', opacity: 1 }
  attributes[name] = solid.color
  if (solid.opacity * opacity < 1) attributes[`${name}-opacity`] = String(solid.opacity * opacity)
}

/** Properties of the text that come from elements around it. */
function inheritedProperties(element: XmlElement, { styles }: Scene): Record<string, string> {
  const found: Record<string, string> = {}
  for (let at = element.parent; at; at = at.parent) {
    const { declared } = styles.at(at)
    for (const name of [...TEXT_PROPERTIES, 'font-family']) {
      const value = declared[name]
      if (value !== undefined) found[name] ??= value
    }
    const space = at.attributes['xml:space']
    if (space !== undefined) found['xml:space'] ??= space
  }
  return found
}
