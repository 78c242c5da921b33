/** An axis-aligned box, in px of the container's coordinates. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Smaller distances, in px, are rounding errors. */
const EPSILON = 1e-6

/** Whether two boxes overlap by more than an edge, or are closer than `gap` px. */
export const overlap = (a: Box, b: Box, gap = 0): boolean =>
  a.x + EPSILON < b.x + b.width + gap &&
  b.x + EPSILON < a.x + a.width + gap &&
  a.y + EPSILON < b.y + b.height + gap &&
  b.y + EPSILON < a.y + a.height + gap

export const contains = (outer: Box, inner: Box): boolean =>
  inner.x + EPSILON >= outer.x &&
  inner.y + EPSILON >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + EPSILON &&
  inner.y + inner.height <= outer.y + outer.height + EPSILON

/** Returns the box of this size centered on a point. */
export const boxAround = ({ x, y }: Point, { width, height }: Size): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})

export const centerOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** Returns the box around several boxes; null if there are none. */
export function unionOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** Returns the share of `box` that is inside `frame`, 0 to 1. */
export function visibleShare(box: Box, frame: Box): number {
  const width = Math.min(box.x + box.width, frame.x + frame.width) - Math.max(box.x, frame.x)
  const height = Math.min(box.y + box.height, frame.y + frame.height) - Math.max(box.y, frame.y)
  return width > 0 && height > 0 ? (width * height) / (box.width * box.height) : 0
}
