import { SaxesParser } from 'saxes'

/** An element of an SVG text, without its text content. Names are as written, including prefixes. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
}

/** Parts of an SVG text other than elements that Figma does not accept. */
export type XmlOddity = 'XML prolog' | 'DOCTYPE' | 'processing instruction'

/**
 * Parses XML. Throws if it is not well-formed: unclosed elements, duplicate attributes, unknown entities. `onOddity`: called for parts on
 * which Figma's import reportedly fails.
 */
export function parseXml(text: string, onOddity: (oddity: XmlOddity) => void): XmlElement {
  const parser = new SaxesParser({ xmlns: false })
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[] }[] = []
  let root: XmlElement | undefined
  parser.on('xmldecl', () => onOddity('XML prolog'))
  parser.on('doctype', () => onOddity('DOCTYPE'))
  parser.on('processinginstruction', () => onOddity('processing instruction'))
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [] }
    open[open.length - 1]?.children.push(element)
    open.push(element)
    root ??= element
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  if (!root) throw new Error('no root element')
  return root
}
