/** Follows a pointer that was just pressed until it is let go, also outside of the element. */
export function followPointer(
  element: HTMLElement,
  pointerId: number,
  onMove: (event: PointerEvent) => void,
): void {
  element.setPointerCapture(pointerId)
  element.onpointermove = onMove
  element.onlostpointercapture = () => {
    element.onpointermove = null
  }
}
