import type { Hex } from './hex'
import { promptColorWords } from './names'

/** After the user's own text. */
const SENTENCE = ' Use only these colors: '

/** How a color is mentioned. */
const mention = (hex: Hex) => `${promptColorWords(hex)} ${hex}`

/**
 * Adds a sentence to the prompt that asks for these colors, each in plain words and as hex: the first ones, as many as fit into
 * `limit` characters. The user's text is never cut. The file's own color names are not sent: they are private, and a model may
 * draw words such as "primary/500".
 */
export function promptWithColors(prompt: string, colors: readonly Hex[], limit: number): string {
  const own = prompt.trim()
  const lead = own === '' || /[.!?]$/.test(own) ? own : `${own}.`
  let text = own
  const parts: string[] = []
  for (const hex of colors) {
    parts.push(mention(hex))
    const longer = `${lead}${SENTENCE}${parts.join(', ')}.`
    if (longer.length > limit) break
    text = longer
  }
  return text
}

/**
 * The user's own text of a prompt that `promptWithColors` wrote, without the period that it may have added. Any other text is
 * returned as it is.
 */
export function withoutColors(prompt: string): string {
  let own = prompt
  // Earlier versions added the sentence once more each time the prompt was used again.
  for (let at = own.lastIndexOf(SENTENCE); at >= 0; at = own.lastIndexOf(SENTENCE)) {
    if (!isMentions(own.slice(at + SENTENCE.length))) break
    own = own.slice(0, at)
  }
  return own === prompt ? prompt : own.replace(/(?<![.!?])\.$/, '')
}

/** Whether a text is a list of colors as `promptWithColors` writes it. */
const isMentions = (text: string): boolean =>
  text.endsWith('.') &&
  text
    .slice(0, -1)
    .split(', ')
    .every((part) => /#[0-9a-f]{6}$/.test(part) && part === mention(part.slice(-7)))
