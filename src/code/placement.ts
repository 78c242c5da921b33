/** Top left corner, in page px, that puts a drawing in the middle of the view; whole px, so that edges stay sharp. */
export function centredIn(
  view: { readonly x: number; readonly y: number },
  size: { width: number; height: number },
) {
  return { x: Math.round(view.x - size.width / 2), y: Math.round(view.y - size.height / 2) }
}
