import type { Hex } from '../../colors/hex'
import { type Lab, labDistance, toLab } from '../../colors/oklab'
import { type Drawing, leavesOf, mapContent, type Paint, type Shape } from '../drawing'
import { type PaletteEntry, sortPalette } from './palette'

/** Replaces colors in fills, strokes and gradient stops. Colors that are not in `map` are kept. A gradient that is left with one color becomes solid. */
export function mapColors(drawing: Drawing, map: ReadonlyMap<Hex, Hex>): Drawing {
  if (map.size === 0) return drawing
  return { ...drawing, shapes: drawing.shapes.map((shape) => mapShape(shape, map)) }
}

function mapShape(shape: Shape, map: ReadonlyMap<Hex, Hex>): Shape {
  const { fill, opacity, stroke, content } = shape
  if (content) return mapContent(shape, (shapes) => shapes.map((inner) => mapShape(inner, map)))
  return {
    ...shape,
    ...(fill && toFill(mapPaint({ paint: fill, opacity }, map))),
    stroke: stroke && { ...stroke, ...mapPaint(stroke, map) },
  }
}

interface Painted {
  readonly paint: Paint
  readonly opacity: number
}

const toFill = ({ paint, opacity }: Painted) => ({ fill: paint, opacity })

function mapPaint({ paint, opacity }: Painted, map: ReadonlyMap<Hex, Hex>): Painted {
  if (paint.type === 'solid')
    return { paint: { ...paint, color: map.get(paint.color) ?? paint.color }, opacity }
  const stops = paint.stops.map((stop) => ({ ...stop, color: map.get(stop.color) ?? stop.color }))
  const [first, ...others] = stops
  const isPlain =
    first && others.every((stop) => stop.color === first.color && stop.opacity === first.opacity)
  return isPlain
    ? { paint: { type: 'solid', color: first.color }, opacity: opacity * first.opacity }
    : { paint: { ...paint, stops }, opacity }
}

/**
 * Returns a map from each solid color to the similar one that replaces it. The color that covers most is the first
 * representative. Every other color, in palette order, maps to the nearest representative closer than `threshold` (OKLab
 * distance) or becomes one itself. So no color changes by the threshold or more, and each is replaced by one that covers at
 * least as much. Gradient stops that equal a solid color change with it (`mapColors`), so that seamless transitions stay
 * seamless.
 */
export function nearEqual(
  drawing: Drawing,
  palette: readonly PaletteEntry[],
  threshold: number,
): ReadonlyMap<Hex, Hex> {
  const solid = solidColors(drawing)
  const near = new Neighbors(threshold)
  const map = new Map<Hex, Hex>()
  for (const { color } of palette) {
    if (!solid.has(color)) continue
    const lab = toLab(color)
    const representative = near.find(lab)
    if (representative) map.set(color, representative)
    else near.add(color, lab)
  }
  return map
}

/** Returns the palette after `mapColors`. */
export function mapPalette(palette: readonly PaletteEntry[], map: ReadonlyMap<Hex, Hex>): PaletteEntry[] {
  const shares = new Map<Hex, number>()
  for (const { color, share } of palette) {
    const to = map.get(color) ?? color
    shares.set(to, (shares.get(to) ?? 0) + share)
  }
  return sortPalette([...shares].map(([color, share]) => ({ color, share })))
}

function solidColors({ shapes }: Drawing): Set<Hex> {
  const colors = new Set<Hex>()
  for (const { fill, stroke } of leavesOf(shapes)) {
    for (const paint of [fill, stroke?.paint]) if (paint?.type === 'solid') colors.add(paint.color)
  }
  return colors
}

/** Colors in a grid of cubes as wide as the threshold, so that only neighboring cubes need to be compared. */
class Neighbors {
  readonly #threshold: number
  readonly #cubes = new Map<number, { readonly color: Hex; readonly lab: Lab }[]>()

  constructor(threshold: number) {
    this.#threshold = threshold
  }

  add(color: Hex, lab: Lab): void {
    const key = keyOf(...this.#cubeOf(lab))
    const cube = this.#cubes.get(key) ?? []
    cube.push({ color, lab })
    this.#cubes.set(key, cube)
  }

  /** Returns the nearest color closer than the threshold; of equally near ones, the one added first. */
  find(lab: Lab): Hex | null {
    const [l, a, b] = this.#cubeOf(lab)
    let nearest: Hex | null = null
    let least = this.#threshold
    for (let i = -1; i <= 1; i += 1) {
      for (let j = -1; j <= 1; j += 1) {
        for (let k = -1; k <= 1; k += 1) {
          for (const other of this.#cubes.get(keyOf(l + i, a + j, b + k)) ?? []) {
            const distance = labDistance(lab, other.lab)
            if (distance >= least) continue
            least = distance
            nearest = other.color
          }
        }
      }
    }
    return nearest
  }

  #cubeOf([l, a, b]: Lab): [number, number, number] {
    const at = (value: number) => (this.#threshold > 0 ? Math.floor(value / this.#threshold) : 0)
    return [at(l), at(a), at(b)]
  }
}

/** Returns a small integer key for a cube. Distant cubes may share a key, because distances are compared as well. */
const keyOf = (l: number, a: number, b: number): number =>
  ((l & 1023) << 20) | ((a & 1023) << 10) | (b & 1023)
