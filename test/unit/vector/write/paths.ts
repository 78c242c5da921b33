import fc from 'fast-check'
import { CLOSE, CUBIC, type Path, PathBuilder } from '../../../../src/vector/path/path'

/** Any path with these coordinates: lines and curves in open and closed subpaths. */
export function pathOf(coordinate: fc.Arbitrary<number>): fc.Arbitrary<Path> {
  const point = fc.tuple(coordinate, coordinate)
  const segment = fc.oneof(
    fc.tuple(fc.constant('line' as const), point),
    fc.tuple(fc.constant('level' as const), coordinate),
    fc.tuple(fc.constant('upright' as const), coordinate),
    fc.tuple(fc.constant('cubic' as const), point, point, point),
    fc.tuple(fc.constant('smooth' as const), point, point),
  )
  const subpath = fc.tuple(point, fc.array(segment, { minLength: 1, maxLength: 6 }), fc.boolean())
  return fc.array(subpath, { minLength: 1, maxLength: 3 }).map((subpaths) => {
    const builder = new PathBuilder()
    for (const [start, segments, closed] of subpaths) {
      let [[x, y], [mirrorX, mirrorY]] = [start, start]
      builder.move(x, y)
      for (const segment of segments) {
        const mirror = [mirrorX, mirrorY] as const
        if (segment[0] === 'level') x = segment[1]
        else if (segment[0] === 'upright') y = segment[1]
        else [x, y] = segment.at(-1) as [number, number]
        ;[mirrorX, mirrorY] = [x, y]
        if (segment[0] === 'cubic' || segment[0] === 'smooth') {
          const first = segment[0] === 'cubic' ? segment[1] : mirror
          const second = segment.at(-2) as [number, number]
          builder.cubic(first[0], first[1], second[0], second[1], x, y)
          ;[mirrorX, mirrorY] = [2 * x - second[0], 2 * y - second[1]]
        } else builder.line(x, y)
      }
      if (closed) builder.close()
    }
    return builder.finish()
  })
}

/** In hundredths of a px: integers, which can be compared exactly. */
export const units = ({ commands, coords }: Path): number[][] => [
  [...commands],
  [...coords].map((value) => Math.round(value * 100) || 0),
]

/** Returns a point of the cubic whose four points start the coordinates; `t` from 0 to 1. */
export function cubicAt(points: ArrayLike<number>, t: number): [number, number] {
  const s = 1 - t
  const weights = [s ** 3, 3 * s * s * t, 3 * s * t * t, t ** 3]
  const on = (axis: number) =>
    weights.reduce((sum, weight, i) => sum + weight * (points[2 * i + axis] ?? 0), 0)
  return [on(0), on(1)]
}

/** Returns points on all lines and curves of a path. */
export function pointsOf({ commands, coords }: Path, pieces = 8): [number, number][] {
  const points: [number, number][] = []
  let at = 0
  for (const command of commands) {
    if (command === CLOSE) continue
    const end = at + (command === CUBIC ? 6 : 2)
    for (let i = 0; command === CUBIC && i < pieces; i += 1)
      points.push(cubicAt(coords.subarray(at - 2, end), i / pieces))
    points.push([coords[end - 2] ?? 0, coords[end - 1] ?? 0])
    at = end
  }
  return points
}
