import type { Matrix } from '../matrix'
import type { Computed } from './computed'
import type { Canvas } from './gradients'
import type { Inherited } from './inherited'
import type { ViewSize } from './lengths'
import { NO_PAINT, type PaintText } from './paint'

/** The paints that `context-fill` and `context-stroke` refer to, and the shape that they are for. */
export interface PaintContext {
  readonly fill: PaintText
  readonly stroke: PaintText
  readonly canvas: Canvas
}

/** The drawing state of an element. */
export interface State {
  /** From the element's coordinates to the drawing's px. */
  readonly matrix: Matrix
  readonly view: ViewSize
  readonly computed: Computed
  /** The element's properties that shapes inherit. */
  readonly style: Inherited
  readonly context?: PaintContext | undefined
}

/** Returns the context for what an element with this fill and stroke draws. `canvas` is the element's own. */
export function contextOf(
  fill: PaintText,
  stroke: PaintText,
  canvas: Canvas,
  { context }: State,
): PaintContext {
  const resolve = (paint: PaintText) => (paint.kind === 'context' ? (context?.[paint.of] ?? NO_PAINT) : paint)
  const isOuter = fill.kind === 'context' || stroke.kind === 'context'
  return { fill: resolve(fill), stroke: resolve(stroke), canvas: (isOuter && context?.canvas) || canvas }
}
