import type { Box, Point, Size } from './boxes'
import { containerOf, isSurface, type LayerSnapshot } from './snapshots'

/** `[[a, c, e], [b, d, f]]`: (x, y) becomes (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [readonly [number, number, number], readonly [number, number, number]]

/** If the visible share of a picture is smaller, 0 to 1, it counts as cut off. */
export const MIN_VISIBLE_SHARE = 0.1

/** Tolerance for rounding, as a share. */
const EPSILON = 1e-6

/**
 * Returns the share of a box that the frames around it do not clip, 0 to 1. The box is in the coordinates of `container`. `size`
 * is the container's size, if it is going to change.
 */
export function visibleShareWithin(box: Box, container: LayerSnapshot, size: Size = container.size): number {
  let outline = cornersOf(box)
  let share = 1
  for (let around: LayerSnapshot | null = container; around; ) {
    if (around.clips || (isSurface(around) && around.parent)) {
      const whole = areaOf(outline)
      outline = cutTo(outline, around === container ? size : around.size)
      share *= whole > 0 ? areaOf(outline) / whole : 0
      if (share === 0) return 0
    }
    const { transform, parent }: LayerSnapshot = around
    outline = outline.map((point) => moved(point, transform))
    around = parent && containerOf(parent)
  }
  return share
}

/** Whether the frames around a box do not clip any of it. */
export const isFullyVisible = (box: Box, container: LayerSnapshot): boolean =>
  visibleShareWithin(box, container) > 1 - EPSILON

const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
]

const moved = ({ x, y }: Point, [[a, c, e], [b, d, f]]: Matrix): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

function areaOf(outline: readonly Point[]): number {
  let twice = 0
  for (const [i, { x, y }] of outline.entries()) {
    const next = outline[(i + 1) % outline.length]
    if (next) twice += x * next.y - next.x * y
  }
  return Math.abs(twice) / 2
}

/** Clips a convex outline to the box from (0, 0) to (width, height), with the algorithm of Sutherland and Hodgman. */
function cutTo(outline: readonly Point[], { width, height }: Size): Point[] {
  const sides: ((point: Point) => number)[] = [
    ({ x }) => x,
    ({ x }) => width - x,
    ({ y }) => y,
    ({ y }) => height - y,
  ]
  return sides.reduce((left, inside) => cutBy(left, inside), [...outline])
}

/** Clips an outline to where `inside` is not negative. */
function cutBy(outline: readonly Point[], inside: (point: Point) => number): Point[] {
  const kept: Point[] = []
  for (const [i, point] of outline.entries()) {
    const next = outline[(i + 1) % outline.length] ?? point
    const [here, there] = [inside(point), inside(next)]
    if (here >= 0) kept.push(point)
    if (here >= 0 === there >= 0) continue
    const share = here / (here - there)
    kept.push({ x: point.x + (next.x - point.x) * share, y: point.y + (next.y - point.y) * share })
  }
  return kept
}
