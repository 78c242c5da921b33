import type { DocumentModel } from '../document/document'
import { ThrownValue } from '../document/errors'
import { type Layer, LayerBuilder } from './layer-builder'
import { checkAttributes, inherit } from './style'
import { readViewport } from './viewport'
import { parseXml, type XmlElement } from './xml'

/** Thrown by Figma for a text that it cannot import (recorded). Not an Error here, which is stricter. */
const FAILED = 'in createNodeFromSvg: Failed to convert SVG file'

/**
 * Properties of the frame around an import. It is unknown what Figma sets, so these are values that plugins have to change: no fill, and no
 * clipping.
 */
const WRAPPER = { fills: [], clipsContent: false } as const

/** Size in px of the empty frame for a root without size and layers. */
const EMPTY_SIZE = { width: 100, height: 100 }

/**
 * `figma.createNodeFromSvg`, as recorded in Figma: converts SVG text to layers at (0, 0) of `parent` (the current page), in front, without
 * selecting them. Returns the id of the frame (a group for roots without size and viewBox). Throws Figma's message for invalid SVG.
 * `fault`: called for every construct that Figma loses, turns black, or is not known to keep, because a plugin must not use it.
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
  // According to some reports, the import fails on these, so the host does.
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
