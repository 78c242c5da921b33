import { isIdentity, type Matrix } from '../matrix'
import { coordsArray } from './arrays'
import type { Path } from './path'

/** Transforms every point, control points included. Exact, because an affine map of a cubic is the cubic of the mapped points. */
export function transformPath(path: Path, matrix: Matrix): Path {
  if (isIdentity(matrix)) return path
  const { a, b, c, d, e, f } = matrix
  const { coords } = path
  const mapped = coordsArray(coords.length)
  for (let i = 0; i + 1 < coords.length; i += 2) {
    const x = coords[i] ?? 0
    const y = coords[i + 1] ?? 0
    mapped[i] = a * x + c * y + e
    mapped[i + 1] = b * x + d * y + f
  }
  return { commands: path.commands, coords: mapped }
}
