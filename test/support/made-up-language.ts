import { en as english } from '../../src/strings/en'

/** The same in full-width letters: a text that is still in plain ones does not come from the language. */
export const wide = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))

/** Every text of a language in full-width letters, also those that its functions return. */
function translate<T>(part: T, key = ''): T {
  if (/url$/i.test(key)) return part
  if (typeof part === 'string') return wide(part) as T
  if (typeof part === 'function')
    return ((...values: readonly unknown[]) => translate((part as unknown as Print)(...values))) as T
  if (Array.isArray(part)) return part.map((each) => translate(each)) as T
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, translate(value, name)])) as T
}

type Print = (...values: readonly unknown[]) => unknown

/** What a build with `INKWRIGHT_LANGUAGE` takes for the plugin's language. */
export const en = translate(english)
