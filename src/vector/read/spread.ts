import type { Gradient, GradientStop } from '../drawing'
import { apply, invert } from '../matrix'
import type { Box } from './bounds'

export type Spread = 'pad' | 'reflect' | 'repeat'

/** Maximum number of repetitions that are written out. */
const MAX_REPEATS = 100

/**
 * Returns a gradient that pads and looks the same within a box in the drawing's px as one that repeats. Null if it would need too
 * many stops.
 */
export function spreadOut(gradient: Gradient, spread: Spread, box: Box): Gradient | null {
  if (spread === 'pad') return gradient
  const range = gradient.type === 'linear' ? linearRange(gradient, box) : radialRange(gradient, box)
  if (!range) return null
  const from = Math.min(0, Math.floor(range[0]))
  const to = Math.max(1, Math.ceil(range[1]))
  if (!(to - from <= MAX_REPEATS)) return null
  const stops: GradientStop[] = []
  for (let turn = from; turn < to; turn += 1) {
    const isReflected = spread === 'reflect' && turn % 2 !== 0
    const own = isReflected
      ? gradient.stops.map((stop) => ({ ...stop, offset: 1 - stop.offset })).reverse()
      : gradient.stops
    const [first, last] = [own[0], own.at(-1)]
    if (first && first.offset > 0) stops.push({ ...first, offset: place(turn, from, to) })
    for (const stop of own) stops.push({ ...stop, offset: place(turn + stop.offset, from, to) })
    if (last && last.offset < 1) stops.push({ ...last, offset: place(turn + 1, from, to) })
  }
  if (gradient.type === 'radial') {
    // The circle of every t is around f + t · (c − f), with the radius t · r.
    const { cx, cy, fx, fy, r } = gradient
    return { ...gradient, cx: fx + to * (cx - fx), cy: fy + to * (cy - fy), r: to * r, stops }
  }
  const { x1, y1, x2, y2 } = gradient
  const at = (t: number) => [x1 + t * (x2 - x1), y1 + t * (y2 - y1)] as const
  const [[startX, startY], [endX, endY]] = [at(from), at(to)]
  return { ...gradient, x1: startX, y1: startY, x2: endX, y2: endY, stops }
}

const place = (t: number, from: number, to: number) => (t - from) / (to - from)

const cornersOf = ({ x, y, width, height }: Box) =>
  [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const

function linearRange(
  { x1, y1, x2, y2 }: Extract<Gradient, { type: 'linear' }>,
  box: Box,
): [number, number] | null {
  const square = (x2 - x1) ** 2 + (y2 - y1) ** 2
  if (!(square > 0)) return null
  const all = cornersOf(box).map(([x, y]) => ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square)
  return [Math.min(...all), Math.max(...all)]
}

function radialRange(gradient: Extract<Gradient, { type: 'radial' }>, box: Box): [number, number] | null {
  const { cx, cy, r, fx, fy, matrix } = gradient
  const back = invert(matrix)
  const focus = Math.hypot(cx - fx, cy - fy)
  if (!back || !(focus < r)) return null
  const all = cornersOf(box).map(([x, y]) => {
    const [px, py] = apply(back, x, y)
    // The circle through the point: |p − f − t · (c − f)| = t · r.
    const [dx, dy] = [px - fx, py - fy]
    const [ex, ey] = [cx - fx, cy - fy]
    const a = r * r - focus * focus
    const b = dx * ex + dy * ey
    return (-b + Math.sqrt(b * b + a * (dx * dx + dy * dy))) / a
  })
  return [0, Math.max(...all)]
}
