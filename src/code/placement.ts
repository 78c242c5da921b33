export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Top left corner, in page px, that puts a drawing in the middle of the view; whole px, so that edges stay sharp. */
export function centredIn(
  view: { readonly x: number; readonly y: number },
  size: { width: number; height: number },
) {
  return { x: Math.round(view.x - size.width / 2), y: Math.round(view.y - size.height / 2) }
}

/** True where no part of the box lies in the view: then, and only then, the viewport may move. */
export function outOfSight(box: Box, view: Box): boolean {
  return (
    box.x >= view.x + view.width ||
    box.y >= view.y + view.height ||
    box.x + box.width <= view.x ||
    box.y + box.height <= view.y
  )
}
