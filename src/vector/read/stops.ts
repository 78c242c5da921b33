import type { GradientStop } from '../drawing'
import { type Colour, readColour, readFraction } from './colour'
import type { XmlElement } from './document'
import type { Styles } from './style'

/** The stops right inside a gradient, offsets never falling; what is no colour is black, as in browsers. */
export function readStops(gradient: XmlElement, styles: Styles): GradientStop[] {
  const stops: GradientStop[] = []
  let least = 0
  for (const element of gradient.children) {
    if (element.name !== 'stop') continue
    const declared = styles.declared(element)
    const text = declared['stop-color']
    const colour =
      text?.trim().toLowerCase() === 'currentcolor'
        ? inheritedColour(element, styles)
        : readColour(text ?? '')
    least = Math.max(least, readFraction(declared.offset, 0))
    stops.push({
      offset: least,
      colour: colour?.colour ?? '#000000',
      opacity: (colour?.opacity ?? 1) * readFraction(declared['stop-opacity'], 1),
    })
  }
  return stops
}

/** What `currentColor` is for an element: the nearest `color` around it, in the document and not where it is used. */
function inheritedColour(element: XmlElement, styles: Styles): Colour | null {
  for (let at: XmlElement | null = element; at; at = at.parent) {
    const colour = readColour(styles.declared(at).color ?? '')
    if (colour) return colour
  }
  return null
}
