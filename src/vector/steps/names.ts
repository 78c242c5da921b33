import { layerColorName } from '../../colors/names'
import type { Shape } from '../drawing'

export const BACKGROUND = 'Background'

/** The name of a layer with this one's paint, and of how many shapes it holds: `Dark red #8d1a0c · 34 shapes`. */
export function nameOf({ fill, stroke }: Pick<Shape, 'fill' | 'stroke'>, count: number | null): string {
  const paint = fill ?? stroke?.paint
  if (!paint) return 'Nothing'
  const stops = paint.type === 'solid' ? [] : paint.stops
  const name =
    paint.type === 'solid'
      ? `${layerColorName(paint.color)} ${paint.color}`
      : `Gradient ${stops[0]?.color ?? ''} → ${stops.at(-1)?.color ?? ''}`
  if (count === null) return name
  return `${name} · ${count === 1 ? '1 shape' : `${count} shapes`}`
}

/** The names in their order, with ` (2)`, ` (3)` … after those that were there before: most end with a number of shapes. */
export function unique(names: readonly string[]): string[] {
  const taken = new Set<string>()
  const last = new Map<string, number>()
  return names.map((name) => {
    let free = name
    for (let number = (last.get(name) ?? 1) + 1; taken.has(free); number += 1) {
      free = `${name} (${number})`
      last.set(name, number)
    }
    taken.add(free)
    return free
  })
}
