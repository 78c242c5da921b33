import type { Shape } from '../drawing'
import { apply, type Matrix, multiply, parseTransform } from '../matrix'
import { parsePath } from '../path/parse'
import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'
import { transformPath } from '../path/transform'
import { BASIC_SHAPES } from './basic-shapes'
import { type Box, hullBox } from './bounds'
import type { ComputedStyles } from './computed'
import type { XmlElement } from './document'
import { isOffered } from './kinds'
import type { ViewSize } from './lengths'
import type { ReadBudget } from './read-budget'

/** A convex area in the drawing's px that a clip surely leaves visible: its corners in turn, x and y alternating. */
export type Region = readonly number[]

/** Of the element that is clipped. */
interface Place {
  readonly matrix: Matrix
  readonly view: ViewSize
}

/** Corners of a path that is tried as a clip, at most: a quadrangle and its start once more. */
const CORNERS = 5

/** Room for rounding, in px. */
const SLACK = 0.01

/** The region of a box under a map. */
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
 * The region that a clipPath leaves visible, where that is simple: it holds one basic shape, or a path with at most
 * four straight sides. Null otherwise. Throws VectorError.
 */
export function clipRegion(
  clip: XmlElement,
  { matrix, view }: Place,
  styles: ComputedStyles,
  budget: ReadBudget,
): Region | null {
  const [shape, ...others] = clip.children.filter(({ name }) => name !== 'title' && name !== 'desc')
  if (
    !shape ||
    !isOffered(shape.attributes) ||
    others.length ||
    clip.attributes.clipPathUnits === 'objectBoundingBox'
  )
    return null
  // Every element that is clipped by it reads it anew.
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
      ? quadrangle(parsePath(declared.d ?? '', CORNERS + 1).path)
      : null
  return corners && [...transformPath(corners, multiply(multiply(matrix, outer), inner)).coords]
}

/** The corners that a path goes through, the controls of its curves left out. */
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

/** With at most four corners and no curve, what lies to the same side of every edge lies within. */
function quadrangle(path: Path): Path | null {
  const { commands, coords } = path
  const isPlain = commands.every((command, i) => command !== CUBIC && (command !== MOVE || i === 0))
  const last = coords.length - 2
  const returns = last > 0 && coords[0] === coords[last] && coords[1] === coords[last + 1]
  const open = returns ? coords.subarray(0, last) : coords
  return isPlain && open.length <= 8 ? { commands, coords: open } : null
}

/** Whether all of a box lies within a region. */
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
  // On neither side of any edge: the region has practically no area.
  return side !== 0
}

/** The part of the canvas that a shape may reach, its line included; null where it is wholly off the canvas. */
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
