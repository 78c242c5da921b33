import type { Stroke } from '../drawing'
import type { Matrix } from '../matrix'
import { dashPath, pathLength } from '../path/dash'
import { outlineOf } from '../path/outline'
import type { Path } from '../path/path'
import { transformPath } from '../path/transform'
import type { Painted } from './gradients'
import type { Inherited } from './inherited'
import { diagonal, inPx, readLength, type ViewSize } from './lengths'
import type { ReadBudget } from './read-budget'
import type { Declared } from './style'

/** Relative tolerance for the difference in length of the two axes, and for their deviation from a right angle. */
const TOLERANCE = 1e-3

/** Shorter dashes look like a tint and are expensive to render. In px. */
const MIN_DASH = 0.05

/** Maximum length of a dash in px: no path is longer, and larger numbers could need an exponent. */
const MAX_DASH = 1e6

/** Maximum number of dashes that are written one by one. */
const MAX_DASHES = 5000

export interface StrokeLine {
  /** In the element's coordinates, and in the drawing's px. */
  readonly path: Path
  readonly placed: Path
  readonly style: Inherited
  readonly matrix: Matrix
  readonly view: ViewSize
  readonly declared: Declared
}

/** A stroke along a path, or the area that it covers where that is no stroke of one width. In the drawing's px. */
export type ReadStroke =
  | { readonly type: 'stroke'; readonly path: Path; readonly stroke: Stroke }
  | { readonly type: 'area'; readonly path: Path; readonly opacity: number }

/**
 * Reads the stroke of a shape; null if it is invisible. Figma has one width for the whole stroke and no dash offset: a stroke
 * that is scaled unevenly becomes its area, dashes with an offset become subpaths. Throws VectorError.
 */
export function readStroke(line: StrokeLine, painted: Painted, budget: ReadBudget): ReadStroke | null {
  const { style, view } = line
  const isFixed = line.declared['vector-effect']?.trim() === 'non-scaling-stroke'
  const base = diagonal(view)
  const own = inPx(style.strokeWidth, base)
  const opacity = painted.opacity * style.strokeOpacity
  const scale = isFixed ? 1 : meanScale(line.matrix)
  const width = own * scale
  if (!(width > 0 && opacity > 0)) return null
  const dashes = readDashes(line, base, scale, budget)
  const { cap, join, miterLimit } = style
  const isEven = isFixed || isSimilarity(line.matrix)
  const isDivided = dashes.list.length > 0 && (!isEven || dashes.offset !== 0)
  const source = isFixed ? line.placed : line.path
  const path = isDivided ? divide(source, dashes, isFixed ? 1 : scale, budget) : source
  if (isEven) {
    const list = path === source ? dashes.list : []
    const placed = path === source ? line.placed : isFixed ? path : transformPath(path, line.matrix)
    return {
      type: 'stroke',
      path: placed,
      stroke: { paint: painted.paint, opacity, width, cap, join, miterLimit, dashes: list },
    }
  }
  const outline = outlineOf(path, { width: own, cap, join, miterLimit })
  budget.spend(outline.commands.length)
  return { type: 'area', path: transformPath(outline, line.matrix), opacity }
}

/** Returns the area that a stroke covers in the drawing's px; null if it is invisible. Throws VectorError. */
export function strokeOutline(line: StrokeLine, budget: ReadBudget): Path | null {
  const read = readStroke(line, { paint: { type: 'solid', color: '#000000' }, opacity: 1 }, budget)
  if (read?.type !== 'stroke') return read?.path ?? null
  const { path, stroke } = read
  const outline = outlineOf(stroke.dashes.length > 0 ? dashPath(path, stroke.dashes, 0) : path, stroke)
  budget.spend(outline.commands.length)
  return outline
}

/** In the drawing's px. */
interface Dashes {
  readonly list: readonly number[]
  readonly offset: number
}

const SOLID: Dashes = { list: [], offset: 0 }

function readDashes(
  { style, path, declared }: StrokeLine,
  base: number,
  scale: number,
  budget: ReadBudget,
): Dashes {
  if (style.dashes.length === 0) return SOLID
  budget.spend(style.dashes.length * 2)
  const measured = readLength(declared.pathLength)?.value ?? 0
  const unit = scale * (measured > 0 ? pathLength(path) / measured : 1)
  const dashes = style.dashes.map((dash) => Math.min(inPx(dash, base) * unit, MAX_DASH))
  const period = dashes.reduce((sum, dash) => sum + dash, 0)
  if (!(period > 0)) return SOLID
  if (!(period / dashes.length >= MIN_DASH)) {
    budget.leaveOut('stroke-dasharray')
    return SOLID
  }
  // SVG repeats an odd list to make it even. It is written out for importers that do not.
  const list = dashes.length % 2 ? [...dashes, ...dashes] : dashes
  const offset = inPx(style.dashOffset, base) * unit
  return { list, offset: Number.isFinite(offset) ? offset : 0 }
}

/** Divides a path into dashes; `scale` is that of the dashes. The path itself if there are too many. */
function divide(path: Path, { list, offset }: Dashes, scale: number, budget: ReadBudget): Path {
  const own = list.map((dash) => dash / scale)
  const period = own.reduce((sum, dash) => sum + dash, 0)
  const count = (pathLength(path) / period) * own.length
  if (!(count <= MAX_DASHES)) {
    budget.leaveOut('stroke-dashoffset')
    return path
  }
  const divided = dashPath(path, own, offset / scale)
  budget.spend(divided.commands.length)
  return divided
}

const meanScale = ({ a, b, c, d }: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

function isSimilarity({ a, b, c, d }: Matrix): boolean {
  const across = a * a + b * b
  const down = c * c + d * d
  const mean = (across + down) / 2
  return Math.abs(across - down) <= 2 * TOLERANCE * mean && Math.abs(a * c + b * d) <= TOLERANCE * mean
}
