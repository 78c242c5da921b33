/** Focuses an element, and scrolls to it only if no part of it is in view. */
export function focusInPlace(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  const view = element.closest('.scroll')?.getBoundingClientRect()
  const { top, bottom } = element.getBoundingClientRect()
  if (view && (bottom <= view.top || top >= view.bottom)) element.scrollIntoView({ block: 'nearest' })
}
