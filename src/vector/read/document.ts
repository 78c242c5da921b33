import { SaxesParser } from 'saxes'
import { CAPS, VectorError } from '../errors'
import { findRoot } from './prolog'

/** An element of a document, with the elements and the text right inside it. */
export interface XmlElement {
  /** The local name in SVG's namespace, whatever prefix the file uses; with a colon in it for every other namespace. */
  readonly name: string
  /** By local name; those of XLink as `xlink:…`, those of other namespaces with the file's own prefix. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly parent: XmlElement | null
  readonly text: string
}

/** What a text holds. */
export interface XmlDocument {
  readonly root: XmlElement
  /** Its `style` elements, in their order. */
  readonly sheets: readonly XmlElement[]
}

interface Growing extends XmlElement {
  readonly children: Growing[]
  readonly parent: Growing | null
  text: string
}

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'

/**
 * Reads an SVG text into its elements. Forgives what a model may wrap around or put into a picture: a BOM, code
 * fences, a prolog, comments, a plain DOCTYPE, a bare `&`, prefixes that are not declared, anything after the root. Throws
 * VectorError for everything else that is not one whole SVG, and for a DOCTYPE that declares something.
 */
export function readDocument(text: string): XmlDocument {
  if (text.length > CAPS.length) throw new VectorError('too-large', `${text.length} characters`)
  const start = findRoot(text)
  if (start === null) throw new VectorError('not-svg', 'no svg element')
  return parse(escapeBareAmpersands(text.slice(start)))
}

function parse(source: string): XmlDocument {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    // An undeclared prefix is XLink's, or that of a namespace of its own.
    resolvePrefix: (prefix: string) => (prefix === 'xlink' ? XLINK : `undeclared:${prefix}`),
  })
  const sheets: XmlElement[] = []
  let root: Growing | null = null
  let current: Growing | null = null
  let depth = 0
  let count = 0
  let namespace = ''
  let isWhole = false

  parser.on('error', ({ message }) => {
    // Text of a model after the picture is not part of it.
    if (!isWhole) throw new VectorError('not-svg', message)
  })
  parser.on('opentag', ({ prefix, local, uri, attributes }) => {
    if (isWhole) return
    depth += 1
    count += 1
    if (count > CAPS.elements) throw new VectorError('too-large', 'too many elements')
    if (depth > CAPS.nesting) throw new VectorError('too-large', 'nested too deeply')
    // The root is an svg element by its name, even where the declaration of its namespace is missing.
    if (!root) namespace = uri
    const isSvg = uri === namespace || uri === SVG
    const element: Growing = {
      name: isSvg ? local : `${prefix || 'foreign'}:${local}`,
      attributes: readAttributes(attributes),
      children: [],
      parent: current,
      text: '',
    }
    current?.children.push(element)
    if (element.name === 'style') sheets.push(element)
    root ??= element
    current = element
  })
  parser.on('closetag', () => {
    if (isWhole) return
    depth -= 1
    current = current?.parent ?? null
    isWhole = depth === 0
  })
  const addText = (text: string) => {
    if (current) current.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(source)
  if (!root || !isWhole) throw new VectorError('not-svg', 'it is broken off')
  return { root, sheets }
}

interface Attribute {
  readonly name: string
  readonly local: string
  readonly uri: string
  readonly value: string
}

function readAttributes(attributes: Readonly<Record<string, Attribute>>): Record<string, string> {
  // Without a prototype, so that no name finds what the file does not hold.
  const read: Record<string, string> = Object.create(null)
  for (const key in attributes) {
    const { name, local, uri, value } = attributes[key] as Attribute
    read[uri === XLINK ? `xlink:${local}` : name] = value
  }
  return read
}

const BARE_AMPERSAND = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);)/gi

/** CDATA sections, where an ampersand is one, are left as they are. */
function escapeBareAmpersands(text: string): string {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<![CDATA[', at)
    const close = open < 0 ? -1 : text.indexOf(']]>', open)
    const end = close < 0 ? text.length : open
    pieces.push(text.slice(at, end).replace(BARE_AMPERSAND, '&amp;'))
    if (close >= 0) pieces.push(text.slice(open, close + 3))
    at = close < 0 ? text.length : close + 3
  }
  return pieces.join('')
}

/** Every element of the document in its order, however deeply nested. */
export function* walk(root: XmlElement): Generator<XmlElement> {
  const waiting = [root]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    yield element
    for (let i = element.children.length - 1; i >= 0; i -= 1) {
      const child = element.children[i]
      if (child) waiting.push(child)
    }
  }
}

/** The element itself or one of those that it is in. */
export function isWithin(element: XmlElement, outer: XmlElement): boolean {
  for (let at: XmlElement | null = element; at; at = at.parent) {
    if (at === outer) return true
  }
  return false
}
