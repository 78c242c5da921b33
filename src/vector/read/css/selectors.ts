import { _compileUnsafe } from 'css-select'
import { AttributeAction, isTraversal, parse, type Selector, SelectorType } from 'css-what'
import nthCheck from 'nth-check'
import { LIMITS, VectorError } from '../../errors'
import type { XmlElement } from '../document'
import { isForeign } from '../kinds'
import type { Matcher } from './matcher'

/** One selector of a list, compiled to a test. */
export interface CompiledSelector {
  /** What a matching element must have: `#id`, `.class`, `type`, or `*` for any element. */
  readonly key: string
  /** Whether an element with the key matches; null if all of them do. */
  readonly test: ((element: XmlElement) => boolean) | null
  readonly specificity: number
}

/** Whether each prefix declared by `@namespace` is SVG's. The default namespace has the prefix ''. */
export type Namespaces = ReadonlyMap<string, boolean>

/** A selector that browsers do not know: they ignore the whole rule. */
class InvalidSelector extends Error {}

/** A selector that browsers know but css-select does not. */
class UnsupportedSelector extends Error {}

/** Valid pseudo-classes that match nothing in a document without interaction. */
const NEVER_MATCHING = new Set([
  ...[
    'active',
    'autofill',
    'checked',
    'default',
    'disabled',
    'enabled',
    'focus',
    'focus-visible',
    'focus-within',
  ],
  ...[
    'fullscreen',
    'future',
    'hover',
    'in-range',
    'indeterminate',
    'invalid',
    'modal',
    'optional',
    'out-of-range',
  ],
  ...['past', 'placeholder-shown', 'playing', 'paused', 'popover-open', 'read-write', 'required', 'target'],
  ...['user-invalid', 'user-valid', 'valid', 'visited', 'host'],
])

/** Pseudo-classes that css-select implements as browsers do. `Matcher` implements others in `pseudos`. */
const KNOWN = new Set(['is', 'where', 'not', 'has', 'lang', 'root', 'scope'])

const PSEUDO_ELEMENTS =
  /^(?:after|before|backdrop|first-letter|first-line|marker|placeholder|selection|cue|details-content|file-selector-button|grammar-error|spelling-error|target-text|part|slotted|highlight|-webkit-[\w-]+)$/

/**
 * Compiles a list of selectors. Null for a list that browsers ignore. `onUnsupported` is called for valid selectors that are
 * not supported and match nothing. Throws VectorError, and so may the compiled tests.
 */
export function compileSelectors(
  text: string,
  namespaces: Namespaces,
  matcher: Matcher,
  onUnsupported: () => void,
): CompiledSelector[] | null {
  let selectors: Selector[][]
  try {
    selectors = parse(text)
  } catch {
    return null
  }
  if (selectors.length > LIMITS.rules) throw new VectorError('too-large', 'too many selectors')
  try {
    selectors = selectors.map((selector) => validate(selector, namespaces, matcher))
  } catch (error) {
    if (error instanceof UnsupportedSelector) onUnsupported()
    return null
  }
  const compiled: CompiledSelector[] = []
  for (const selector of selectors) {
    if (selector.some(isNever)) continue
    const { key, isAll } = keyOf(selector)
    const specificity = specificityOf(selector)
    try {
      const test = isAll ? null : _compileUnsafe([selector], matcher.options)
      compiled.push({ key, test, specificity })
    } catch {
      onUnsupported()
    }
  }
  return compiled
}

const isNever = (part: Selector) => part.type === SelectorType.PseudoElement

/** The context of a selector: a rule, a pseudo-class, or `:has()`, which also takes relative selectors such as `> .a`. */
type Place = 'rule' | 'pseudo' | 'has'

/** Validates a selector and converts it for css-select. Throws InvalidSelector and UnsupportedSelector. */
function validate(
  selector: Selector[],
  namespaces: Namespaces,
  matcher: Matcher,
  place: Place = 'rule',
): Selector[] {
  const [first] = selector
  const last = selector.at(-1)
  if (!first || !last || isTraversal(last) || (isTraversal(first) && place !== 'has'))
    throw new InvalidSelector('nothing on one side of a combinator')
  return selector.map((part, index): Selector => {
    const before = selector[index - 1]
    switch (part.type) {
      case SelectorType.Tag:
      case SelectorType.Universal:
        if (before && !isTraversal(before)) throw new InvalidSelector('a type within a compound')
        return inNamespace(part, namespaces)
      case SelectorType.PseudoElement:
        if (place !== 'rule' || !PSEUDO_ELEMENTS.test(part.name)) throw new InvalidSelector(part.name)
        return part
      case SelectorType.Parent:
      case SelectorType.ColumnCombinator:
        throw new InvalidSelector(part.type)
      case SelectorType.Attribute:
        // An extension of jQuery.
        if (part.action === AttributeAction.Not) throw new InvalidSelector('!=')
        if (part.namespace) throw new UnsupportedSelector(part.namespace)
        return part
      case SelectorType.Pseudo:
        return validatePseudo(part, namespaces, matcher)
      default:
        return part
    }
  })
}

