/**
 * Follows the pointer from a `pointerdown` until it is released, also outside the element. `move` gets the distance from the start, in px.
 * Meanwhile, frames ignore the pointer, because a panel under the pointer would receive the events.
 * @param event The `pointerdown`. Its `currentTarget` captures the pointer.
 */
export function startDrag(event: PointerEvent, move: (dx: number, dy: number) => void): void {
  const element = event.currentTarget
  if (!(element instanceof HTMLElement)) return
  const { clientX, clientY, pointerId } = event
  element.setPointerCapture(pointerId)
  document.documentElement.classList.add('dragging')

  const onMove = (next: PointerEvent): void => move(next.clientX - clientX, next.clientY - clientY)
  const onEnd = (): void => {
    document.documentElement.classList.remove('dragging')
    element.removeEventListener('pointermove', onMove)
    element.removeEventListener('lostpointercapture', onEnd)
  }
  element.addEventListener('pointermove', onMove)
  // Fires on release, on cancel, and when the element is removed.
  element.addEventListener('lostpointercapture', onEnd)
}
