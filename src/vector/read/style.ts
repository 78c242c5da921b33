import { LIMITS, VectorError } from '../errors'
import { type Declaration, readStyleAttribute } from './css/declarations'
import { CascadeLayer } from './css/layers'
import { Matcher } from './css/matcher'
import { matchesScreen, type Screen } from './css/media'
import { type Rule, readRules } from './css/rules'
import { keysOf } from './css/selectors'
import type { XmlElement } from './document'

/** Every this many UTF-16 units of a value count as one more declaration, because reading takes that long. */
const UNITS_PER_DECLARATION = 16

/** The declared properties of an element: its attributes, overridden by its styles. */
export type Declared = Readonly<Record<string, string | undefined>>

/** A declaration with its precedence in the cascade. */
interface Candidate {
  readonly value: string
  readonly important: boolean
  /** From a style attribute, which takes precedence over any layer. */
  readonly isInline: boolean
  readonly layer: number
  readonly specificity: number
  readonly order: number
}

/**
 * The document's style rules, indexed by what an element must have to match (see `CompiledSelector.key`), so that only a few
 * of them are tested for each element.
 */
export class Styles {
  readonly #rules = new Map<string, (Rule & { readonly order: number })[]>()
  readonly #matcher = new Matcher()
  readonly #unlayered = new CascadeLayer()
  readonly #inline = new Map<string, readonly Declaration[]>()
  readonly #declared = new Map<XmlElement, Declared>()
  #order = 0
  #spent = 0

  /** Adds the rules of one style element for a picture of the given size. Throws VectorError. */
  add(element: XmlElement, screen: Screen, onUnsupported: () => void): void {
    const { type = 'text/css', media = '' } = element.attributes
    if (!/^\s*(?:text\/css)?\s*$/i.test(type) || !matchesScreen(media, screen)) return
    const options = { matcher: this.#matcher, screen, layer: this.#unlayered, onUnsupported }
    for (const rule of readRules(element.text, options)) {
      this.#spend(rule.declarations.length)
      this.#order += 1
      if (this.#order > LIMITS.rules) throw new VectorError('too-large', 'too many style rules')
      const { key } = rule.selector
      const rules = this.#rules.get(key) ?? []
      this.#rules.set(key, rules)
      rules.push({ ...rule, order: this.#order })
    }
    this.#unlayered.rank()
  }

  /** Returns the element's attributes, overridden by its styles. Without styles, the usual case, returns the attributes themselves. Throws VectorError. */
  declared(element: XmlElement): Declared {
    const { attributes } = element
    if (attributes.style === undefined && this.#rules.size === 0) return attributes
    const before = this.#declared.get(element)
    if (before) return before
    const declared = this.#cascade(element)
    this.#declared.set(element, declared)
    return declared
  }

  #cascade(element: XmlElement): Declared {
    const found = new Map<string, Candidate>()
    for (const key of this.#rules.size > 0 ? keysOf(element) : []) {
      for (const { selector, declarations, layer, order } of this.#rules.get(key) ?? []) {
        this.#spend(1)
        if (selector.test && !selector.test(element)) continue
        const { specificity } = selector
        for (const { name, value, important } of declarations) {
          // A long value is read again for each element.
          this.#spend(1 + Math.floor(value.length / UNITS_PER_DECLARATION))
          addCandidate(found, name, {
            value,
            important,
            isInline: false,
            layer: layer.strength,
            specificity,
            order,
          })
        }
      }
    }
    const place = { isInline: true, layer: 0, specificity: 0, order: 0 }
    for (const { name, value, important } of this.#readInline(element.attributes.style ?? '')) {
      addCandidate(found, name, { value, important, ...place })
    }
    if (found.size === 0) return element.attributes
    const declared: Record<string, string> = Object.assign(Object.create(null), element.attributes)
    for (const [name, { value }] of found) declared[name] = value
    return declared
  }

  /** Many elements have the same style attribute. */
  #readInline(text: string): readonly Declaration[] {
    const known = this.#inline.get(text)
    if (known) return known
    const read = readStyleAttribute(text)
    this.#inline.set(text, read)
    return read
  }

  /** A short text can contain many rules, and many elements that each match many rules. */
  #spend(count: number): void {
    this.#spent += count
    if (this.#spent > LIMITS.declarations) throw new VectorError('too-large', 'too many style rules')
  }
}

function addCandidate(into: Map<string, Candidate>, name: string, candidate: Candidate): void {
  const before = into.get(name)
  if (!before || isStronger(candidate, before)) into.set(name, candidate)
}

/** Whether `a` takes precedence over `b`, which was found before it. */
function isStronger(a: Candidate, b: Candidate): boolean {
  if (a.important !== b.important) return a.important
  if (a.isInline !== b.isInline) return a.isInline
  // For important declarations, the order of layers is reversed.
  if (a.layer !== b.layer) return a.layer > b.layer !== a.important
  return a.specificity === b.specificity ? a.order >= b.order : a.specificity > b.specificity
}
