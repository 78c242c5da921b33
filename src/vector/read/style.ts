import type { XmlElement } from '@rgrove/parse-xml'

/**
 * The value of a presentation property on this element: the `style` attribute wins over the attribute of the same name,
 * as in CSS. Undefined where the element says nothing.
 */
export function property(element: XmlElement, name: string): string | undefined {
  const value = inlineStyle(element.attributes.style, name) ?? element.attributes[name]
  return value === 'inherit' ? undefined : value
}

function inlineStyle(style: string | undefined, name: string): string | undefined {
  if (style === undefined || !style.includes(name)) return undefined
  let found: string | undefined
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0 && declaration.slice(0, colon).trim() === name) {
      found = declaration
        .slice(colon + 1)
        .replace(/!important\s*$/, '')
        .trim()
    }
  }
  return found
}
