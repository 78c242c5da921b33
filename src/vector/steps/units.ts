import type { Hex } from '../../colors/hex'
import type { Drawing, Paint, Shape } from '../drawing'

/** The smallest unit with one color: the fill or stroke of a shape, or all gradient stops of that color. */
export interface Unit {
  readonly color: Hex
  readonly isStop: boolean
}

/** The units of a drawing, by number. */
export interface Units {
  readonly list: readonly Unit[]
  /** The unit of each shape's fill and stroke; -1 if there is none, or for a gradient. */
  readonly fills: Int32Array
  readonly strokes: Int32Array
  readonly stops: ReadonlyMap<Hex, number>
}

export function unitsOf({ shapes }: Drawing): Units {
  const list: Unit[] = []
  const stops = new Map<Hex, number>()
  const add = (paint: Paint | null | undefined): number => {
    if (paint?.type === 'solid') return list.push({ color: paint.color, isStop: false }) - 1
    for (const { color } of paint?.stops ?? []) {
      if (!stops.has(color)) stops.set(color, list.push({ color: color, isStop: true }) - 1)
    }
    return -1
  }
  const fills = Int32Array.from(shapes, ({ fill }) => add(fill))
  const strokes = Int32Array.from(shapes, ({ stroke }) => add(stroke?.paint))
  return { list, fills, strokes, stops }
}

/** Returns the drawing with the given color for each unit. */
export function repaint(drawing: Drawing, { fills, strokes, stops }: Units, colors: readonly Hex[]): Drawing {
  const put = (paint: Paint, unit: number): Paint => {
    if (paint.type === 'solid') return { ...paint, color: colors[unit] ?? paint.color }
    const stopsNow = paint.stops.map((stop) => ({
      ...stop,
      color: colors[stops.get(stop.color) ?? -1] ?? stop.color,
    }))
    return { ...paint, stops: stopsNow }
  }
  const shapes = drawing.shapes.map((shape, i): Shape => {
    const { fill, stroke } = shape
    return {
      ...shape,
      fill: fill && put(fill, fills[i] ?? -1),
      stroke: stroke && { ...stroke, paint: put(stroke.paint, strokes[i] ?? -1) },
    }
  })
  return { ...drawing, shapes }
}
