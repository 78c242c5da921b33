import type { DocumentModel } from '../document/document'
import { ThrownValue } from '../document/errors'
import { type Layer, LayerBuilder } from './layer-builder'
import { checkAttributes, inherit } from './style'
import { readViewport } from './viewport'
import { parseXml, type XmlElement } from './xml'

/** What Figma throws for a text that it cannot import (recorded). Not an Error here: that is the stricter case. */
const FAILED = 'in createNodeFromSvg: Failed to convert SVG file'

/**
 * What the frame around an import looks like. It is not sure what Figma gives it, so the host gives it what a plugin has
 * to overwrite: no fill, and nothing cut off at its edges.
 */
const WRAPPER = { fills: [], clipsContent: false } as const

/** Size of the empty frame that a root without size and without layers becomes, in px. */
const EMPTY_SIZE = { width: 100, height: 100 }

/**
 * `figma.createNodeFromSvg`, as recorded in Figma: makes layers of an SVG text and puts them at (0, 0) of `parent` (the
 * current page), in front, without selecting them. Returns the id of the frame (a group for roots without size and viewBox).
 * Throws Figma's text for what is no SVG. `fault` is told of every construct which Figma loses, blackens or is not known
 * to keep: a plugin must not hand it over.
 */
export function importSvg(
  document: DocumentModel,
  svg: string,
  parent: string,
  fault: (message: string) => void,
): string {
  const told = new Set<string>()
  const tell = (message: string) => {
    if (told.has(message)) return
    told.add(message)
    fault(`createNodeFromSvg: ${message}`)
  }
  try {
    return build(document, parse(svg, tell), parent, tell)
  } catch (error) {
    if (error instanceof UnreadableSvg) throw new ThrownValue(FAILED)
    throw error
  }
}

class UnreadableSvg extends Error {}

function parse(svg: string, fault: (message: string) => void): XmlElement {
  const oddities: string[] = []
  let root: XmlElement
  try {
    root = parseXml(svg, (oddity) => oddities.push(oddity))
  } catch (error) {
    throw new UnreadableSvg(String(error))
  }
  // Single reports say that the import fails on these: the stricter case.
  for (const oddity of oddities) fault(`the ${oddity} breaks the import`)
  if (oddities.length > 0 || root.name !== 'svg') throw new UnreadableSvg(root.name)
  return root
}

function build(
  document: DocumentModel,
  root: XmlElement,
  parent: string,
  fault: (message: string) => void,
): string {
  if (root.attributes.xmlns !== 'http://www.w3.org/2000/svg') fault('the root has no xmlns of SVG')
  checkAttributes(root, fault)
  const { size, transform } = viewportOf(root, fault)
  const layers = new LayerBuilder(root, fault).layersIn(root, { transform, style: inherit({}, root) })
  const name = root.attributes.id
  const fields: Layer['fields'] =
    size === null && layers.length > 0
      ? { type: 'GROUP', name: name ?? 'Group' }
      : { type: 'FRAME', name: name ?? 'Frame', ...(size ?? EMPTY_SIZE), ...WRAPPER }
  return insert(document, { fields, children: layers }, parent)
}

function insert(document: DocumentModel, { fields, children }: Layer, parent: string): string {
  const id = document.create(fields, parent)
  for (const child of children) insert(document, child, id)
  return id
}

function viewportOf(root: XmlElement, fault: (message: string) => void) {
  try {
    return readViewport(root, fault)
  } catch (error) {
    throw new UnreadableSvg(String(error))
  }
}
