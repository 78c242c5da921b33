import type { Clip, Shape } from '../drawing'
import { apply, type Matrix } from '../matrix'
import { CLOSE, CUBIC, MOVE, type Path, PathBuilder } from '../path/path'
import { type Box, hullBox } from './bounds'

/** A convex area in the drawing's px that a clip leaves visible for certain: its corners in order, x and y alternating. */
export type Region = readonly number[]

/** Tolerance for rounding, in px. */
const SLACK = 0.01

/** Maximum number of points of a region. */
const MAX_POINTS = 12

/** Returns the rectangle as a path under a matrix. */
export function boxPath({ x, y, width, height }: Box, matrix: Matrix): Path {
  const path = new PathBuilder()
  path.move(...apply(matrix, x, y))
  path.line(...apply(matrix, x + width, y))
  path.line(...apply(matrix, x + width, y + height))
  path.line(...apply(matrix, x, y + height))
  path.close()
  return path.finish()
}

/** Returns a clip to one path, without clips of its own. */
export const clipTo = (path: Path, fillRule: Shape['fillRule'] = 'nonzero'): Clip => ({
  areas: [{ path, fillRule, clips: [] }],
})

/**
 * Returns a region that a clip leaves visible: the polygon of the end points, if the clip is one convex path whose curves bulge
 * outward. Null otherwise.
 */
function regionOf({ areas }: Clip): Region | null {
  const [area, ...others] = areas
  if (!area || others.length > 0 || area.clips.length > 0) return null
  const { commands, coords } = area.path
  if (commands.length > MAX_POINTS || commands.some((command, i) => command === MOVE && i > 0)) return null
  const ends: number[] = []
  const hull: number[] = []
  let at = 0
  for (const command of commands) {
    if (command === CLOSE) continue
    const size = command === CUBIC ? 6 : 2
    hull.push(...coords.subarray(at, at + size))
    at += size
    ends.push(coords[at - 2] ?? 0, coords[at - 1] ?? 0)
  }
  return isConvex(hull) ? ends : null
}

/** Whether all turns of a closed polygon go in one direction, once around. */
function isConvex(points: readonly number[]): boolean {
  const count = points.length / 2
  let turned = 0
  let side = 0
  let [px, py] = [0, 0]
  for (let i = 0; i <= 2 * count; i += 1) {
    const from = 2 * (i % count)
    const to = 2 * ((i + 1) % count)
    const dx = (points[to] ?? 0) - (points[from] ?? 0)
    const dy = (points[to + 1] ?? 0) - (points[from + 1] ?? 0)
    if (Math.hypot(dx, dy) < SLACK / 10) continue
    if (px !== 0 || py !== 0) {
      const angle = Math.atan2(px * dy - py * dx, px * dx + py * dy)
      if (Math.abs(angle) > 1e-6) {
        if (side === 0) side = Math.sign(angle)
        if (Math.sign(angle) !== side) return false
        turned += Math.abs(angle)
      }
    }
    px = dx
    py = dy
  }
  // The loop goes around about twice.
  return turned < 4.5 * Math.PI
}

/** Whether a box is completely inside a region. */
function isInside({ x, y, width, height }: Box, region: Region): boolean {
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

/** Whether a clip leaves all shapes visible, as far as they are on the canvas. */
export function cutsNothing(clip: Clip, shapes: readonly Shape[], canvas: Box): boolean {
  const region = regionOf(clip)
  if (!region) return false
  if (isInside(canvas, region)) return true
  return shapes.every((shape) => {
    const box = visibleBox(shape, canvas)
    return !box || isInside(box, region)
  })
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

/** Returns the smallest box that contains all. Null if there are none. */
export function unionOf(boxes: readonly (Box | null)[]): Box | null {
  let union: Box | null = null
  for (const box of boxes) {
    if (!box) continue
    if (!union) {
      union = box
      continue
    }
    const x: number = Math.min(union.x, box.x)
    const y: number = Math.min(union.y, box.y)
    const right = Math.max(union.x + union.width, box.x + box.width)
    const bottom = Math.max(union.y + union.height, box.y + box.height)
    union = { x, y, width: right - x, height: bottom - y }
  }
  return union
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
