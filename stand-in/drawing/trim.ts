import { clip } from './geometry/clip'
import { fitted } from './geometry/fit'
import { boxOf, type Contour, flatten, type Path, type Point } from './geometry/path'
import { polygon } from './geometry/smooth'
import type { Fill } from './write'

/** Pictures of Recraft's have up to about 1,100 paths; the smallest ones beyond this number are left out. */
const MOST_FILLS = 900

/** Leaves out the smallest fills of a picture that has too many. The first, the background, always stays. */
export function limited(fills: readonly Fill[]): Fill[] {
  if (fills.length <= MOST_FILLS) return [...fills]
  const [background, ...rest] = fills
  const sizes = new Map(rest.map((fill) => [fill, sizeOf(fill)]))
  const kept = new Set(
    [...rest].sort((one, other) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0)).slice(0, MOST_FILLS - 1),
  )
  return fills.filter((fill) => fill === background || kept.has(fill))
}

function sizeOf({ path }: Fill): number {
  const { left, top, right, bottom } = boxOf(path.flatMap((contour) => flatten(contour, 60)))
  return (right - left) * (bottom - top)
}

/** Cuts off what lies outside the canvas, as in traced pictures; what lies wholly outside is dropped. */
export function trimmed(fills: readonly Fill[], width: number, height: number): Fill[] {
  const canvas: readonly Point[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const [background, ...rest] = fills
  const kept = rest.flatMap((fill): Fill[] => {
    const path: Path = fill.path.flatMap((contour) => trimContour(contour, canvas, width, height))
    return path.length === 0 ? [] : [{ ...fill, path }]
  })
  return background === undefined ? kept : [background, ...kept]
}

function trimContour(contour: Contour, canvas: readonly Point[], width: number, height: number): Contour[] {
  const { left, top, right, bottom } = boxOf(flatten(contour, 60))
  const slack = 2
  if (left >= -slack && top >= -slack && right <= width + slack && bottom <= height + slack) return [contour]
  if (right <= 0 || bottom <= 0 || left >= width || top >= height) return []
  const points = flatten(contour, 10)
  // Where the canvas cuts a curve there is a corner, however flat the angle.
  const onBorder = ([x, y]: Point): boolean => x < 0.01 || y < 0.01 || x > width - 0.01 || y > height - 0.01
  const straight = contour.segments.every((segment) => segment.length === 2)
  return clip(points, canvas, 'intersect')
    .map((piece) => (straight ? polygon(piece)[0] : fitted(piece, 0.3, onBorder)))
    .filter((piece) => piece !== null && piece !== undefined)
}
