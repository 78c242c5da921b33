import type { Stroke } from '../drawing'
import type { Matrix } from '../matrix'
import type { Painted } from './gradients'
import type { Inherited } from './inherited'
import { diagonal, inPx, type ViewSize } from './lengths'
import type { ReadBudget } from './read-budget'

/** How far the two axes may be apart in length, and off the right angle, for a line to be of one width: a thousandth of it. */
const TOLERANCE = 1e-3

/** Dashes this fine look like a tint and are expensive to render. In px. */
const FINEST = 0.05

/** No path on the canvas is as long as this dash: what is longer may as well be this long, and stays a plain number. In px. */
const LONGEST = 1e6

interface Line {
  readonly style: Inherited
  readonly painted: Painted
  /** Of the element, 0 to 1. */
  readonly opacity: number
  readonly matrix: Matrix
  readonly view: ViewSize
  /** `vector-effect: non-scaling-stroke`: lengths are in the drawing's px as they stand. */
  readonly fixed: boolean
  /** The element has a `pathLength`, by which dashes are measured. */
  readonly measured: boolean
}

/**
 * The line along a shape, in the drawing's px, or null where it cannot be seen. Figma has one width for the whole line
 * and no dash offset: what that loses is counted. Throws VectorError.
 */
export function readStroke(line: Line, budget: ReadBudget): Stroke | null {
  const { style, painted, view } = line
  const base = diagonal(view)
  const own = inPx(style.strokeWidth, base)
  const opacity = painted.opacity * style.strokeOpacity * line.opacity
  const scale = line.fixed ? 1 : meanScale(line.matrix)
  const width = own * scale
  if (!(width > 0 && opacity > 0)) return null
  if (!line.fixed && !isSimilarity(line.matrix)) budget.leaveOut('uneven-stroke')
  const dashes = readDashes(line, base, scale, budget)
  const { cap, join, miterLimit } = style
  return { paint: painted.paint, opacity, width, cap, join, miterLimit, dashes }
}

function readDashes({ style, measured }: Line, base: number, scale: number, budget: ReadBudget): number[] {
  if (style.dashes.length === 0) return []
  budget.spend(style.dashes.length * 2)
  const dashes = style.dashes.map((dash) => Math.min(inPx(dash, base) * scale, LONGEST))
  const period = dashes.reduce((sum, dash) => sum + dash, 0)
  if (period === 0) return []
  if (!(period / dashes.length >= FINEST)) {
    budget.leaveOut('stroke-dasharray')
    return []
  }
  if (style.dashOffset.value !== 0) budget.leaveOut('stroke-dashoffset')
  if (measured) budget.leaveOut('path-length')
  // An odd list is gone through twice before it repeats: written out, for importers that do not repeat it.
  return dashes.length % 2 ? [...dashes, ...dashes] : dashes
}

const meanScale = ({ a, b, c, d }: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

function isSimilarity({ a, b, c, d }: Matrix): boolean {
  const across = a * a + b * b
  const down = c * c + d * d
  const mean = (across + down) / 2
  return Math.abs(across - down) <= 2 * TOLERANCE * mean && Math.abs(a * c + b * d) <= TOLERANCE * mean
}
