import type { Hex } from './hex'
import { promptColorWords } from './names'

const OPENING = 'Use only these colors: '

/**
 * Adds a sentence to the prompt that asks for these colors, each in plain words and as hex: the first ones, as many as fit into
 * `limit` characters. The user's text is never cut. The file's own color names are not sent: they are private, and a model may
 * draw words such as "primary/500".
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
