import type { Rect, Transform, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import { applyTo } from './matrix'

/** An absolute path command with all its points in order. The last one is the new current point. */
export interface PathCommand {
  readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z'
  readonly points: readonly Vector[]
}

const POINTS = { M: 1, L: 1, Q: 2, C: 3, Z: 0 } as const

/**
 * Parses the path data that `VectorPath.data` accepts: only absolute M, L, Q, C, and Z, separated by white space. Otherwise throws an error
 * that names the command, like Figma (Figma doc: VectorPath).
 */
export function parsePathData(data: string): PathCommand[] {
  const words = data.split(/\s+/).filter((word) => word !== '')
  const commands: PathCommand[] = []
  for (let at = 0; at < words.length; ) {
    const type = words[at++] as PathCommand['type']
    const count = POINTS[type]
    if (count === undefined) throw new Error(`Failed to convert path. Invalid command at ${type}`)
    if (commands.length === 0 && type !== 'M')
      throw new Error(`Failed to convert path. It starts with ${type}`)
    const points: Vector[] = []
    for (let point = 0; point < count; point++, at += 2) {
      const [x, y] = [Number(words[at] ?? Number.NaN), Number(words[at + 1] ?? Number.NaN)]
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        throw new Error(`Failed to convert path. Expected ${2 * count} numbers after ${type}`)
      }
      points.push({ x, y })
    }
    commands.push({ type, points })
  }
  return commands
}

/** Returns path data, without rounding. */
export function formatPathData(commands: readonly PathCommand[]): string {
  return commands
    .map(({ type, points }) => [type, ...points.map(({ x, y }) => `${x} ${y}`)].join(' '))
    .join(' ')
}

/** Transforms all points of a path. Exact, because all commands are affine invariant. */
export function transformPath(commands: readonly PathCommand[], transform: Transform): PathCommand[] {
  return commands.map(({ type, points }) => ({
    type,
    points: points.map((point) => applyTo(transform, point)),
  }))
}

/** Returns the exact bounding box of a path, using the extrema of its curves, in px of the path. Null for an empty path. */
export function pathBounds(commands: readonly PathCommand[]): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const include = (x: number, y: number) => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  let pen: Vector = { x: 0, y: 0 }
  let start = pen
  for (const { type, points } of commands) {
    const end = points[points.length - 1]
    if (end === undefined) {
      pen = start
      continue
    }
    include(end.x, end.y)
    if (points.length > 1) {
      const xs = extrema([pen, ...points].map((point) => point.x))
      const ys = extrema([pen, ...points].map((point) => point.y))
      for (const x of xs) include(x, end.y)
      for (const y of ys) include(end.x, y)
    }
    pen = end
    if (type === 'M') start = end
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top }
}

/** Returns the extrema of one coordinate of a quadratic or cubic curve. */
function extrema(values: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d] = values
  if (d === undefined) {
    const t = (a - b) / (a - 2 * b + c)
    return t > 0 && t < 1 ? [(1 - t) ** 2 * a + 2 * (1 - t) * t * b + t * t * c] : []
  }
  return cubicTurns(a, b, c, d).map(
    (t) => (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d,
  )
}

/** Returns the parameters in 0..1 at which the derivative of a cubic is zero. */
function cubicTurns(a: number, b: number, c: number, d: number): number[] {
  const square = 3 * (b - c) + d - a
  const linear = 2 * (a - 2 * b + c)
  const constant = b - a
  const inside = (t: number) => t > 0 && t < 1
  if (Math.abs(square) < 1e-12 * (Math.abs(linear) + Math.abs(constant))) {
    return [-constant / linear].filter(inside)
  }
  const root = Math.sqrt(linear * linear - 4 * square * constant)
  // This form never subtracts two nearly equal numbers.
  const sum = -(linear + Math.sign(linear || 1) * root) / 2
  return [sum / square, constant / sum].filter(inside)
}
