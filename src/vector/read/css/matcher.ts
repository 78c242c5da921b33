import type { Options } from 'css-select'
import nthCheck from 'nth-check'
import { LIMITS, VectorError } from '../../errors'
import type { XmlElement } from '../document'

type Adapter = NonNullable<Options<XmlElement, XmlElement>['adapter']>

type Pseudos = Record<string, (element: XmlElement, data?: string | null) => boolean>

/** Index of an element among its siblings, from the start and from the end; `type` and `lastType` count siblings of the same name. */
interface Place {
  readonly index: number
  readonly last: number
  readonly type: number
  readonly lastType: number
}

const NO_SIBLINGS: Place = { index: 0, last: 0, type: 0, lastType: 0 }

/** The adapter through which css-select reads a document. It counts visits, so that no selector takes forever. */
export class Matcher {
  readonly options: Options<XmlElement, XmlElement> & { readonly pseudos: Pseudos }
  readonly #places = new Map<XmlElement, Place>()
  readonly #checks = new Map<string, (index: number) => boolean>()
  #visits = 0

  constructor() {
    this.options = {
      xmlMode: true,
      relativeSelector: false,
      adapter: this.#adapter(),
      pseudos: this.#pseudos(),
    }
  }

  #look(count: number): void {
    this.#visits += count
    if (this.#visits > LIMITS.matching) throw new VectorError('too-large', 'selectors that look at too much')
  }

  #adapter(): Adapter {
    return {
      isTag: (_node): _node is XmlElement => {
        this.#look(1)
        return true
      },
      getAttributeValue: ({ attributes }, name) => {
        const value = attributes[name]
        this.#look(1 + (value?.length ?? 0) / 8)
        return value
      },
      hasAttrib: ({ attributes }, name) => name in attributes,
      getChildren: ({ children }) => {
        this.#look(1 + children.length)
        return children as XmlElement[]
      },
      getName: ({ name }) => {
        this.#look(1)
        return name.slice(name.indexOf(':') + 1)
      },
      getParent: ({ parent }) => {
        this.#look(1)
        return parent
      },
      getSiblings: (element) => (element.parent ? (element.parent.children as XmlElement[]) : [element]),
      prevElementSibling: (element) => element.parent?.children[this.#place(element).index - 1] ?? null,
      getText: ({ text }) => text,
      removeSubsets: (nodes) => nodes,
    }
  }

  /** Pseudo-classes that css-select lacks, implements differently, or evaluates by visiting all siblings. */
  #pseudos(): Pseudos {
    const isLink = ({ name, attributes }: XmlElement) =>
      name === 'a' && ('href' in attributes || 'xlink:href' in attributes)
    const first = (element: XmlElement) => this.#place(element).index === 0
    const last = (element: XmlElement) => this.#place(element).last === 0
    const firstType = (element: XmlElement) => this.#place(element).type === 0
    const lastType = (element: XmlElement) => this.#place(element).lastType === 0
    const nth = (key: keyof Place) => (element: XmlElement, rule?: string | null) =>
      this.#check(rule ?? '')(this.#place(element)[key])
    return {
      never: () => false,
      defined: () => true,
      link: isLink,
      'any-link': isLink,
      // In browsers, an element with whitespace is not empty.
      empty: ({ children, text }) => children.length === 0 && text === '',
      'first-child': first,
      'last-child': last,
      'only-child': (element) => first(element) && last(element),
      'first-of-type': firstType,
      'last-of-type': lastType,
      'only-of-type': (element) => firstType(element) && lastType(element),
      'nth-child': nth('index'),
      'nth-last-child': nth('last'),
      'nth-of-type': nth('type'),
      'nth-last-of-type': nth('lastType'),
    }
  }

  #check(rule: string): (index: number) => boolean {
    const known = this.#checks.get(rule)
    if (known) return known
    const check = nthCheck(rule)
    this.#checks.set(rule, check)
    return check
  }

  #place(element: XmlElement): Place {
    this.#look(1)
    if (!element.parent) return NO_SIBLINGS
    if (!this.#places.has(element)) this.#placeAll(element.parent.children)
    return this.#places.get(element) ?? NO_SIBLINGS
  }

  #placeAll(siblings: readonly XmlElement[]): void {
    const totals = new Map<string, number>()
    for (const { name } of siblings) totals.set(name, (totals.get(name) ?? 0) + 1)
    const counts = new Map<string, number>()
    for (const [index, element] of siblings.entries()) {
      const type = counts.get(element.name) ?? 0
      counts.set(element.name, type + 1)
      const lastType = (totals.get(element.name) ?? 0) - 1 - type
      this.#places.set(element, { index, last: siblings.length - 1 - index, type, lastType })
    }
  }
}
