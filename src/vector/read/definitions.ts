import { walk, type XmlElement } from './document'

/** Finds elements by id; if several have the same id, the first one, as in browsers. */
export class Definitions {
  readonly #root: XmlElement
  #byId: Map<string, XmlElement> | null = null

  constructor(root: XmlElement) {
    this.#root = root
  }

  get(id: string): XmlElement | undefined {
    this.#byId ??= indexById(this.#root)
    return this.#byId.get(id)
  }
}

function indexById(root: XmlElement): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>()
  for (const element of walk(root)) {
    const { id } = element.attributes
    if (id && !found.has(id)) found.set(id, element)
  }
  return found
}

/** Returns the id that an element's href refers to; null for a URL outside the document, undefined without an href. */
export function hrefOf({ attributes }: XmlElement): string | null | undefined {
  const href = (attributes.href ?? attributes['xlink:href'])?.trim()
  if (href === undefined) return undefined
  return href.length > 1 && href.startsWith('#') ? href.slice(1) : null
}
