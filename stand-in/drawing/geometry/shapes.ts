import type { Path, Point } from './path'
import { type Knot, outline, polygon } from './smooth'

/** An ellipse around x, y, turned by `turn` radians. */
export function ellipse(x: number, y: number, radiusX: number, radiusY = radiusX, turn = 0): Path {
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  // The handle length that makes a quarter of a circle to within 0.03 %.
  const handle = 0.5523
  const at = (u: number, v: number): Point => [
    x + u * radiusX * cos - v * radiusY * sin,
    y + u * radiusX * sin + v * radiusY * cos,
  ]
  return [
    {
      start: at(1, 0),
      segments: [
        [...at(1, handle), ...at(handle, 1), ...at(0, 1)],
        [...at(-handle, 1), ...at(-1, handle), ...at(-1, 0)],
        [...at(-1, -handle), ...at(-handle, -1), ...at(0, -1)],
        [...at(handle, -1), ...at(1, -handle), ...at(1, 0)],
      ],
    },
  ]
}

/** A flat ring; the hole is a contour that runs the other way. */
export function annulus(x: number, y: number, outer: number, inner: number): Path {
  return [...ellipse(x, y, outer, outer), ...ellipse(x, y, inner, -inner)]
}

/** A rectangle from its top left corner, with corners rounded by `radius` where it is given. */
export function rectangle(x: number, y: number, width: number, height: number, radius = 0): Path {
  const right = x + width
  const bottom = y + height
  if (radius <= 0) {
    return polygon([
      [x, y],
      [right, y],
      [right, bottom],
      [x, bottom],
    ])
  }
  const r = Math.min(radius, width / 2, height / 2)
  const c = r * 0.4477
  return [
    {
      start: [x + r, y],
      segments: [
        [right - r, y],
        [right - c, y, right, y + c, right, y + r],
        [right, bottom - r],
        [right, bottom - c, right - c, bottom, right - r, bottom],
        [x + r, bottom],
        [x + c, bottom, x, bottom - c, x, bottom - r],
        [x, y + r],
        [x, y + c, x + c, y, x + r, y],
      ],
    },
  ]
}

/**
 * A leaf from stalk to tip, `width` across at its widest, bent sideways by `bend` (both in the length's unit).
 */
export function leaf(from: Point, to: Point, width: number, bend = 0): Path {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const length = Math.hypot(dx, dy) || 1
  const at = (along: number, across: number): Point => [
    from[0] + dx * along - (dy / length) * across,
    from[1] + dy * along + (dx / length) * across,
  ]
  const side = (across: number): Point => at(0.42, across)
  return outline([
    [...from, 1],
    side(width / 2 + bend),
    at(0.75, width * 0.3 + bend * 0.7),
    [...to, 1],
    at(0.75, -width * 0.3 + bend * 0.7),
    side(-width / 2 + bend),
  ])
}

/** A star with sharp tips; the first points up. `inner` is the inner radius as a part of the outer. */
export function star(x: number, y: number, radius: number, tips = 5, inner = 0.45, turn = 0): Path {
  return polygon(
    Array.from({ length: tips * 2 }, (_, index): Point => {
      const angle = turn - Math.PI / 2 + (index * Math.PI) / tips
      const reach = index % 2 === 0 ? radius : radius * inner
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]
    }),
  )
}

/** A four-pointed sparkle with hollow sides. */
export function sparkle(x: number, y: number, radius: number): Path {
  const knots: Knot[] = []
  for (let index = 0; index < 8; index++) {
    const angle = (index * Math.PI) / 4
    const reach = index % 2 === 0 ? radius : radius * 0.24
    const px = x + Math.sin(angle) * reach
    const py = y - Math.cos(angle) * reach
    knots.push(index % 2 === 0 ? [px, py, 1] : [px, py])
  }
  return outline(knots)
}

/** A ring's sector or, with `inner` 0, a pie slice; angles in radians, clockwise from the right. */
export function sector(x: number, y: number, inner: number, outer: number, from: number, to: number): Path {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 0.5))
  const arc = (radius: number, start: number, end: number): Knot[] =>
    Array.from({ length: steps + 1 }, (_, index): Knot => {
      const angle = start + ((end - start) * index) / steps
      const px = x + Math.cos(angle) * radius
      const py = y + Math.sin(angle) * radius
      return index === 0 || index === steps ? [px, py, 1] : [px, py]
    })
  return outline([...arc(outer, from, to), ...(inner > 0 ? arc(inner, to, from) : [[x, y, 1] as Knot])])
}

/** A closed, softly irregular round; `wobble` is the largest deviation as a part of the radius. */
export function pebble(
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  wobble: number,
  uniform: () => number,
  knots = 9,
): Path {
  return outline(
    Array.from({ length: knots }, (_, index): Knot => {
      const angle = (index / knots) * 2 * Math.PI
      const reach = 1 + (uniform() * 2 - 1) * wobble
      return [x + Math.cos(angle) * radiusX * reach, y + Math.sin(angle) * radiusY * reach]
    }),
  )
}
