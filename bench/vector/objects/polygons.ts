import { type Bounds, boundsOf } from '../../../src/vector/coverage/bounds'

/** A convex polygon, clockwise on the screen: x and y alternating. */
export type Polygon = readonly number[]

/** What a path fills: convex pieces that do not overlap, or of one color. */
export type Region = readonly Polygon[]

export function ellipse(x: number, y: number, rx: number, ry = rx, corners = 24): Polygon {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)]
  }).flat()
}

export const box = (left: number, top: number, right: number, bottom: number): Polygon => [
  ...[left, top, right, top, right, bottom, left, bottom],
]

/** A line with a width. */
export function bar(x0: number, y0: number, x1: number, y1: number, width: number): Polygon {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1
  const dx = ((y1 - y0) / length) * (width / 2)
  const dy = ((x0 - x1) / length) * (width / 2)
  return clockwise([x0 + dx, y0 + dy, x1 + dx, y1 + dy, x1 - dx, y1 - dy, x0 - dx, y0 - dy])
}

export const clockwise = (polygon: Polygon): Polygon =>
  signedArea(polygon) >= 0
    ? polygon
    : Array.from({ length: polygon.length / 2 }, (_, i) =>
        polygon.slice(-2 * i - 2, polygon.length - 2 * i),
      ).flat()

function signedArea(polygon: Polygon): number {
  let sum = 0
  for (let i = 0; i < polygon.length; i += 2) {
    const [x0 = 0, y0 = 0] = [polygon[i], polygon[i + 1]]
    const x1 = polygon[(i + 2) % polygon.length] ?? 0
    const y1 = polygon[(i + 3) % polygon.length] ?? 0
    sum += x0 * y1 - x1 * y0
  }
  return sum / 2
}

export const areaOf = (region: Region): number =>
  region.reduce((sum, polygon) => sum + Math.abs(signedArea(polygon)), 0)

/** Keeps the part of the polygon on one side of the line through two points: the right side seen along it, or the left. */
function cut(polygon: Polygon, x0: number, y0: number, x1: number, y1: number, side: 1 | -1): Polygon {
  const out: number[] = []
  const height = (x: number, y: number) => side * ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0))
  for (let i = 0; i < polygon.length; i += 2) {
    const [ax = 0, ay = 0] = [polygon[i], polygon[i + 1]]
    const bx = polygon[(i + 2) % polygon.length] ?? 0
    const by = polygon[(i + 3) % polygon.length] ?? 0
    const [a, b] = [height(ax, ay), height(bx, by)]
    if (a >= 0) out.push(ax, ay)
    if (a >= 0 !== b >= 0) out.push(ax + ((bx - ax) * a) / (a - b), ay + ((by - ay) * a) / (a - b))
  }
  return out.length >= 6 ? out : []
}

/** What two regions have in common. */
export const common = (a: Region, b: Region): Region =>
  a.flatMap((one) => b.map((other) => inside(one, other))).filter(({ length }) => length > 0)

function inside(one: Polygon, other: Polygon): Polygon {
  if (apart(one, other)) return []
  let rest = one
  for (let i = 0; i < other.length && rest.length > 0; i += 2) rest = cut(rest, ...edge(other, i), 1)
  return rest
}

/** Whether the boxes of two polygons are apart: most are. */
function apart(one: Polygon, other: Polygon): boolean {
  const [a, b] = [boxOf(one), boxOf(other)]
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
}

const boxes = new WeakMap<Polygon, Bounds>()

function boxOf(polygon: Polygon): Bounds {
  const known = boxes.get(polygon)
  if (known) return known
  const found = boundsOf({ commands: new Uint8Array(0), coords: Float64Array.from(polygon) })
  boxes.set(polygon, found)
  return found
}

/** The part of a region that another does not cover, in pieces. */
export function without(a: Region, b: Region): Region {
  let rest: Polygon[] = [...a]
  for (const other of b) {
    rest = rest.flatMap((one) => {
      if (inside(one, other).length === 0) return [one]
      const pieces: Polygon[] = []
      let left = one
      for (let i = 0; i < other.length && left.length > 0; i += 2) {
        const outside = cut(left, ...edge(other, i), -1)
        if (outside.length > 0) pieces.push(outside)
        left = cut(left, ...edge(other, i), 1)
      }
      return pieces
    })
  }
  return rest.filter((polygon) => Math.abs(signedArea(polygon)) > 0.5)
}

const edge = (polygon: Polygon, i: number): [number, number, number, number] => [
  polygon[i] ?? 0,
  polygon[i + 1] ?? 0,
  polygon[(i + 2) % polygon.length] ?? 0,
  polygon[(i + 3) % polygon.length] ?? 0,
]

/** Path data as in Recraft's files. */
export const pathData = (region: Region): string =>
  region
    .map((polygon) => {
      const points = Array.from({ length: polygon.length / 2 }, (_, i) =>
        polygon
          .slice(2 * i, 2 * i + 2)
          .map((value) => value.toFixed(1))
          .join(' '),
      )
      return `M ${points.join(' L ')} z`
    })
    .join(' ')