type Pseudo = Extract<Selector, { type: SelectorType.Pseudo }>

function validatePseudo(part: Pseudo, namespaces: Namespaces, matcher: Matcher): Selector {
  const { name, data } = part
  if (Array.isArray(data)) {
    if (name === 'is' || name === 'where')
      return { ...part, data: data.flatMap((one) => validateForgiving(one, namespaces, matcher)) }
    if (name !== 'not' && name !== 'has') throw new InvalidSelector(name)
    return {
      ...part,
      data: data.map((one) => validate(one, namespaces, matcher, name === 'has' ? 'has' : 'pseudo')),
    }
  }
  if (NEVER_MATCHING.has(name)) return { type: SelectorType.Pseudo, name: 'never', data: null }
  if (name.startsWith('nth-')) {
    if (/\sof\s/i.test(data ?? '')) throw new UnsupportedSelector(name)
    nthCheck(data ?? '')
  }
  if (!KNOWN.has(name) && !(name in matcher.options.pseudos)) throw new InvalidSelector(name)
  return part
}

/** `:is()` and `:where()` ignore invalid selectors. */
function validateForgiving(selector: Selector[], namespaces: Namespaces, matcher: Matcher): Selector[][] {
  try {
    return [validate(selector, namespaces, matcher, 'pseudo')]
  } catch {
    return []
  }
}

type Tag = Extract<Selector, { type: SelectorType.Tag | SelectorType.Universal }>

const NOTHING: Selector = { type: SelectorType.Pseudo, name: 'never', data: null }

function inNamespace(part: Tag, namespaces: Namespaces): Selector {
  const { namespace } = part
  if (namespace === '*') return { ...part, namespace: null }
  if (namespace === '') return NOTHING
  const isSvg = namespaces.get(namespace ?? '') ?? (namespace === null ? true : undefined)
  if (isSvg === undefined) throw new InvalidSelector('an undeclared prefix')
  return isSvg ? { ...part, namespace: null } : NOTHING
}

/** Returns the key of the last compound of a selector; `isAll` if the selector consists of nothing else. */
function keyOf(selector: readonly Selector[]): { key: string; isAll: boolean } {
  const start = selector.reduce((last, part, index) => (isTraversal(part) ? index + 1 : last), 0)
  const compound = selector.slice(start)
  const isAll = selector.length === 1
  let key = '*'
  for (const part of compound) {
    if (part.type === SelectorType.Attribute && part.ignoreCase === 'quirks') {
      // A name with an escaped space never matches a class.
      if (part.name === 'id') return { key: `#${part.value}`, isAll }
      if (!/\s/.test(part.value)) key = `.${part.value}`
    } else if (part.type === SelectorType.Tag && key === '*') key = part.name
  }
  return { key, isAll: isAll && (key !== '*' || compound[0]?.type === SelectorType.Universal) }
}

/** Yields all keys of selectors that can match an element. */
export function* keysOf({ name, attributes }: XmlElement): Generator<string> {
  yield '*'
  yield isForeign(name) ? name.slice(name.indexOf(':') + 1) : name
  if (attributes.class) {
    for (const one of new Set(attributes.class.trim().split(/\s+/))) yield `.${one}`
  }
  if (attributes.id) yield `#${attributes.id}`
}

const CLASS = 1e3
const ID = 1e6

/** Ids count most, then classes, attributes and pseudo-classes, then types: each as much as 1000 of the next. */
function specificityOf(selector: readonly Selector[]): number {
  let sum = 0
  for (const part of selector) {
    if (part.type === SelectorType.Tag || part.type === SelectorType.PseudoElement) sum += 1
    else if (part.type === SelectorType.Attribute)
      sum += part.name === 'id' && part.ignoreCase === 'quirks' ? ID : CLASS
    else if (part.type === SelectorType.Pseudo) sum += specificityOfPseudo(part)
  }
  return sum
}

function specificityOfPseudo({ name, data }: Pseudo): number {
  if (name === 'where') return 0
  if (!Array.isArray(data)) return CLASS
  return data.reduce((most, one) => Math.max(most, specificityOf(one)), 0)
}
