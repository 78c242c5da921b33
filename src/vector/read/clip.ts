import type { Shape } from '../drawing'
import { apply, type Matrix, multiply, parseTransform } from '../matrix'
import { parsePath } from '../path/parse'
import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'
import { transformPath } from '../path/transform'
import { BASIC_SHAPES } from './basic-shapes'
import { type Box, hullBox } from './bounds'
import type { ComputedStyles } from './computed'
import type { XmlElement } from './document'
import { passesConditions } from './kinds'
import type { ViewSize } from './lengths'
import type { ReadBudget } from './read-budget'

/** A convex area in the drawing's px that a clip leaves visible for certain: its corners in order, x and y alternating. */
export type Region = readonly number[]

/** The coordinate system of the clipped element. */
interface ClippedElement {
  readonly matrix: Matrix
  readonly view: ViewSize
}

/** Maximum number of points of a clip path: a quadrangle plus its start again. */
const MAX_POINTS = 5

/** Tolerance for rounding, in px. */
const SLACK = 0.01

/** Returns the region that a box becomes under a matrix. */
export function boxRegion({ x, y, width, height }: Box, matrix: Matrix): Region {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const
  return corners.flatMap(([cornerX, cornerY]) => apply(matrix, cornerX, cornerY))
}

/**
 * Returns the region that a clipPath leaves visible if it is simple: one basic shape, or one path with at most four straight
 * sides. Null otherwise. Throws VectorError.
 */
export function clipRegion(
  clip: XmlElement,
  { matrix, view }: ClippedElement,
  styles: ComputedStyles,
  budget: ReadBudget,
): Region | null {
  const [shape, ...others] = clip.children.filter(({ name }) => name !== 'title' && name !== 'desc')
  if (
    !shape ||
    !passesConditions(shape.attributes) ||
    others.length ||
    clip.attributes.clipPathUnits === 'objectBoundingBox'
  )
    return null
  // It is read again for each element that it clips.
  budget.repeat(shape)
  const { declared } = styles.at(shape)
  for (const { 'clip-path': nested, display, visibility } of [styles.at(clip).declared, declared]) {
    if (nested !== undefined || display === 'none' || (visibility ?? 'visible') !== 'visible') return null
  }
  const outer = parseTransform(clip.attributes.transform ?? '')
  const inner = parseTransform(declared.transform ?? '')
  if (!outer || !inner) return null
  const basic = BASIC_SHAPES.get(shape.name)
  const corners = basic
    ? cornersOf(basic(declared, view))
    : shape.name === 'path'
      ? quadrangle(parsePath(declared.d ?? '', MAX_POINTS + 1).path)
      : null
  return corners && [...transformPath(corners, multiply(multiply(matrix, outer), inner)).coords]
}

/** Returns the points of a path without the control points of its curves. */
function cornersOf(path: Path | null): Path | null {
  if (!path) return null
  const coords: number[] = []
  let at = 0
  for (const command of path.commands) {
    if (command === CLOSE) continue
    if (command === CUBIC) at += 4
    coords.push(path.coords[at] ?? 0, path.coords[at + 1] ?? 0)
    at += 2
  }
  return { commands: path.commands, coords: Float64Array.from(coords) }
}

/** Returns the path if it has at most four corners and no curves, null otherwise. A point is then inside if it is on the same side of every edge. */
function quadrangle(path: Path): Path | null {
  const { commands, coords } = path
  const isPlain = commands.every((command, i) => command !== CUBIC && (command !== MOVE || i === 0))
  const last = coords.length - 2
  const returns = last > 0 && coords[0] === coords[last] && coords[1] === coords[last + 1]
  const open = returns ? coords.subarray(0, last) : coords
  return isPlain && open.length <= 8 ? { commands, coords: open } : null
}

/** Whether a box is completely inside a region. */
export function isInside({ x, y, width, height }: Box, region: Region): boolean {
  const count = region.length / 2
  if (count < 3) return false
  let side = 0
  for (let i = 0; i < count; i += 1) {
    const j = (i + 1) % count
    const x1 = region[2 * i] ?? 0
    const y1 = region[2 * i + 1] ?? 0
    const dx = (region[2 * j] ?? 0) - x1
    const dy = (region[2 * j + 1] ?? 0) - y1
    const length = Math.hypot(dx, dy)
    if (length === 0) continue
    for (const cornerX of [x, x + width]) {
      for (const cornerY of [y, y + height]) {
        const distance = (dx * (cornerY - y1) - dy * (cornerX - x1)) / length
        if (Math.abs(distance) <= SLACK) continue
        if (side === 0) side = Math.sign(distance)
        if (Math.sign(distance) !== side) return false
      }
    }
  }
  // If no corner is on either side of any edge, the region has practically no area.
  return side !== 0
}

/** Returns the part of the canvas that a shape may reach, including its stroke; null if it is completely off the canvas. */
export function visibleBox({ path, stroke }: Shape, canvas: Box): Box | null {
  const hull = hullBox(path)
  const reach = stroke ? (stroke.width / 2) * Math.max(Math.SQRT2, miterReach(stroke)) : 0
  const x = Math.max(canvas.x, hull.x - reach)
  const y = Math.max(canvas.y, hull.y - reach)
  const width = Math.min(canvas.x + canvas.width, hull.x + hull.width + reach) - x
  const height = Math.min(canvas.y + canvas.height, hull.y + hull.height + reach) - y
  return width >= 0 && height >= 0 ? { x, y, width, height } : null
}

const miterReach = ({ join, miterLimit }: NonNullable<Shape['stroke']>) => (join === 'miter' ? miterLimit : 1)
