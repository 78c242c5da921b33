import {
  type ComponentValue,
  isFunctionNode,
  isSimpleBlockNode,
  isTokenNode,
  isWhitespaceNode,
} from '@csstools/css-parser-algorithms'
import { isTokenComma } from '@csstools/css-tokenizer'
import { hasVariable } from './properties'
import { readValues, textOf } from './syntax'

/** Custom properties by name, with what they inherit; undefined for one that has no value that could be put in. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Variables by way of one another. */
const DEEPEST = 100

export const NO_VARIABLES: Variables = Object.create(null)

/**
 * Puts the values of custom properties in for each `var()` of a text. Null where one has neither a value nor a fallback.
 * `find` gives the value of a name; `spend` gets the amount read and written, and may throw.
 */
export function putInVariables(
  text: string,
  find: (name: string) => string | undefined,
  spend: (length: number) => void,
): string | null {
  // Even a text that comes to nothing is read each time.
  spend(text.length)
  const values = readValues(text)
  return values && putIn(values, find, spend)
}

function putIn(
  values: readonly ComponentValue[],
  find: (name: string) => string | undefined,
  spend: (length: number) => void,
): string | null {
  const parts: string[] = []
  for (const value of values) {
    const part = putInOne(value, find, spend)
    if (part === null) return null
    spend(part.length)
    parts.push(part)
  }
  return parts.join('').trim()
}

function putInOne(
  value: ComponentValue,
  find: (name: string) => string | undefined,
  spend: (length: number) => void,
): string | null {
  const isVar = isFunctionNode(value) && value.getName().toLowerCase() === 'var'
  if (isVar) {
    const comma = value.value.findIndex((part) => isTokenNode(part) && isTokenComma(part.value))
    const name = textOf(comma < 0 ? value.value : value.value.slice(0, comma), '')
    const found = name.startsWith('--') ? find(name) : undefined
    // What is put in does not grow together with what stands beside it.
    if (found !== undefined) return ` ${found} `
    const fallback = comma < 0 ? null : putIn(value.value.slice(comma + 1), find, spend)
    return fallback === null ? null : ` ${fallback} `
  }
  if ((isFunctionNode(value) || isSimpleBlockNode(value)) && hasVariable(value.toString())) {
    const inner = putIn(value.value, find, spend)
    if (inner === null) return null
    const tokens = value.tokens()
    return `${tokens[0]?.[1] ?? ''}${inner}${tokens.at(-1)?.[1] ?? ''}`
  }
  return isWhitespaceNode(value) ? ' ' : textOf([value], ' ')
}

/**
 * The custom properties of an element within one that has `inherited`: `own` by name, as they are written. What refers to
 * itself, over however many others, has no value.
 */
export function inheritVariables(
  inherited: Variables,
  own: Readonly<Record<string, string>>,
  spend: (length: number) => void,
): Variables {
  // Those that are inherited are found through the prototype: copied for every element, they would grow without bounds.
  const variables: Record<string, string | undefined> = Object.create(inherited)
  const open = new Set<string>()
  const settled = new Set<string>()
  const cyclic = new Set<string>()
  const find = (name: string): string | undefined => {
    const text = Object.hasOwn(own, name) ? own[name] : undefined
    if (text === undefined || settled.has(name)) return variables[name]
    // No file has such a chain, and each link of it is a call within a call.
    if (open.size >= DEEPEST) return undefined
    if (open.has(name)) {
      // All that were opened since are in the circle.
      const path = [...open]
      for (const member of path.slice(path.indexOf(name))) cyclic.add(member)
      return undefined
    }
    open.add(name)
    variables[name] = read(name, text)
    if (cyclic.has(name)) variables[name] = undefined
    open.delete(name)
    settled.add(name)
    return variables[name]
  }
  const read = (name: string, text: string): string | undefined => {
    const word = text.trim().toLowerCase()
    if (word === 'initial') return undefined
    if (/^(?:inherit|unset|revert|revert-layer)$/.test(word)) return inherited[name]
    return hasVariable(text) ? (putInVariables(text, find, spend) ?? undefined) : text
  }
  for (const name in own) find(name)
  return variables
}
