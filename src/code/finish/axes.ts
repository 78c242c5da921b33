/** a, b, c, d, e, f as in SVG's `matrix()`. */
export type SvgMatrix = readonly number[]

/** A matrix as Figma has it: a layer's scale is in its size, not in its transform. */
export interface Axes {
  /** The linear part, without the scale. */
  readonly turn: readonly [xx: number, yx: number, xy: number, yy: number]
  readonly scaleX: number
  readonly scaleY: number
}

/** Throws if the matrix is singular. */
export function axesOf([a = 1, b = 0, c = 0, d = 1]: SvgMatrix): Axes {
  const scaleX = Math.hypot(a, b)
  const scaleY = Math.hypot(c, d)
  if (!(scaleX > 0 && scaleY > 0)) throw new Error('the matrix is flat')
  return { turn: [a / scaleX, b / scaleX, c / scaleY, d / scaleY], scaleX, scaleY }
}

/** Returns the transform of a layer whose top left corner is at (x, y) in the matrix's coordinates. */
export function transformAt(matrix: SvgMatrix, x: number, y: number): Transform {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const [xx, yx, xy, yy] = axesOf(matrix).turn
  return [
    [xx, xy, a * x + c * y + e],
    [yx, yy, b * x + d * y + f],
  ]
}
