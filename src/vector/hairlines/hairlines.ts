import { labDistance, toLab } from '../../colors/oklab'
import { type Bounds, boundsOf } from '../coverage/bounds'
import type { Clip, Drawing, Paint, Shape } from '../drawing'
import { isSolid } from '../layers/paints'
import { type CommonEdge, commonEdges } from './common-edges'
import { PointPairs } from './point-pairs'

/** Edges that are closer than the longer side divided by this are one. */
const SAME_PLACE = 8192

/** What is beside an edge is looked at in this distance: the longer side divided by it. */
const BESIDE = 2048

/** A hairline is a pixel wide where the longer side is this many pixels. */
const SIDE = 1024

/** Share of the picture's pixels from which hairlines count: the same as the picture may change by. */
const MIN_SHARE = 0.001

/** At most a quarter of a hairline's color is from what is behind, so that these OKLab distances are four times the just noticeable one. */
const MIN_CONTRAST = 0.08

/** Segments and points that are compared, for one picture. */
const MAX_WORK = 20_000_000

const NOTHING: Bounds = {
  left: Number.POSITIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
}

/** A shape with paints. `bounds`: of what is seen of it, as far as rectangles say. */
interface Leaf {
  readonly shape: Shape
  readonly bounds: Bounds
  /** Whether it hides what is behind it. */
  readonly isCover: boolean
}

/** A possible hairline: `leaf` is the number of the merged shape that it was within. */
interface Hairline {
  readonly edge: CommonEdge
  readonly leaf: number
}

/**
 * Counts the hairlines that merging closes. Where two shapes of one paint abut, renderers smooth the edge of each, so that a quarter of
 * what is behind shines through, unless the edge lies exactly between two pixels: so at nearly every zoom. `shapes`: the finished layers,
 * from back to front. Returns 0 if all hairlines together are too short to be noticed. Estimated from a sample where there are many.
 */
export function countHairlines({ shapes, width, height }: Drawing): number {
  const side = Math.max(width, height)
  const leaves: Leaf[] = []
  const canvas = { left: 0, top: 0, right: width, bottom: height }
  addLeaves(shapes, canvas, true, leaves)
  const all = leaves.flatMap(({ shape: { parts }, bounds }, leaf): Hairline[] =>
    commonEdges(parts ?? [], side / SAME_PLACE)
      .filter(({ x, y }) => x > bounds.left && x < bounds.right && y > bounds.top && y < bounds.bottom)
      .map((edge) => ({ edge, leaf })),
  )
  const least = (MIN_SHARE * width * height * SIDE) / side
  if (lengthOf(all) < least) return 0
  const segments = leaves.reduce((sum, { shape }) => sum + shape.path.commands.length, 1)
  const step = Math.max(1, Math.ceil((all.length * segments) / MAX_WORK))
  const sample = all.filter((_, i) => i % step === 0)
  const seen = visible(sample, leaves, side)
  return lengthOf(seen) * step < least ? 0 : seen.length * step
}

const lengthOf = (hairlines: readonly Hairline[]): number =>
  hairlines.reduce((sum, { edge }) => sum + edge.length, 0)

/** Adds the shapes, and those in groups, in the order in which they are painted. */
function addLeaves(shapes: readonly Shape[], within: Bounds, isWhole: boolean, leaves: Leaf[]): void {
  for (const shape of shapes) {
    const { path, content } = shape
    const bounds = intersection(within, boundsOf(path))
    if (!content) leaves.push({ shape, bounds, isCover: isWhole && isSolid(shape) })
    if (content?.type !== 'group') continue
    const { clips, mask, opacity, blendMode } = content
    const isPlain = clips.length === 0 && !mask && opacity >= 1 && (blendMode ?? 'normal') === 'normal'
    addLeaves(content.shapes, clips.reduce(clipped, bounds), isWhole && isPlain, leaves)
  }
}

const clipped = (bounds: Bounds, { areas }: Clip): Bounds =>
  intersection(
    bounds,
    areas
      .map(({ path }) => boundsOf(path))
      .reduce(
        (a, b) => ({
          left: Math.min(a.left, b.left),
          top: Math.min(a.top, b.top),
          right: Math.max(a.right, b.right),
          bottom: Math.max(a.bottom, b.bottom),
        }),
        NOTHING,
      ),
  )

const intersection = (a: Bounds, b: Bounds): Bounds => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
})

/** Returns the hairlines that no shape covers and that have something else behind. `side`: the longer one of the picture. */
function visible(hairlines: readonly Hairline[], leaves: readonly Leaf[], side: number): Hairline[] {
  const points = new PointPairs(
    hairlines.flatMap(({ edge: { x, y, acrossX, acrossY } }) => {
      const [dx, dy] = [(acrossX * side) / BESIDE, (acrossY * side) / BESIDE]
      return [
        { x: x + dx, y: y + dy },
        { x: x - dx, y: y - dy },
      ]
    }),
  )
  const isHidden = hairlines.map(() => false)
  const behind: (Paint | null)[] = hairlines.map(() => null)
  for (const [number, { shape, bounds, isCover }] of leaves.entries()) {
    if (!shape.fill) continue
    for (const [i, [one, other]] of points.windings(shape.path, bounds, side / SAME_PLACE)) {
      const leaf = hairlines[i]?.leaf ?? 0
      if (number === leaf) {
        // A third shape of the same paint lies over the edge.
        if (Math.min(Math.abs(one), Math.abs(other)) > 1) isHidden[i] = true
      } else if (isInside(one, shape) && isInside(other, shape)) {
        if (number > leaf && isCover) isHidden[i] = true
        if (number < leaf && isSolid(shape)) behind[i] = shape.fill
      }
    }
  }
  return hairlines.filter(({ leaf }, i) => !isHidden[i] && differ(leaves[leaf]?.shape.fill, behind[i]))
}

const isInside = (winding: number, { fillRule }: Shape): boolean =>
  fillRule === 'evenodd' ? winding % 2 !== 0 : winding !== 0

/** Whether one paint would be noticed through a hairline in the other. */
function differ(paint: Paint | null | undefined, behind: Paint | null | undefined): boolean {
  if (paint?.type !== 'solid' || behind?.type !== 'solid') return true
  return labDistance(toLab(paint.color), toLab(behind.color)) >= MIN_CONTRAST
}
