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

/** No color is longer in UTF-16 units, however much is mixed in it. */
const LONGEST = 2048

/** Colors that are remembered: many shapes have the same one, and reading takes its time. */
const REMEMBERED = 4096
const known = new Map<string, ReadColor | null>()

/**
 * Reads a color in a functional notation of CSS Color 4 and 5 (`hwb()`, `oklch()`, `color-mix()`, relative colors and the
 * rest), `light-dark()` for a light screen, or a system color. Null for a syntax error. `text` is in lower case.
 */
export function readColorFunction(text: string, current: ReadColor): ReadColor | null {
  if (text.length > LONGEST) return null
  const key = text.includes('currentcolor') ? `${cssOf(current)} ${text}` : text
  const before = known.get(key)
  if (before !== undefined) return before
  const read = parse(text, current)
  if (known.size >= REMEMBERED) known.clear()
  known.set(key, read)
  return read
}

function parse(text: string, current: ReadColor): ReadColor | null {
  let values: ComponentValue[]
  try {
    values = parseListOfComponentValues(tokenize({ css: text }))
  } catch {
    // Brackets within brackets, beyond all measure.
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

/** What the library leaves to its caller, which knows the element and the screen. */
function replace(value: ComponentValue, current: ReadColor): ComponentValue | undefined {
  if (isTokenNode(value) && isTokenIdent(value.value)) {
    const word = value.value[4].value
    if (word === 'currentcolor') return single(cssOf(current))
    const system = SYSTEM_COLORS[word]
    return system === undefined ? undefined : single(system)
  }
  if (!isFunctionNode(value) || value.getName() !== 'light-dark') return undefined
  const comma = value.value.findIndex((part) => isTokenNode(part) && isTokenComma(part.value))
  if (comma < 0) return undefined
  const [light, dark] = [value.value.slice(0, comma), value.value.slice(comma + 1)].map((side) => {
    const [one, ...rest] = side.filter((part) => !isWhiteSpaceOrCommentNode(part))
    return one && rest.length === 0 ? replaceAll(one, current) : undefined
  })
  // The other one is not used, but must still be a color.
  return light && dark && color(dark) ? light : undefined
}

/** A color in CSS; no longer than what is read again. */
function cssOf({ color, opacity, exact = '' }: ReadColor): string {
  if (exact !== '' && exact.length <= LONGEST / 8) return exact
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return `rgb(${parts.join(' ')} / ${opacity})`
}

const single = (text: string): ComponentValue | undefined =>
  parseListOfComponentValues(tokenize({ css: text }))[0]
