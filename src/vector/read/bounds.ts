import { CLOSE, CUBIC, type Path } from '../path/path'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Returns the bounding box of all points, control points included: at least as large as the exact box, and fast to compute. */
export function hullBox({ coords }: Path): Box {
  const [left, right] = hullRange(coords, 0)
  const [top, bottom] = hullRange(coords, 1)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function hullRange(coords: Float64Array, axis: 0 | 1): [number, number] {
  let least = coords[axis] ?? 0
  let most = least
  for (let i = axis; i < coords.length; i += 2) {
    const value = coords[i] ?? 0
    if (value < least) least = value
    else if (value > most) most = value
  }
  return [least, most]
}

/** Returns the exact box of the path without its stroke, as used by `objectBoundingBox`. */
export function exactBox(path: Path): Box {
  const [left, right] = exactRange(path, 0)
  const [top, bottom] = exactRange(path, 1)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function exactRange({ commands, coords }: Path, axis: 0 | 1): [number, number] {
  let at = axis
  let from = coords[at] ?? 0
  let least = from
  let most = from
  const include = (value: number) => {
    if (value < least) least = value
    else if (value > most) most = value
  }
  for (const command of commands) {
    if (command === CLOSE) continue
    const isCubic = command === CUBIC
    const to = coords[isCubic ? at + 4 : at] ?? 0
    include(to)
    if (isCubic) {
      for (const value of extremes(from, coords[at] ?? 0, coords[at + 2] ?? 0, to)) include(value)
    }
    at += isCubic ? 6 : 2
    from = to
  }
  return [least, most]
}

/** Returns the local extremes of a cubic: its values at the roots of its derivative, a·t² + b·t + c, between 0 and 1. */
function extremes(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = 3 * (p3 - 3 * p2 + 3 * p1 - p0)
  const b = 6 * (p2 - 2 * p1 + p0)
  const c = 3 * (p1 - p0)
  const discriminant = b * b - 4 * a * c
  if (discriminant < 0) return []
  // The numerically stable form. If a is 0, the only root is c / q, and q / a is filtered out.
  const q = -0.5 * (b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant))
  return [q / a, c / q]
    .filter((t) => t > 0 && t < 1)
    .map((t) => {
      const u = 1 - t
      return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3
    })
}
