import { LIMITS, VectorError } from '../errors'
import { hasVariable, isProperty, isValid, LENGTH_NAMES, wideKeyword } from './css/properties'
import { inheritVariables, NO_VARIABLES, substituteVariables, type Variables } from './css/variables'
import type { XmlElement } from './document'
import { DEFAULT_FONT_SIZE, isMonospace, readFontSize } from './fonts'
import { canInherit, INITIAL, type Inherited, inherit } from './inherited'
import { inAbsoluteUnits, isInexact, mayBeRelative, type Units } from './relative'
import type { Declared, Styles } from './style'

/** The computed styles of an element in its context. */
export interface Computed {
  /** Attributes and styles, with `inherit`, `var()` and relative lengths replaced by their values. */
  readonly declared: Declared
  readonly style: Inherited
  readonly units: Units
  readonly variables: Variables
}

/** Keywords and functions that depend on the element's context. A quick test with false positives. */
const CONTEXT_DEPENDENT = /var\(|inherit|initial|unset|revert/i

/** Computes the styles of elements where they are written, or where `use` draws them. */
export class ComputedStyles {
  readonly #styles: Styles
  readonly #onInexact: (kind: 'paint' | 'relative-length') => void
  readonly #known = new Map<XmlElement, Computed>()
  readonly #start: Computed
  #expanded = 0

  /**
   * `picture` is its size in px. `onInexact` is called for each color that cannot be read, and for each length that depends on
   * what is not known: the metrics of a font, and the size at which the picture is shown.
   */
  constructor(
    styles: Styles,
    picture: { width: number; height: number },
    onInexact: (kind: 'paint' | 'relative-length') => void,
  ) {
    this.#styles = styles
    this.#onInexact = onInexact
    const { width, height } = picture
    const units = { em: DEFAULT_FONT_SIZE, rem: DEFAULT_FONT_SIZE, monospace: false, width, height }
    this.#start = { declared: {}, style: INITIAL, units, variables: NO_VARIABLES }
  }

  /** Returns the styles of an element at its own place in the document. Throws VectorError. */
  at(element: XmlElement): Computed {
    const known = this.#known.get(element)
    if (known) return known
    const computed = this.within(element, element.parent ? this.at(element.parent) : null)
    this.#known.set(element, computed)
    return computed
  }

  /** Returns the styles of an element that is drawn within another. Throws VectorError. */
  within(element: XmlElement, parent: Computed | null): Computed {
    const raw = this.#styles.declared(element)
    const around = parent ?? this.#start
    const variables = this.#variables(raw, around.variables)
    let own: Record<string, string | undefined> | null = null
    for (const name in raw) {
      const value = raw[name]
      // Path data is skipped because it is long and not a property.
      if (value === undefined || !isProperty(name) || name.startsWith('--') || !CONTEXT_DEPENDENT.test(value))
        continue
      own ??= { ...raw }
      own[name] = this.#resolve(name, value, variables, around)
    }
    const units = this.#units(own ?? raw, around, parent === null)
    for (const name in own ?? raw) {
      const value = (own ?? raw)[name]
      if (value === undefined || !LENGTH_NAMES.has(name) || !mayBeRelative(value)) continue
      own ??= { ...raw }
      own[name] = inAbsoluteUnits(value, units)
      if (isInexact(value)) this.#onInexact('relative-length')
    }
    const declared = own ?? raw
    return {
      declared,
      style: inherit(around.style, declared, () => this.#onInexact('paint')),
      units,
      variables,
    }
  }

  /** Returns the attributes of an element, with lengths that depend on its font in px. Throws VectorError. */
  lengths(element: XmlElement): Declared {
    const { attributes } = element
    if (!Object.values(attributes).some(mayBeRelative)) return attributes
    const { units } = this.at(element)
    return Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        LENGTH_NAMES.has(name) ? inAbsoluteUnits(value, units) : value,
      ]),
    )
  }

  /** Substitutes variables and CSS-wide keywords; undefined if the property is then unset. */
  #resolve(name: string, value: string, variables: Variables, around: Computed): string | undefined {
    const spend = (length: number) => this.#spend(length)
    const full = hasVariable(value) ? substituteVariables(value, (one) => variables[one], spend) : value
    if (full === null || !isValid(name, full, true)) return undefined
    const keyword = wideKeyword(full.trim())
    if (keyword === null) return full
    if (canInherit(name)) return keyword === 'initial' ? keyword : undefined
    // Without a parent, a viewport is not cut.
    return keyword === 'inherit'
      ? (around.declared[name] ?? (name === 'overflow' ? 'visible' : undefined))
      : undefined
  }

  #variables(raw: Declared, inherited: Variables): Variables {
    let own: Record<string, string> | null = null
    for (const name in raw) {
      if (!name.startsWith('--')) continue
      own ??= Object.create(null) as Record<string, string>
      own[name] = raw[name] ?? ''
    }
    return own ? inheritVariables(inherited, own, (length) => this.#spend(length)) : inherited
  }

  #units(declared: Declared, { units }: Computed, isRoot: boolean): Units {
    const { 'font-size': size, 'font-family': family } = declared
    if (size === undefined && family === undefined) return units
    const em = (size === 'initial' ? DEFAULT_FONT_SIZE : readFontSize(size ?? '', units)) ?? units.em
    const monospace = family === undefined ? units.monospace : isMonospace(family)
    return { ...units, em, rem: isRoot ? em : units.rem, monospace }
  }

  #spend(length: number): void {
    this.#expanded += length
    if (this.#expanded > LIMITS.expansion)
      throw new VectorError('too-large', 'too much is put in for variables')
  }
}
