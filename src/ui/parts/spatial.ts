/** Axis and direction of an arrow key. */
const ARROWS: Readonly<Record<string, readonly [axis: 'x' | 'y', direction: 1 | -1]>> = {
  ArrowLeft: ['x', -1],
  ArrowRight: ['x', 1],
  ArrowUp: ['y', -1],
  ArrowDown: ['y', 1],
}

/**
 * Returns the element that a key moves the focus to, by position on the screen: the nearest in the arrow's direction. At the end of
 * a row, left and right continue in list order. Home and End go to the first and last. Null for other keys, and if there is
 * no element in that direction.
 */
export function spatialNeighbor(
  elements: readonly HTMLElement[],
  from: HTMLElement,
  key: string,
): HTMLElement | null {
  if (key === 'Home') return elements[0] ?? null
  if (key === 'End') return elements.at(-1) ?? null
  const arrow = ARROWS[key]
  if (!arrow) return null
  const [axis, direction] = arrow
  const centerOf = (element: HTMLElement) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }
  const here = centerOf(from)
  const other = axis === 'x' ? 'y' : 'x'
  let best: HTMLElement | null = null
  let least = Number.POSITIVE_INFINITY
  for (const element of elements) {
    if (element === from) continue
    const there = centerOf(element)
    const along = (there[axis] - here[axis]) * direction
    const across = Math.abs(there[other] - here[other])
    // Left and right stay in the row; up and down go to the nearest column of the nearest row.
    if (along < 2 || (axis === 'x' && across > 24)) continue
    const distance = axis === 'x' ? along : along * 4 + across
    if (distance >= least) continue
    best = element
    least = distance
  }
  return best ?? (axis === 'x' ? (elements[elements.indexOf(from) + direction] ?? null) : null)
}
