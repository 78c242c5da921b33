import type { GradientStop } from '../drawing'
import { BLACK, readColour, readFraction } from './colour'
import type { ComputedStyles } from './computed'
import type { XmlElement } from './document'
import type { Ledger } from './ledger'

/** The stops right inside a gradient, offsets never falling; what is no colour is black, as in browsers. Throws VectorError. */
export function readStops(gradient: XmlElement, styles: ComputedStyles, ledger: Ledger): GradientStop[] {
  const stops: GradientStop[] = []
  let least = 0
  for (const element of gradient.children) {
    if (element.name !== 'stop') continue
    // What is inherited comes from where the gradient stands, not from where it is used.
    const { declared, style } = styles.at(element)
    const text = declared['stop-color']
    const colour = readColour(text ?? '', style.color)
    if (!colour && text?.includes('(')) ledger.leaveOut('paint')
    least = Math.max(least, readFraction(declared.offset, 0))
    stops.push({
      offset: least,
      colour: (colour ?? BLACK).colour,
      opacity: (colour ?? BLACK).opacity * readFraction(declared['stop-opacity'], 1),
    })
  }
  return stops
}
