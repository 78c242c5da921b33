import type { Stroke } from '../drawing'
import type { Matrix } from '../matrix'
import type { Painted } from './gradients'
import type { Inherited } from './inherited'
import { diagonal, inPx, type ViewSize } from './lengths'
import type { ReadBudget } from './read-budget'

/** Relative tolerance for the difference in length of the two axes, and for their deviation from a right angle. */
const TOLERANCE = 1e-3

/** Shorter dashes look like a tint and are expensive to render. In px. */
const MIN_DASH = 0.05

/** Maximum length of a dash in px: no path is longer, and larger numbers could need an exponent. */
const MAX_DASH = 1e6

interface Line {
  readonly style: Inherited
  readonly painted: Painted
  /** Opacity of the element, 0 to 1. */
  readonly opacity: number
  readonly matrix: Matrix
  readonly view: ViewSize
  /** `vector-effect: non-scaling-stroke`: lengths are in the drawing's px. */
  readonly fixed: boolean
  /** The element has a `pathLength`, which scales dashes. */
  readonly measured: boolean
}

/**
 * Reads the stroke of a shape in the drawing's px; null if it is invisible. Figma has one width for the whole stroke and no
 * dash offset: what is lost is counted. Throws VectorError.
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
  const dashes = style.dashes.map((dash) => Math.min(inPx(dash, base) * scale, MAX_DASH))
  const period = dashes.reduce((sum, dash) => sum + dash, 0)
  if (period === 0) return []
  if (!(period / dashes.length >= MIN_DASH)) {
    budget.leaveOut('stroke-dasharray')
    return []
  }
  if (style.dashOffset.value !== 0) budget.leaveOut('stroke-dashoffset')
  if (measured) budget.leaveOut('path-length')
  // SVG repeats an odd list to make it even. It is written out for importers that do not.
  return dashes.length % 2 ? [...dashes, ...dashes] : dashes
}

const meanScale = ({ a, b, c, d }: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

function isSimilarity({ a, b, c, d }: Matrix): boolean {
  const across = a * a + b * b
  const down = c * c + d * d
  const mean = (across + down) / 2
  return Math.abs(across - down) <= 2 * TOLERANCE * mean && Math.abs(a * c + b * d) <= TOLERANCE * mean
}
