import type { Hex } from '../../colors/hex'
import type { Drawing, Shape } from '../drawing'
import { isSolid } from '../layers/paints'
import type { Area } from './boolean'
import { Cutter, type LeftReason } from './cutter'
import { cuttersOf } from './cutters'

/** What happened to the shapes in the background's color. */
export interface HoleReport {
  /** Number of shapes that became holes in the shapes below them, so that the background shows through. */
  readonly cut: number
  /** Number of shapes that stayed. */
  readonly left: number
  /** Number of shapes that stayed, by reason. */
  readonly why: Readonly<Partial<Record<LeftReason, number>>>
}

export const NO_HOLES: HoleReport = { cut: 0, left: 0, why: {} }

/** Maximum time in ms for boolean operations. */
const MAX_TIME = 2000

/** Maximum number of holes. Real pictures have up to a few hundred. */
const MAX_HOLES = 4000

/**
 * Cuts the shapes in the background's color out of the shapes below them and removes them, so that the picture looks the same on any
 * background. `background`: its index, -1 if there is none. `colors`: the drawing whose colors are compared with the background's, for
 * example with similar colors unified. A hole that cannot be cut from all shapes below it is left as it is.
 */
export function cutHoles(
  drawing: Drawing,
  background: number,
  colors: Drawing = drawing,
): { readonly drawing: Drawing; readonly report: HoleReport } {
  const color = solidColor(colors.shapes[background])
  const shapes = drawing.shapes
  const isHole = colors.shapes.map((shape, index) => index > background && isPainted(shape, color))
  const isEmpty = !shapes.some((_, index) => index > background && !isHole[index])
  const count = isHole.reduce((sum, hole) => sum + (hole ? 1 : 0), 0)
  if (!color || count === 0 || isEmpty) return { drawing, report: NO_HOLES }
  const all = count > MAX_HOLES ? null : cuttersOf(drawing, isHole, background)
  if (!all) return { drawing, report: { cut: 0, left: count, why: { size: count } } }

  const left = new Map<number, LeftReason>()
  for (const [index, shape] of shapes.entries()) if (isHole[index] && shape.stroke) left.set(index, 'stroke')
  for (const [index, holes] of all) {
    if (shapes[index]?.stroke) for (const hole of holes) left.set(hole, 'stroke')
    if (shapes[index]?.content) for (const hole of holes) left.set(hole, 'group')
  }
  const cuts = cutAll(drawing, all, left)
  const result = shapes.flatMap((shape, index): Shape[] => {
    if (isHole[index]) return left.has(index) ? [shape] : []
    const path = cuts.get(index)
    if (!path) return [shape]
    return path.commands.length > 0 ? [{ ...shape, path, fillRule: 'nonzero' }] : []
  })
  const why: Partial<Record<LeftReason, number>> = {}
  for (const reason of left.values()) why[reason] = (why[reason] ?? 0) + 1
  return { drawing: { ...drawing, shapes: result }, report: { cut: count - left.size, left: left.size, why } }
}

/** Returns the new path of each shape that has holes. Holes that fail are added to `left` and not cut. */
function cutAll(
  { width, height, shapes }: Drawing,
  all: ReadonlyMap<number, ReadonlySet<number>>,
  left: Map<number, LeftReason>,
): Map<number, Area['path']> {
  const start = Date.now()
  const cutter = new Cutter(width, height, () => Date.now() - start > MAX_TIME)
  const cuts = new Map<number, Area['path']>()
  let open = [...all.keys()]
  while (open.length > 0) {
    const failed = new Set<number>()
    for (const index of open) {
      const shape = shapes[index]
      const holes = [...(all.get(index) ?? [])].filter((hole) => !left.has(hole))
      cuts.delete(index)
      if (!shape || holes.length === 0) continue
      const areas = new Map(
        holes.flatMap((hole): [number, Shape][] => (shapes[hole] ? [[hole, shapes[hole]]] : [])),
      )
      const cut = cutter.cut(shape, areas)
      cuts.set(index, cut.path)
      for (const [hole, reason] of cut.left) {
        left.set(hole, reason)
        failed.add(hole)
      }
    }
    // Other shapes may have lost a hole that is now left as it is.
    open = [...cuts.keys()].filter((index) => [...(all.get(index) ?? [])].some((hole) => failed.has(hole)))
  }
  return cuts
}

const solidColor = (shape: Shape | undefined): Hex | null =>
  shape?.fill?.type === 'solid' && isSolid(shape) ? shape.fill.color : null

/** Whether the shape hides what is below it with this color. A stroke cannot become a hole, but is counted as left. */
const isPainted = (shape: Shape, color: Hex | null): boolean =>
  shape.fill
    ? solidColor(shape) === color
    : shape.stroke?.paint.type === 'solid' && shape.stroke.paint.color === color && shape.stroke.opacity >= 1
