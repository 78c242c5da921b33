import type { Shape } from '../drawing'
import { IDENTITY, invert, type Matrix, multiply, parseTransform } from '../matrix'
import { transformPath } from '../path/transform'
import { type Box, exactBox } from './bounds'
import type { ViewSize } from './lengths'
import { aroundOrigin } from './origin'
import { unionOf } from './regions'
import type { Scene } from './scene'
import type { Declared } from './style'

/** The matrix from the units of a clip, mask or pattern to those of the element that refers to it. Null if there is none. */
export const unitsMatrix = (units: string | undefined, box: () => Box | null): Matrix | null => {
  if (units !== 'objectBoundingBox') return IDENTITY
  const found = box()
  return found && found.width > 0 && found.height > 0
    ? { a: found.width, b: 0, c: 0, d: found.height, e: found.x, f: found.y }
    : null
}

/** Returns the box of the outlines from index `from` on, in the coordinates that `matrix` maps to the drawing's px. */
export function boxOf({ outlines }: Scene, from: number, matrix: Matrix): Box | null {
  const back = invert(matrix)
  if (!back) return null
  return unionOf(outlines.slice(from).map((path) => exactBox(transformPath(path, back))))
}

/** Returns the box of shapes with their strokes, in the coordinates that `matrix` maps to the drawing's px. Miters are not counted. */
export function strokeBoxOf(shapes: readonly Shape[], matrix: Matrix): Box | null {
  const back = invert(matrix)
  if (!back) return null
  const scale = Math.sqrt(Math.abs(back.a * back.d - back.b * back.c))
  return unionOf(
    shapes.map(({ path, stroke }) => {
      const { x, y, width, height } = exactBox(transformPath(path, back))
      const reach = ((stroke?.width ?? 0) * scale) / 2
      return { x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach }
    }),
  )
}

/** Reads a `transform` around its `transform-origin`, as a matrix applied before `matrix`. Null for a syntax error. */
export function transformed(matrix: Matrix, declared: Declared, view: ViewSize): Matrix | null {
  const { transform = 'none', 'transform-origin': origin } = declared
  const own = transform === 'none' ? IDENTITY : parseTransform(transform)
  if (!own) return null
  return multiply(matrix, origin === undefined ? own : aroundOrigin(own, origin, view, null))
}
