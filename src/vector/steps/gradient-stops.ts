import type { Gradient, GradientStop, LinearGradient, RadialGradient } from '../drawing'

/** Returns a function that finds the gradient stop nearest to a point in px. The boundary is halfway between two stops. */
export function nearestStops(gradient: Gradient): (x: number, y: number) => GradientStop | null {
  const position = gradient.type === 'linear' ? linearPosition(gradient) : radialPosition(gradient)
  const { stops } = gradient
  return (x, y) => {
    const at = position(x, y)
    let nearest: GradientStop | null = null
    for (const stop of stops) {
      // Of several stops at the same offset, the first applies before it and the last after it.
      const closer = nearest && Math.abs(stop.offset - at) - Math.abs(nearest.offset - at)
      if (closer === null || closer < 0 || (closer === 0 && at >= stop.offset)) nearest = stop
    }
    return nearest
  }
}

type Position = (x: number, y: number) => number

function linearPosition({ x1, y1, x2, y2 }: LinearGradient): Position {
  const dx = x2 - x1
  const dy = y2 - y1
  const square = dx * dx + dy * dy
  // A gradient of zero length paints everything in the last color.
  if (square === 0) return () => 1
  return (x, y) => ((x - x1) * dx + (y - y1) * dy) / square
}

/** Returns the largest t whose circle, between the focus (0) and the end circle (1), passes through the point. */
function radialPosition({ cx, cy, r, fx, fy, matrix: m }: RadialGradient): Position {
  const determinant = m.a * m.d - m.b * m.c
  const ex = cx - fx
  const ey = cy - fy
  const square = r * r - ex * ex - ey * ey
  if (determinant === 0 || square <= 0) return () => 1
  return (x, y) => {
    const px = x - m.e
    const py = y - m.f
    const dx = (m.d * px - m.c * py) / determinant - fx
    const dy = (m.a * py - m.b * px) / determinant - fy
    const along = dx * ex + dy * ey
    return (Math.sqrt(along * along + square * (dx * dx + dy * dy)) - along) / square
  }
}
