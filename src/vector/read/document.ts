import { SaxesParser } from 'saxes'
import { LIMITS, VectorError } from '../errors'
import { expandEntities } from './entities'
import { findRoot } from './prolog'

/** An element with its child elements and its own text. */
export interface XmlElement {
  /** The local name for SVG's namespace, whatever prefix the file uses; a name with a colon for every other namespace. */
  readonly name: string
  /** By local name; those of XLink as `xlink:…`, those of other namespaces with the file's prefix. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly parent: XmlElement | null
  readonly text: string
  /** Within a `text`: its texts and elements in order. */
  readonly content?: readonly (XmlElement | string)[]
}

/** A parsed document. */
export interface XmlDocument {
  readonly root: XmlElement
  /** Its `style` elements, in document order. */
  readonly sheets: readonly XmlElement[]
}

interface MutableElement extends XmlElement {
  readonly children: MutableElement[]
  readonly parent: MutableElement | null
  text: string
  readonly content?: (MutableElement | string)[]
}

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'

/**
 * Parses an SVG text. Tolerates what a model may add to a picture: a BOM, code fences, a prolog, comments, a DOCTYPE, a bare
 * `&`, undeclared prefixes, anything after the root. Throws VectorError for anything else that is not one complete SVG, and for
 * entities that are not plain texts.
 */
export function readDocument(text: string): XmlDocument {
  if (text.length > LIMITS.length) throw new VectorError('too-large', `${text.length} characters`)
  const prolog = findRoot(text)
  if (prolog === null) throw new VectorError('not-svg', 'no svg element')
  return parse(
    outsideCdata(text.slice(prolog.start), (piece) =>
      escapeBareAmpersands(expandEntities(piece, prolog.entities)),
    ),
  )
}

function parse(source: string): XmlDocument {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    // An undeclared prefix is XLink's, or gets a namespace of its own.
    resolvePrefix: (prefix: string) => (prefix === 'xlink' ? XLINK : `undeclared:${prefix}`),
  })
  const sheets: XmlElement[] = []
  let root: MutableElement | null = null
  let current: MutableElement | null = null
  let depth = 0
  let count = 0
  let namespace = ''
  let isComplete = false

  parser.on('error', ({ message }) => {
    // What a model writes after the picture is not part of it.
    if (!isComplete) throw new VectorError('not-svg', message)
  })
  parser.on('opentag', ({ prefix, local, uri, attributes }) => {
    if (isComplete) return
    depth += 1
    count += 1
    if (count > LIMITS.elements) throw new VectorError('too-large', 'too many elements')
    if (depth > LIMITS.nesting) throw new VectorError('too-large', 'nested too deeply')
    // The root counts as an SVG element by its name, even if its namespace is not declared.
    if (!root) namespace = uri
    const isSvg = uri === namespace || uri === SVG
    const element: MutableElement = {
      name: isSvg ? local : `${prefix || 'foreign'}:${local}`,
      attributes: readAttributes(attributes),
      children: [],
      parent: current,
      text: '',
      ...(((isSvg && local === 'text') || current?.content) && { content: [] }),
    }
    current?.content?.push(element)
    current?.children.push(element)
    if (element.name === 'style') sheets.push(element)
    root ??= element
    current = element
  })
  parser.on('closetag', () => {
    if (isComplete) return
    depth -= 1
    current = current?.parent ?? null
    isComplete = depth === 0
  })
  const addText = (text: string) => {
    if (!current) return
    current.text += text
    current.content?.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(source)
  if (!root || !isComplete) throw new VectorError('not-svg', 'it is broken off')
  return { root, sheets }
}

interface Attribute {
  readonly name: string
  readonly local: string
  readonly uri: string
  readonly value: string
}

function readAttributes(attributes: Readonly<Record<string, Attribute>>): Record<string, string> {
  // Without a prototype, so that a name such as `constructor` finds nothing.
  const read: Record<string, string> = Object.create(null)
  for (const key in attributes) {
    const { name, local, uri, value } = attributes[key] as Attribute
    if (STYLE_ONLY.has(name)) continue
    read[uri === XLINK ? `xlink:${local}` : name] = value
  }
  return read
}

/** Properties that have no attribute of the same name. */
const STYLE_ONLY = new Set(['marker', 'mix-blend-mode', 'isolation'])

const BARE_AMPERSAND = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);)/gi

const escapeBareAmpersands = (text: string): string => text.replace(BARE_AMPERSAND, '&amp;')

/** Changes a text outside of CDATA sections, where an ampersand is only that. */
function outsideCdata(text: string, change: (piece: string) => string): string {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<![CDATA[', at)
    const close = open < 0 ? -1 : text.indexOf(']]>', open)
    const end = close < 0 ? text.length : open
    pieces.push(change(text.slice(at, end)))
    if (close >= 0) pieces.push(text.slice(open, close + 3))
    at = close < 0 ? text.length : close + 3
  }
  return pieces.join('')
}

/** Yields every element in document order. Not recursive, so nesting cannot overflow the stack. */
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

/** Whether `outer` is the element itself or one of its ancestors. */
export function isWithin(element: XmlElement, outer: XmlElement): boolean {
  for (let at: XmlElement | null = element; at; at = at.parent) {
    if (at === outer) return true
  }
  return false
}
