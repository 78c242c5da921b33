import { lightness, lit, shaded } from '../colour'
import { clip } from '../geometry/clip'
import { fitted } from '../geometry/fit'
import { areaOf, boxOf, flatten, type Path, type Point } from '../geometry/path'
import { rectangle } from '../geometry/shapes'
import type { Shape } from '../pen'
import type { Random } from '../random'
import type { Scene } from '../scene'
import type { Fill } from '../write'

/** Forms smaller than this (square units) get no shading: it would not be seen. */
const LEAST_SHADED_AREA = 4500

/** Style `any`: a flat, colourful illustration; round forms get two soft crescents of shadow and one of light. */
export function renderFlat(scene: Scene, random: Random): Fill[] {
  const { width, height, ground, groundFade, shapes } = scene
  const canvas: Fill = { path: rectangle(0, 0, width, height), colour: ground, fade: groundFade }
  return [canvas, ...shapes.flatMap((shape) => renderShape(shape, random))]
}

function renderShape(shape: Shape, random: Random): Fill[] {
  const { path, colour, fade } = shape
  const base: Fill = { path, colour, fade }
  const [contour, ...others] = path
  if (shape.role !== 'form' || !shape.round || contour === undefined || others.length > 0) return [base]
  const points = flatten(contour, 9)
  if (Math.abs(areaOf(points)) < LEAST_SHADED_AREA) return [base]
  const dark = lightness(colour) < 0.25
  return [
    base,
    ...crescent(points, 0.11, -1, { path, colour: shaded(colour, 0.09) }),
    ...crescent(points, 0.055, -1, { path, colour: shaded(colour, 0.2) }),
    ...(random.chance(0.75)
      ? crescent(points, 0.035, 1, { path, colour: lit(colour, dark ? 0.14 : 0.3) })
      : []),
  ]
}

/** What sticks out of the shape once it is moved away from (-1) or towards (1) the light at the top left. */
function crescent(points: readonly Point[], part: number, towards: -1 | 1, fill: Fill): Fill[] {
  const { left, top, right, bottom } = boxOf(points)
  const reach = Math.min(right - left, bottom - top) * part * towards
  const moved = points.map(([x, y]): Point => [x + reach * 0.8, y + reach])
  const pieces: Path = clip(points, moved, 'subtract')
    .filter((piece) => Math.abs(areaOf(piece)) > 120)
    .map((piece) => fitted(piece, 0.7))
    .filter((contour) => contour !== null)
  return pieces.map((piece) => ({ ...fill, path: [piece] }))
}
