import { SHAPE_ATTRIBUTES } from './shapes'
import type { XmlElement } from './xml'

/** The presentation attributes in force for an element: its own, and those it inherits. */
export type Style = Readonly<Record<string, string>>

/** Attributes that children take over from their parents, as far as Figma is recorded to import them. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'clip-rule',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dasharray',
]

/** What every drawn element may have besides. `class` means nothing without a style element, which is told by itself. */
const COMMON = ['id', 'class', 'opacity', 'transform', 'clip-path']
const ROOT = ['xmlns', 'xmlns:xlink', 'version', 'viewBox', 'width', 'height', 'preserveAspectRatio']

/** Attributes that only say what holds anyway, such as those of the root in Recraft's files. */
const IDLE: Readonly<Record<string, RegExp>> = {
  style: /^\s*(display\s*:\s*(block|inline)\s*;?\s*)?$/,
  display: /^(block|inline)$/,
  visibility: /^visible$/,
  'stroke-dashoffset': /^0$/,
}

/** The style of an element inside another. */
export function inherit(parent: Style, { attributes }: XmlElement): Style {
  const own: Record<string, string> = { ...parent }
  for (const name of INHERITED) {
    const value = attributes[name]?.trim()
    if (value !== undefined) own[name] = value
  }
  return own
}

/** Reports every attribute of a drawn element beyond those that Figma is recorded to import. */
export function checkAttributes(element: XmlElement, fault: (message: string) => void): void {
  const { name, attributes } = element
  const known = new Set([
    ...INHERITED,
    ...COMMON,
    ...(SHAPE_ATTRIBUTES[name] ?? []),
    ...(name === 'svg' ? ROOT : []),
  ])
  for (const [attribute, value] of Object.entries(attributes)) {
    if (known.has(attribute) || IDLE[attribute]?.test(value)) continue
    fault(`the attribute ${attribute}="${value.slice(0, 40)}" of <${name}> is lost`)
  }
}

/** Whether an element is there but not drawn. */
export function isHidden({ attributes }: XmlElement): boolean {
  return attributes.display === 'none' || attributes.visibility === 'hidden'
}
