import { SHAPE_ATTRIBUTES } from './shapes'
import type { XmlElement } from './xml'

/** The presentation attributes of an element, including inherited ones. */
export type Style = Readonly<Record<string, string>>

/** Inherited attributes that Figma is recorded to import. */
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

/** Further attributes of rendered elements. `class` has no effect without a style element, which is reported separately. */
const COMMON = ['id', 'class', 'opacity', 'transform', 'clip-path']
const ROOT = ['xmlns', 'xmlns:xlink', 'version', 'viewBox', 'width', 'height', 'preserveAspectRatio']

/** Attribute values without effect, such as those of the root in Recraft's files. */
const IDLE: Readonly<Record<string, RegExp>> = {
  style: /^\s*(display\s*:\s*(block|inline)\s*;?\s*)?$/,
  display: /^(block|inline)$/,
  visibility: /^visible$/,
  'stroke-dashoffset': /^0$/,
}

/** Returns the style of an element inside another one. */
export function inherit(parent: Style, { attributes }: XmlElement): Style {
  const own: Record<string, string> = { ...parent }
  for (const name of INHERITED) {
    const value = attributes[name]?.trim()
    if (value !== undefined) own[name] = value
  }
  return own
}

/** Reports every attribute of a rendered element that Figma is not recorded to import. */
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

/** Returns whether an element is not rendered. */
export function isHidden({ attributes }: XmlElement): boolean {
  return attributes.display === 'none' || attributes.visibility === 'hidden'
}
