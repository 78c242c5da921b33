/** Follows a pressed pointer until it is released, also outside the element. */
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
