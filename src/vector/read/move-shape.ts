import type { Clip, Gradient, Paint, Shape } from '../drawing'
import { IDENTITY, type Matrix, multiply } from '../matrix'
import { transformPath } from '../path/transform'

/** Returns the shape moved by (dx, dy) px, with its paints and all that is in it. */
export function moveShape(shape: Shape, dx: number, dy: number): Shape {
  if (dx === 0 && dy === 0) return shape
  return move(shape, { ...IDENTITY, e: dx, f: dy })
}

function move(shape: Shape, by: Matrix): Shape {
  const { path, fill, stroke, content } = shape
  const moved: Shape = {
    ...shape,
    path: transformPath(path, by),
    fill: fill && movePaint(fill, by),
    stroke: stroke && { ...stroke, paint: movePaint(stroke.paint, by) },
  }
  if (!content) return moved
  if (content.type !== 'group') {
    return { ...moved, content: { ...content, matrix: multiply(by, content.matrix) } }
  }
  const all = (shapes: readonly Shape[]) => shapes.map((inner) => move(inner, by))
  const { shapes, clips, mask } = content
  return {
    ...moved,
    content: {
      ...content,
      shapes: all(shapes),
      clips: clips.map((clip) => moveClip(clip, by)),
      mask: mask && { ...mask, shapes: all(mask.shapes) },
    },
  }
}

const moveClip = ({ areas }: Clip, by: Matrix): Clip => ({
  areas: areas.map((area) => ({
    ...area,
    path: transformPath(area.path, by),
    clips: area.clips.map((clip) => moveClip(clip, by)),
  })),
})

function movePaint(paint: Paint, by: Matrix): Paint {
  return paint.type === 'solid' ? paint : moveGradient(paint, by)
}

function moveGradient(gradient: Gradient, by: Matrix): Gradient {
  if (gradient.type === 'radial') return { ...gradient, matrix: multiply(by, gradient.matrix) }
  const { x1, y1, x2, y2 } = gradient
  return { ...gradient, x1: x1 + by.e, y1: y1 + by.f, x2: x2 + by.e, y2: y2 + by.f }
}

/** How much is repeated where shapes are copied. */
export interface Complexity {
  readonly shapes: number
  readonly segments: number
}

/** Counts the shapes and segments of a list, those in groups, clips and masks included. */
export function complexityOf(list: readonly Shape[]): Complexity {
  let shapes = 0
  let segments = 0
  const add = (weight: Complexity) => {
    shapes += weight.shapes
    segments += weight.segments
  }
  const addClip = ({ areas }: Clip): void => {
    for (const { path, clips } of areas) {
      segments += path.commands.length
      clips.forEach(addClip)
    }
  }
  for (const { path, content } of list) {
    shapes += 1
    segments += path.commands.length
    if (content?.type === 'image') segments += content.href.length
    if (content?.type !== 'group') continue
    add(complexityOf(content.shapes))
    if (content.mask) add(complexityOf(content.mask.shapes))
    content.clips.forEach(addClip)
  }
  return { shapes, segments }
}
