import { PRICE, PROMPT_LIMIT, type Size, type Style } from '../segmind/request'
import { integer, money } from './format'

/** The form. */

export const price = money.format(PRICE)

export const tabs = { create: 'Create', history: 'History', settings: 'Settings' } as const

export const prompt = {
  label: 'Prompt',
  placeholder: 'A red panda holding a sign…',
  count: (length: number) => `${integer.format(length)} / ${integer.format(PROMPT_LIMIT)}`,
  tooLong: `Segmind takes at most ${integer.format(PROMPT_LIMIT)} characters. Shorten the prompt a little.`,
  empty: 'Write a prompt first.',
}

export const styleLabel = 'Style'
export const styles: Record<Style, string> = {
  any: 'Any',
  engraving: 'Engraving',
  line_art: 'Line art',
  line_circuit: 'Line circuit',
  linocut: 'Linocut',
}

export const sizeLabel = 'Size'
/** `1365x1024` as people write it. */
export const sizeName = (size: Size) => size.replace('x', ' × ')

export const generate = {
  label: `Generate · ${price}`,
  sending: 'This one is on its way.',
  opening: 'Opening your pictures…',
  noKey: 'Save your key first.',
  noJournal: 'Your pictures cannot be read.',
}

/** The balance under the button. */
export const balance = (dollars: number) => `Balance ${money.format(dollars)}`

export const cancel = 'Cancel'
export const dismiss = 'Dismiss'
