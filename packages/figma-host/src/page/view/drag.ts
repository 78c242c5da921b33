/** What a drag reports: the distance from where it began, in px. */
export interface DragHandlers {
  move(dx: number, dy: number): void
  end?(): void
}

/**
 * Follows the pointer from a `pointerdown` until it is let go, also outside the element.
 *
 * Frames let no pointer through while it lasts: a panel under the pointer would swallow the moves.
 *
 * @param event The `pointerdown`; its `currentTarget` catches the pointer.
 */
export function startDrag(event: PointerEvent, { move, end }: DragHandlers): void {
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
    end?.()
  }
  element.addEventListener('pointermove', onMove)
  // Fires on release, on cancel and when the element goes: one way out for all three.
  element.addEventListener('lostpointercapture', onEnd)
}
