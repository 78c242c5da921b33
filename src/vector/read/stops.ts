import type { GradientStop } from '../drawing'
import { BLACK, readColor, readFraction } from './color'
import type { ComputedStyles } from './computed'
import type { XmlElement } from './document'
import type { ReadBudget } from './read-budget'

/** Reads the stops of a gradient. Offsets never decrease; an invalid color is black, as in browsers. Throws VectorError. */
export function readStops(gradient: XmlElement, styles: ComputedStyles, budget: ReadBudget): GradientStop[] {
  const stops: GradientStop[] = []
  let least = 0
  for (const element of gradient.children) {
    if (element.name !== 'stop') continue
    // Stops inherit from where the gradient is defined, not from where it is used.
    const { declared, style } = styles.at(element)
    const text = declared['stop-color']
    const color = readColor(text ?? '', style.color)
    if (!color && text?.includes('(')) budget.leaveOut('paint')
    least = Math.max(least, readFraction(declared.offset, 0))
    stops.push({
      offset: least,
      color: (color ?? BLACK).color,
      opacity: (color ?? BLACK).opacity * readFraction(declared['stop-opacity'], 1),
    })
  }
  return stops
}
