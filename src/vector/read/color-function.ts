import { color } from '@csstools/css-color-parser'
import {
  type ComponentValue,
  isFunctionNode,
  isTokenNode,
  isWhiteSpaceOrCommentNode,
  parseListOfComponentValues,
  replaceComponentValues,
} from '@csstools/css-parser-algorithms'
import { isTokenComma, isTokenIdent, tokenize } from '@csstools/css-tokenizer'
import { formatHex } from 'culori/fn'
import type { ReadColor } from './color'
import { toRgb } from './color-spaces'
import { SYSTEM_COLORS } from './system-colors'

/** Maximum length of a color in UTF-16 units. */
const MAX_LENGTH = 2048

/** Number of colors to cache: many shapes have the same one, and parsing is slow. */
const MAX_CACHED = 4096
const known = new Map<string, ReadColor | null>()

/**
 * Reads a color in a functional notation of CSS Color 4 and 5 (`hwb()`, `oklch()`, `color-mix()`, relative colors and so on),
 * `light-dark()` with the light value, or a system color. Null for a syntax error. `text` must be in lower case.
 */
export function readColorFunction(text: string, current: ReadColor): ReadColor | null {
  if (text.length > MAX_LENGTH) return null
  const key = text.includes('currentcolor') ? `${cssOf(current)} ${text}` : text
  const before = known.get(key)
  if (before !== undefined) return before
  const read = parse(text, current)
  if (known.size >= MAX_CACHED) known.clear()
  known.set(key, read)
  return read
}

function parse(text: string, current: ReadColor): ReadColor | null {
  let values: ComponentValue[]
  try {
    values = parseListOfComponentValues(tokenize({ css: text }))
  } catch {
    // Brackets are nested too deeply.
    return null
  }
  const [first, ...rest] = values.filter((value) => !isWhiteSpaceOrCommentNode(value))
  if (!first || rest.length > 0) return null
  const own = replaceAll(first, current)
  const data = color(own)
  const rgb = data && toRgb(data)
  if (!rgb || typeof data.alpha !== 'number') return null
  const opacity = Number.isNaN(data.alpha) ? 0 : Math.min(1, Math.max(0, data.alpha))
  return { color: formatHex(rgb), opacity, exact: own.toString() }
}

const replaceAll = (value: ComponentValue, current: ReadColor): ComponentValue =>
  replaceComponentValues([[value]], (one) => replace(one, current))[0]?.[0] ?? value

/** Resolves `currentColor`, system colors and `light-dark()`, which the library does not know. */
function replace(value: ComponentValue, current: ReadColor): ComponentValue | undefined {
  if (isTokenNode(value) && isTokenIdent(value.value)) {
    const word = value.value[4].value
    if (word === 'currentcolor') return parseSingle(cssOf(current))
    const system = SYSTEM_COLORS[word]
    return system === undefined ? undefined : parseSingle(system)
  }
  if (!isFunctionNode(value) || value.getName() !== 'light-dark') return undefined
  const comma = value.value.findIndex((part) => isTokenNode(part) && isTokenComma(part.value))
  if (comma < 0) return undefined
  const [light, dark] = [value.value.slice(0, comma), value.value.slice(comma + 1)].map((side) => {
    const [one, ...rest] = side.filter((part) => !isWhiteSpaceOrCommentNode(part))
    return one && rest.length === 0 ? replaceAll(one, current) : undefined
  })
  // The dark value is not used, but must be a valid color.
  return light && dark && color(dark) ? light : undefined
}

/** Formats a color as CSS, short enough to be parsed again. */
function cssOf({ color, opacity, exact = '' }: ReadColor): string {
  if (exact !== '' && exact.length <= MAX_LENGTH / 8) return exact
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return `rgb(${parts.join(' ')} / ${opacity})`
}

const parseSingle = (text: string): ComponentValue | undefined =>
  parseListOfComponentValues(tokenize({ css: text }))[0]
