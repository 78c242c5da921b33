/** Focuses an element, and scrolls to it only if no part of it is in view. */
export function focusInPlace(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  const view = element.closest('.scroll')?.getBoundingClientRect()
  const { top, bottom } = element.getBoundingClientRect()
  // In the smallest panels the scroller is taller than the window.
  if (bottom <= Math.max(0, view?.top ?? 0) || top >= Math.min(innerHeight, view?.bottom ?? innerHeight))
    element.scrollIntoView({ block: 'nearest' })
}
