import type { Hex } from './hex'
import { promptColorWords } from './names'

const OPENING = 'Use only these colors: '

/**
 * The prompt with a sentence that asks for these colors, each in plain words and as hex, as many of them as fit the limit (in
 * characters), the first ones first. The user's own words are never cut. The names that the file has for the colors are not
 * sent: they are nobody's business outside of it, and a model may draw words such as "primary/500".
 */
export function promptWithColors(prompt: string, colors: readonly Hex[], limit: number): string {
  const own = prompt.trim()
  const lead = own === '' || /[.!?]$/.test(own) ? `${own} ` : `${own}. `
  let text = own
  const parts: string[] = []
  for (const hex of colors) {
    parts.push(`${promptColorWords(hex)} ${hex}`)
    const longer = `${lead}${OPENING}${parts.join(', ')}.`
    if (longer.length > limit) break
    text = longer
  }
  return text
}
