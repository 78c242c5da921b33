import { PRICE, PROMPT_LIMIT, type Size } from '../segmind/request'
import { integer, money } from './format'
import { sizeName } from './names'

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
export const sizeLabel = 'Size'

/** Offered where a frame is selected that the picture goes into. */
export const matchFrame = (size: Size) => `Match frame, ${sizeName(size)}`

export const generate = {
  label: `Generate · ${price}`,
  sending: 'This one is on its way.',
  opening: 'Opening your pictures…',
  noKey: 'Save your key first.',
  variation: 'The form holds what this picture was made from. Generate draws it once more.',
  noJournal: 'Your pictures cannot be read.',
}

/** The balance under the button. */
export const balance = (dollars: number) => `Balance ${money.format(dollars)}`

export const cancel = 'Cancel'
export const dismiss = 'Dismiss'

/** Why Generate cannot be pressed. */
export const obstacle = (reason: Obstacle): string =>
  ({
    'no-prompt': prompt.empty,
    'prompt-too-long': prompt.tooLong,
    'no-key': generate.noKey,
    opening: generate.opening,
    sending: generate.sending,
    'no-journal': generate.noJournal,
  })[reason]

/** Why Generate cannot be pressed right now, as the panel knows it. */
export type Obstacle = 'no-key' | 'opening' | 'no-journal' | 'no-prompt' | 'prompt-too-long' | 'sending'

/** What quick actions say on the canvas, without a panel. */
export const quick = {
  drawing: (text: string) => `Drawing “${text}”`,
  notInserted: 'The picture is ready, but was not inserted. It is in the panel.',
}

/** What Figma shows of a text at the foot of the canvas: 100 characters. */
export const short = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text)
