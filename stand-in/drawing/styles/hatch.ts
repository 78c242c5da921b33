import type { Point } from '../geometry/path'
import type { Raster } from '../geometry/raster'

/** How lines are laid over a shape. Lengths in units of the picture. */
interface Hatching {
  /** Middle of the shape. */
  readonly x: number
  readonly y: number
  /** Half the longest way across it. */
  readonly reach: number
  /** Direction of the lines in radians. */
  readonly angle: number
  readonly spacing: number
  /** How far a line bows at its ends, as a part of the reach: makes the shape look round. */
  readonly bow: number
}

/** Distance between the samples along a line. */
const STEP = 7

/**
 * Lays bowed, parallel lines over a shape and keeps the stretches where the raster shows this shape and `keep`
 * agrees. Stretches shorter than `shortest` are left out.
 */
export function hatchLines(
  raster: Raster,
  id: number,
  { x, y, reach, angle, spacing, bow }: Hatching,
  shortest: number,
  keep: (x: number, y: number, line: number) => boolean = () => true,
): Point[][] {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const stretches: Point[][] = []
  const extent = reach * (1 + Math.abs(bow))
  const lines = Math.ceil(extent / spacing)
  for (let line = -lines; line <= lines; line++) {
    let open: Point[] = []
    const close = (): void => {
      if ((open.length - 1) * STEP >= shortest) stretches.push(open)
      open = []
    }
    for (let along = -reach; along <= reach; along += STEP) {
      const across = line * spacing + bow * reach * (along / reach) ** 2
      const px = x + along * cos - across * sin
      const py = y + along * sin + across * cos
      if (raster.at(px, py) === id && keep(px, py, line)) open.push([px, py])
      else close()
    }
    close()
  }
  return stretches
}
