/**
 * Follows the pointer from a `pointerdown` until it is let go, also outside the element. `move` gets the distance from
 * where it began, in px. Frames let no pointer through while it lasts: a panel under the pointer would swallow the moves.
 *
 * @param event The `pointerdown`; its `currentTarget` catches the pointer.
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
  // Fires on release, on cancel and when the element goes: one way out for all three.
  element.addEventListener('lostpointercapture', onEnd)
}
