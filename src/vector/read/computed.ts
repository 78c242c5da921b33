import { CAPS, VectorError } from '../errors'
import { hasVariable, isProperty, isValid, LENGTH_NAMES, wideKeyword } from './css/properties'
import { inheritVariables, NO_VARIABLES, putInVariables, type Variables } from './css/variables'
import type { XmlElement } from './document'
import { isMonospace, MEDIUM, readFontSize } from './fonts'
import { canInherit, INITIAL, type Inherited, inherit } from './inherited'
import { inAbsoluteUnits, mayBeRelative, type Units } from './relative'
import type { Declared, Styles } from './style'

/** What holds for an element at its place. */
export interface Computed {
  /** Attributes and styles, with `inherit`, `var()` and lengths that depend on a font replaced by what they stand for. */
  readonly declared: Declared
  readonly style: Inherited
  readonly units: Units
  readonly variables: Variables
}

/** Keywords and functions that depend on the element's context. A quick test that may match too much. */
const PLACE_BOUND = /var\(|inherit|initial|unset|revert/i

/** Tells what holds for elements where they stand, or where they are used. */
export class ComputedStyles {
  readonly #styles: Styles
  readonly #onUnreadable: () => void
  readonly #known = new Map<XmlElement, Computed>()
  readonly #start: Computed
  #written = 0

  /** `picture` is its size in px. `onUnreadable` hears of each color that cannot be read. */
  constructor(styles: Styles, picture: { width: number; height: number }, onUnreadable: () => void) {
    this.#styles = styles
    this.#onUnreadable = onUnreadable
    const { width, height } = picture
    const units = { em: MEDIUM, rem: MEDIUM, monospace: false, width, height }
    this.#start = { declared: {}, style: INITIAL, units, variables: NO_VARIABLES }
  }

  /** What holds for an element at its own place in the document. Throws VectorError. */
  at(element: XmlElement): Computed {
    const known = this.#known.get(element)
    if (known) return known
    const computed = this.within(element, element.parent ? this.at(element.parent) : null)
    this.#known.set(element, computed)
    return computed
  }

  /** What holds for an element that is drawn within another. Throws VectorError. */
  within(element: XmlElement, parent: Computed | null): Computed {
    const raw = this.#styles.declared(element)
    const around = parent ?? this.#start
    const variables = this.#variables(raw, around.variables)
    let own: Record<string, string | undefined> | null = null
    for (const name in raw) {
      const value = raw[name]
      // Path data is long, and no property.
      if (value === undefined || !isProperty(name) || name.startsWith('--') || !PLACE_BOUND.test(value))
        continue
      own ??= { ...raw }
      own[name] = this.#settle(name, value, variables, around)
    }
    const units = this.#units(own ?? raw, around, parent === null)
    for (const name in own ?? raw) {
      const value = (own ?? raw)[name]
      if (value === undefined || !LENGTH_NAMES.has(name) || !mayBeRelative(value)) continue
      own ??= { ...raw }
      own[name] = inAbsoluteUnits(value, units)
    }
    const declared = own ?? raw
    return { declared, style: inherit(around.style, declared, this.#onUnreadable), units, variables }
  }

  /** The attributes of an element that are no properties, with lengths that depend on its font in px. Throws VectorError. */
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

  /** A value with its variables put in, and without the words that every property takes; undefined where nothing is left. */
  #settle(name: string, value: string, variables: Variables, around: Computed): string | undefined {
    const spend = (length: number) => this.#spend(length)
    const full = hasVariable(value) ? putInVariables(value, (one) => variables[one], spend) : value
    if (full === null || !isValid(name, full, true)) return undefined
    const keyword = wideKeyword(full.trim())
    if (keyword === null) return full
    if (canInherit(name)) return keyword === 'initial' ? keyword : undefined
    return keyword === 'inherit' ? around.declared[name] : undefined
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
    const em = (size === 'initial' ? MEDIUM : readFontSize(size ?? '', units)) ?? units.em
    const monospace = family === undefined ? units.monospace : isMonospace(family)
    return { ...units, em, rem: isRoot ? em : units.rem, monospace }
  }

  #spend(length: number): void {
    this.#written += length
    if (this.#written > CAPS.expansion) throw new VectorError('too-large', 'too much is put in for variables')
  }
}
