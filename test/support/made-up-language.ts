import { en as english } from '../../src/strings/en'

/** Converts Latin letters to full-width ones. Other text then does not come from the language. */
export const toFullWidth = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))

/** Converts every text of a language, including those that its functions return, to full-width letters. */
function translate<T>(part: T, key = ''): T {
  if (/url$/i.test(key)) return part
  if (typeof part === 'string') return toFullWidth(part) as T
  if (typeof part === 'function')
    return ((...values: readonly unknown[]) => translate((part as unknown as Print)(...values))) as T
  if (Array.isArray(part)) return part.map((each) => translate(each)) as T
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, translate(value, name)])) as T
}

type Print = (...values: readonly unknown[]) => unknown

/** The language of builds with `INKWRIGHT_LANGUAGE`. */
export const en = translate(english)
