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

/** Custom properties by name, including inherited ones; undefined for one without a valid value. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Maximum length of a chain of references, each of which is a nested call. No real file comes close. */
const MAX_CHAIN = 100

export const NO_VARIABLES: Variables = Object.create(null)

/**
 * Replaces each `var()` in a text by its value. Null if one has neither a value nor a fallback. `find` returns the value of a
 * name; `spend` receives the amount of text read and written, and may throw.
 */
export function substituteVariables(
  text: string,
  find: (name: string) => string | undefined,
  spend: (length: number) => void,
): string | null {
  // Reading costs time even if the result is empty.
  spend(text.length)
  const values = readValues(text)
  return values && substitute(values, find, spend)
}

function substitute(
  values: readonly ComponentValue[],
  find: (name: string) => string | undefined,
  spend: (length: number) => void,
): string | null {
  const parts: string[] = []
  for (const value of values) {
    const part = substituteOne(value, find, spend)
    if (part === null) return null
    spend(part.length)
    parts.push(part)
  }
  return parts.join('').trim()
}

function substituteOne(
  value: ComponentValue,
  find: (name: string) => string | undefined,
  spend: (length: number) => void,
): string | null {
  const isVar = isFunctionNode(value) && value.getName().toLowerCase() === 'var'
  if (isVar) {
    const comma = value.value.findIndex((part) => isTokenNode(part) && isTokenComma(part.value))
    const name = textOf(comma < 0 ? value.value : value.value.slice(0, comma), '')
    const found = name.startsWith('--') ? find(name) : undefined
    // Spaces keep the value separate from adjacent tokens.
    if (found !== undefined) return ` ${found} `
    const fallback = comma < 0 ? null : substitute(value.value.slice(comma + 1), find, spend)
    return fallback === null ? null : ` ${fallback} `
  }
  if ((isFunctionNode(value) || isSimpleBlockNode(value)) && hasVariable(value.toString())) {
    const inner = substitute(value.value, find, spend)
    if (inner === null) return null
    const tokens = value.tokens()
    return `${tokens[0]?.[1] ?? ''}${inner}${tokens.at(-1)?.[1] ?? ''}`
  }
  return isWhitespaceNode(value) ? ' ' : textOf([value], ' ')
}

/**
 * Resolves the custom properties of an element: `own` as written, `inherited` from its parent. Circular references have no
 * value.
 */
export function inheritVariables(
  inherited: Variables,
  own: Readonly<Record<string, string>>,
  spend: (length: number) => void,
): Variables {
  // Inherited properties are found through the prototype: copying them for every element could take too much memory.
  const variables: Record<string, string | undefined> = Object.create(inherited)
  const open = new Set<string>()
  const settled = new Set<string>()
  const cyclic = new Set<string>()
  const find = (name: string): string | undefined => {
    const text = Object.hasOwn(own, name) ? own[name] : undefined
    if (text === undefined || settled.has(name)) return variables[name]
    if (open.size >= MAX_CHAIN) return undefined
    if (open.has(name)) {
      // All properties opened since then are part of the cycle.
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
    return hasVariable(text) ? (substituteVariables(text, find, spend) ?? undefined) : text
  }
  for (const name in own) find(name)
  return variables
}
