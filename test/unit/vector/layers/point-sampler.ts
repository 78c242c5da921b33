import type { Paint, Shape } from '../../../../src/vector/drawing'
import { CLOSE, CUBIC, MOVE, type Path } from '../../../../src/vector/path/path'
import { SIDE } from './drawings'

/** Steps of a curve: the same for every path, so that both drawings of a comparison have the same edges. */
const STEPS = 32

/** Returns the winding number of the path around the point, along a ray to the right. Shares no code with what it tests. */
export function windingAt({ commands, coords }: Path, px: number, py: number): number {
  let winding = 0
  let at = 0
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const line = (toX: number, toY: number) => {
    if (y <= py !== toY <= py) {
      const crossing = x + ((py - y) / (toY - y)) * (toX - x)
      if (crossing > px) winding += toY > y ? 1 : -1
    }
    x = toX
    y = toY
  }
  for (const command of commands) {
    if (command === CLOSE) {
      line(startX, startY)
      continue
    }
    const points = coords.subarray(at, at + (command === CUBIC ? 6 : 2))
    at += points.length
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points
    if (command === MOVE) {
      line(startX, startY)
      x = startX = x1
      y = startY = y1
    } else if (command === CUBIC) {
      const [x0, y0] = [x, y]
      for (let i = 1; i <= STEPS; i += 1) {
        const t = i / STEPS
        const u = 1 - t
        line(
          u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3,
          u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3,
        )
      }
    } else {
      line(x1, y1)
    }
  }
  line(startX, startY)
  return winding
}

export function fills({ path, fillRule, fill }: Shape, x: number, y: number): boolean {
  const winding = windingAt(path, x, y)
  return fill !== null && (fillRule === 'evenodd' ? winding % 2 !== 0 : winding !== 0)
}

/** Points all over the canvas that are on no line between integer coordinates of the drawings made here. */
export const SAMPLES: readonly (readonly [x: number, y: number])[] = Array.from(
  { length: 16 * 16 },
  (_, i) => [(((i % 16) + 0.5137) * SIDE) / 16, ((Math.floor(i / 16) + 0.4871) * SIDE) / 16],
)

/** Returns the color at each sample as red, green, blue, and coverage, 0 to 1: only fills, composed in paint order. */
export function sample(shapes: readonly Shape[]): number[][] {
  return SAMPLES.map(([x, y]) => {
    let below = [0, 0, 0, 0]
    for (const shape of shapes) {
      if (!shape.fill || !fills(shape, x, y)) continue
      const [r, g, b, a] = colorAt(shape.fill, x, y)
      const alpha = a * shape.opacity
      below = [r, g, b, 1].map((value, i) => value * alpha + (below[i] ?? 0) * (1 - alpha))
    }
    return below.map((value) => Math.round(value * 1e9) / 1e9)
  })
}

function colorAt(paint: Paint, x: number, y: number): [number, number, number, number] {
  if (paint.type === 'solid') return [...channels(paint.color), 1]
  if (paint.type === 'radial') throw new Error('not sampled')
  const { x1, y1, x2, y2, stops } = paint
  const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
  const t = Math.min(1, Math.max(0, along))
  const [first, last] = [stops[0], stops.at(-1)]
  if (!first || !last) throw new Error('no stops')
  const [from, to] = [channels(first.color), channels(last.color)]
  const mix = (a: number, b: number) => a + (b - a) * t
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2]), mix(first.opacity, last.opacity)]
}

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}
