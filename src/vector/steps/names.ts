import { layerColorName } from '../../colors/names'
import { layerStrings } from '../../strings/layers'
import type { Shape } from '../drawing'

/** The name of a layer with this one's paint, and of how many shapes it holds: `Dark red #8d1a0c · 34 shapes`. */
export function nameOf({ fill, stroke }: Pick<Shape, 'fill' | 'stroke'>, count: number | null): string {
  const paint = fill ?? stroke?.paint
  if (!paint) return layerStrings.unpainted
  const stops = paint.type === 'solid' ? [] : paint.stops
  const name =
    paint.type === 'solid'
      ? `${layerColorName(paint.color)} ${paint.color}`
      : layerStrings.gradient(stops[0]?.color ?? '', stops.at(-1)?.color ?? '')
  return count === null ? name : layerStrings.shapes(name, count)
}

/** The names in their order, with ` (2)`, ` (3)` … after those that were there before: most end with a number of shapes. */
export function unique(names: readonly string[]): string[] {
  const taken = new Set<string>()
  const last = new Map<string, number>()
  return names.map((name) => {
    let free = name
    for (let number = (last.get(name) ?? 1) + 1; taken.has(free); number += 1) {
      free = layerStrings.numbered(name, number)
      last.set(name, number)
    }
    taken.add(free)
    return free
  })
}
