import { CAPS, VectorError } from '../errors'
import { type Declaration, readDeclarations, readRules } from './css'
import type { XmlElement } from './document'

/** What an element says of itself: its attributes, with what styles set of the same names laid over them. */
export type Declared = Readonly<Record<string, string | undefined>>

interface Weighted {
  readonly value: string
  readonly weight: number
}

/** Later declarations win, more specific ones before them, important ones before all. */
const SPECIFICITY = 1e9
const IMPORTANT = 1e12
/** Specificities of `*`, a type, a class, an id and the style attribute, far enough apart for this. */
const LEVELS = { any: 0, type: 1, class: 2, id: 3, inline: 4 } as const

const SIMPLE = /^(?:\*|[.#]?-?[_a-z\u0080-\uffff][-\w\u0080-\uffff]*)$/i

/**
 * The document's style rules, kept by their selector: what matches an element is looked up, not searched, however many
 * rules there are. Only `*`, a type, a class and an id are understood as selectors; `onComplex` hears of every other rule.
 */
export class Styles {
  readonly #rules = new Map<string, Map<string, Weighted>>()
  #order = 0
  #laid = 0

  /** Adds the rules of one style element. Throws VectorError. */
  add(element: XmlElement, onComplex: () => void): void {
    const { type = 'text/css', media = 'all' } = element.attributes
    if (!/^\s*(?:text\/css)?\s*$/i.test(type)) return
    const applies = /^\s*(?:all|screen)?\s*$/i.test(media)
    for (const { prelude, body } of readRules(element.text)) {
      const declarations = readDeclarations(body)
      // What holds rules itself is not understood, be it @media or nesting.
      const holdsRules = prelude.startsWith('@') || body.includes('{')
      if (holdsRules || (declarations.length > 0 && !applies)) onComplex()
      else if (declarations.length > 0) this.#addRule(prelude, declarations, onComplex)
    }
  }

  #addRule(prelude: string, declarations: readonly Declaration[], onComplex: () => void): void {
    for (const selector of prelude.split(',').map((part) => part.trim())) {
      if (!SIMPLE.test(selector)) {
        onComplex()
        continue
      }
      const rule = this.#rules.get(selector) ?? new Map<string, Weighted>()
      this.#rules.set(selector, rule)
      const level = levelOf(selector)
      for (const { name, value, important } of declarations) {
        this.#order += 1
        this.#spend()
        lay(rule, name, { value, weight: weigh(level, important) + this.#order })
      }
    }
  }

  /** The element's attributes and styles as one. Without either kind of style, its very attributes: the usual case costs nothing. Throws VectorError. */
  declared(element: XmlElement): Declared {
    const { attributes } = element
    const { style } = attributes
    if (style === undefined && this.#rules.size === 0) return attributes
    const found = new Map<string, Weighted>()
    if (this.#rules.size > 0) {
      for (const selector of selectorsOf(element)) {
        for (const [name, weighted] of this.#rules.get(selector) ?? []) {
          this.#spend()
          lay(found, name, weighted)
        }
      }
    }
    for (const { name, value, important } of readDeclarations(style ?? '')) {
      lay(found, name, { value, weight: weigh(LEVELS.inline, important) })
    }
    if (found.size === 0) return attributes
    const declared: Record<string, string> = { ...attributes }
    for (const [name, { value }] of found) declared[name] = value
    return declared
  }

  /** A short text can hold many rules, and many elements that each match many of them. */
  #spend(): void {
    this.#laid += 1
    if (this.#laid > CAPS.declarations) throw new VectorError('too-large', 'too many style rules')
  }
}

function lay(into: Map<string, Weighted>, name: string, weighted: Weighted): void {
  const before = into.get(name)
  if (!before || weighted.weight >= before.weight) into.set(name, weighted)
}

const weigh = (level: number, important: boolean) => level * SPECIFICITY + (important ? IMPORTANT : 0)

function levelOf(selector: string): number {
  if (selector === '*') return LEVELS.any
  if (selector.startsWith('.')) return LEVELS.class
  return selector.startsWith('#') ? LEVELS.id : LEVELS.type
}

/** Every selector that matches the element. */
function* selectorsOf({ name, attributes }: XmlElement): Generator<string> {
  yield '*'
  yield name
  if (attributes.class) {
    for (const one of new Set(attributes.class.trim().split(/\s+/))) yield `.${one}`
  }
  if (attributes.id) yield `#${attributes.id}`
}
