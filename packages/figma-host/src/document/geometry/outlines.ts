import type { VectorPath } from '@figma/plugin-typings/plugin-api-standalone'
import type { CornerRadii, NodeData } from '../node-data'

/** Length of the handles of a cubic that approximates a quarter circle, relative to the radius. */
const KAPPA = 0.5522847498307936

type Corner = readonly [x: number, y: number]

/** Returns the path data of a quarter ellipse between two points, bulging toward a corner. */
function quarter(from: Corner, corner: Corner, to: Corner): string {
  const toward = ([x, y]: Corner) => `${x + (corner[0] - x) * KAPPA} ${y + (corner[1] - y) * KAPPA}`
  return `C ${toward(from)} ${toward(to)} ${to[0]} ${to[1]}`
}

/** Returns the path data of a rectangle with rounded corners: M, L, C, and Z. Lengths in px. */
export function rectanglePath(width: number, height: number, corners: CornerRadii): string {
  const [tl, tr, br, bl] = fitted(width, height, corners)
  const arc = (radius: number, from: Corner, corner: Corner, to: Corner) =>
    radius === 0 ? '' : ` ${quarter(from, corner, to)}`
  return [
    `M ${tl} 0 L ${width - tr} 0`,
    arc(tr, [width - tr, 0], [width, 0], [width, tr]),
    ` L ${width} ${height - br}`,
    arc(br, [width, height - br], [width, height], [width - br, height]),
    ` L ${bl} ${height}`,
    arc(bl, [bl, height], [0, height], [0, height - bl]),
    ` L 0 ${tl}`,
    arc(tl, [0, tl], [0, 0], [tl, 0]),
    ' Z',
  ].join('')
}

/** Scales radii down that are together longer than a side. */
function fitted(width: number, height: number, [tl, tr, br, bl]: CornerRadii): CornerRadii {
  const share = (side: number, radii: number) => (radii === 0 ? 1 : side / radii)
  const room = Math.min(
    1,
    share(width, tl + tr),
    share(width, bl + br),
    share(height, tl + bl),
    share(height, tr + br),
  )
  return [tl * room, tr * room, br * room, bl * room]
}

/** Returns the path data of an ellipse: M, C, and Z. Lengths in px. */
function ellipsePath(width: number, height: number): string {
  const [x, y] = [width / 2, height / 2]
  return [
    `M ${width} ${y}`,
    quarter([width, y], [width, height], [x, height]),
    quarter([x, height], [0, height], [0, y]),
    quarter([0, y], [0, 0], [x, 0]),
    quarter([x, 0], [width, 0], [width, y]),
    'Z',
  ].join(' ')
}

/** Returns the outline of a layer in its own coordinates: its paths, or those of its shape. */
export function outlineOf({ type, vectorPaths, width, height, corners }: NodeData): readonly VectorPath[] {
  switch (type) {
    case 'VECTOR':
      return vectorPaths
    case 'ELLIPSE':
      return [{ windingRule: 'NONZERO', data: ellipsePath(width, height) }]
    case 'LINE':
      return [{ windingRule: 'NONE', data: `M 0 0 L ${width} 0` }]
    default:
      return [{ windingRule: 'NONZERO', data: rectanglePath(width, height, corners) }]
  }
}
