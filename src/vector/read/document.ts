import { parseXml, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml'
import { CAPS, VectorError } from '../errors'

/**
 * Reads an SVG text into its root element. Forgives what a model may wrap around or slip into a picture: a BOM, code
 * fences, a prolog, comments, a bare `&`. Throws VectorError for everything else that is not one whole SVG.
 */
export function readDocument(text: string): XmlElement {
  if (text.length > CAPS.length) throw new VectorError('too-large', `${text.length} characters`)
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text))
    throw new VectorError('unsafe', 'a DOCTYPE or ENTITY declaration')
  const start = text.search(/<svg[\s/>]/)
  if (start < 0) throw new VectorError('not-svg', 'no svg element')
  const end = endOf(text)
  const source = escapeBareAmpersands(text.slice(start, end))
  const { root } = parse(source)
  if (root?.name !== 'svg') throw new VectorError('not-svg', 'the root is no svg element')
  return root
}

/** Where the picture ends: whatever a model adds after it is not looked at. */
function endOf(text: string): number {
  const closing = text.lastIndexOf('</svg')
  return (closing < 0 ? text.lastIndexOf('>') : text.indexOf('>', closing)) + 1
}

function parse(source: string) {
  try {
    return parseXml(source)
  } catch (error) {
    // Thousands of nested elements exhaust the parser's stack.
    if (error instanceof RangeError) throw new VectorError('too-large', 'nested too deeply')
    // Only the first line: the parser quotes the text around the slip in those that follow.
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : 'not well-formed'
    throw new VectorError('not-svg', reason ?? 'not well-formed')
  }
}

const escapeBareAmpersands = (text: string) =>
  text.replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);)/gi, '&amp;')

/** The element's children that are elements. */
export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => child instanceof XmlElement)

/** The text right inside an element. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (child instanceof XmlText ? child.text : '')).join('')

/** Every element of the document in its order, however deeply nested. */
export function* walk(root: XmlElement): Generator<XmlElement> {
  const waiting = [root]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    yield element
    for (const child of elementsOf(element).reverse()) waiting.push(child)
  }
}

/** The element itself or one of those that it is in. */
export function isWithin(element: XmlElement, outer: XmlElement): boolean {
  for (let at: XmlNode | null = element; at; at = at.parent) {
    if (at === outer) return true
  }
  return false
}
