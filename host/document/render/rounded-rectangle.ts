import type { CornerRadii } from '../node-data'

/** A rectangle at (0, 0) with round corners, as the text of an SVG path. All in px; too large radii share the side. */
export function roundedRectangle(width: number, height: number, corners: CornerRadii): string {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  const room = Math.min(
    1,
    share(width, topLeft + topRight),
    share(width, bottomLeft + bottomRight),
    share(height, topLeft + bottomLeft),
    share(height, topRight + bottomRight),
  )
  const arc = (radius: number, x: number, y: number) =>
    radius === 0 ? '' : `A${radius} ${radius} 0 0 1 ${x} ${y}`
  const [tl, tr, br, bl] = [topLeft * room, topRight * room, bottomRight * room, bottomLeft * room]
  return [
    `M${tl} 0`,
    `H${width - tr}`,
    arc(tr, width, tr),
    `V${height - br}`,
    arc(br, width - br, height),
    `H${bl}`,
    arc(bl, 0, height - bl),
    `V${tl}`,
    arc(tl, tl, 0),
    'Z',
  ].join('')
}

function share(side: number, radii: number): number {
  return radii === 0 ? 1 : side / radii
}
