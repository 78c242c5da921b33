import { layerColorName } from '../../colors/names'
import { layerStrings } from '../../strings/layers'
import type { Content, Shape } from '../drawing'

/** Returns a layer name with its color and number of shapes: `Dark red #8d1a0c · 34 shapes`. `count` null omits the number. */
export function layerName(
  { fill, stroke, content }: Pick<Shape, 'fill' | 'stroke' | 'content'>,
  count: number | null,
): string {
  if (content) return contentName(content)
  const paint = fill ?? stroke?.paint
  if (!paint) return layerStrings.unpainted
  const stops = paint.type === 'solid' ? [] : paint.stops
  const name =
    paint.type === 'solid'
      ? `${layerColorName(paint.color)} ${paint.color}`
      : layerStrings.gradient(stops[0]?.color ?? '', stops.at(-1)?.color ?? '')
  return count === null ? name : layerStrings.shapes(name, count)
}

function contentName(content: Content): string {
  if (content.type === 'image') return layerStrings.image
  if (content.type === 'text') return layerStrings.text
  if (content.mask) return layerStrings.masked
  return content.clips.length > 0 ? layerStrings.clipped : layerStrings.group
}

/**
 * Makes names unique by adding ` (2)`, ` (3)`, and so on to repeated ones. In parentheses because many names end with a number of shapes.
 */
export const uniqueNames = (names: readonly string[]): string[] => names.map(namesBeside(() => []))

/**
 * Returns a function that makes one name after another unique, also among names that are taken. `takenNames` is called for the first name.
 */
export function namesBeside(takenNames: () => readonly string[]): (name: string) => string {
  let taken: Set<string> | null = null
  const last = new Map<string, number>()
  return (name) => {
    taken ??= new Set(takenNames())
    let free = name
    for (let number = (last.get(name) ?? 1) + 1; taken.has(free); number += 1) {
      free = layerStrings.numbered(name, number)
      last.set(name, number)
    }
    taken.add(free)
    return free
  }
}
