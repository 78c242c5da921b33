import { walk, type XmlElement } from './document'

/** The elements that others refer to, by id; of two with one id the first counts, as in browsers. */
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

/** The id that an element's href refers to; null for an address outside the document, undefined where there is none. */
export function hrefOf({ attributes }: XmlElement): string | null | undefined {
  const href = (attributes.href ?? attributes['xlink:href'])?.trim()
  if (href === undefined) return undefined
  return href.length > 1 && href.startsWith('#') ? href.slice(1) : null
}
