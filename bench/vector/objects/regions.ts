import {
  areaPaths,
  difference,
  EndType,
  FillRule,
  getBoundsPaths,
  inflatePaths,
  intersect,
  JoinType,
  type Paths64,
  type Rect64,
  union,
} from 'clipper2-ts'

/** x and y alternating. */
export type Polygon = readonly number[]

/** The area that a path fills under `nonzero`, in hundredths of a unit. */
export type Region = Paths64

const HUNDREDTHS = 100

export function ellipse(x: number, y: number, rx: number, ry = rx, corners = 24): Polygon {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)]
  }).flat()
}

export const box = (left: number, top: number, right: number, bottom: number): Polygon => [
  ...[left, top, right, top, right, bottom, left, bottom],
]

/** Returns a line with a width. */
export function bar(x0: number, y0: number, x1: number, y1: number, width: number): Polygon {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1
  const dx = ((y1 - y0) / length) * (width / 2)
  const dy = ((x0 - x1) / length) * (width / 2)
  return [x0 + dx, y0 + dy, x1 + dx, y1 + dy, x1 - dx, y1 - dy, x0 - dx, y0 - dy]
}

/** Returns the area that closed polygons fill. */
export const filled = (polygons: readonly Polygon[], rule: 'nonzero' | 'evenodd'): Region =>
  union(pathsOf(polygons), rule === 'evenodd' ? FillRule.EvenOdd : FillRule.NonZero)

/** Returns the union of polygons, whatever their directions. */
export const covered = (polygons: readonly Polygon[]): Region =>
  union(
    polygons.flatMap((polygon) => filled([polygon], 'nonzero')),
    FillRule.NonZero,
  )

/** Returns the area of a stroke along polygons. */
export const stroked = (polygons: readonly Polygon[], width: number, closed: boolean): Region =>
  inflatePaths(
    pathsOf(polygons),
    (width / 2) * HUNDREDTHS,
    JoinType.Round,
    closed ? EndType.Joined : EndType.Round,
  )

const pathsOf = (polygons: readonly Polygon[]): Paths64 =>
  polygons.map((polygon) =>
    Array.from({ length: polygon.length / 2 }, (_, i) => ({
      x: Math.round((polygon[2 * i] ?? 0) * HUNDREDTHS),
      y: Math.round((polygon[2 * i + 1] ?? 0) * HUNDREDTHS),
    })),
  )

/** Returns the region scaled about the origin, then translated. */
export const placed = (region: Region, scale: number, x: number, y: number): Region =>
  region.map((path) =>
    path.map((point) => ({
      x: Math.round(point.x * scale + x * HUNDREDTHS),
      y: Math.round(point.y * scale + y * HUNDREDTHS),
    })),
  )

/** In square units. */
export const areaOf = (region: Region): number => Math.abs(areaPaths(region)) / HUNDREDTHS ** 2

/** Returns the intersection of two regions. */
export const common = (a: Region, b: Region): Region => (apart(a, b) ? [] : intersect(a, b, FillRule.NonZero))

/** Returns the first region minus the second. */
export const without = (a: Region, b: Region): Region =>
  apart(a, b) ? a : difference(a, b, FillRule.NonZero)

/** Returns whether the bounding boxes of two regions are disjoint, as most are. */
function apart(one: Region, other: Region): boolean {
  const [a, b] = [boxOf(one), boxOf(other)]
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
}

const boxes = new WeakMap<Region, Rect64>()

export function boxOf(region: Region): Rect64 {
  const known = boxes.get(region)
  if (known) return known
  const found = getBoundsPaths(region)
  boxes.set(region, found)
  return found
}

/** Returns path data as in Recraft's files. */
export const pathData = (region: Region): string =>
  region
    .map((path) => {
      const points = path.map(({ x, y }) => `${(x / HUNDREDTHS).toFixed(1)} ${(y / HUNDREDTHS).toFixed(1)}`)
      return `M ${points.join(' L ')} z`
    })
    .join(' ')
