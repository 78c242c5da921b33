import type { StoredRequest } from '../../segmind/request'
import { truncate } from '../../text/truncate'
import { and, integer, money } from './format'
import { modelName, sizeName, styleName } from './names'

/** The form for new images. */

export const tabs = { create: 'Create', history: 'History', settings: 'Settings' } as const

export const prompt = {
  label: 'Prompt',
  placeholder: 'Describe an illustration',
  /** Both in characters. */
  count: (length: number, limit: number) => `${integer(length)} / ${integer(limit)}`,
  tooLong: (limit: number) => `Shorten the prompt to ${integer(limit)} characters.`,
  empty: 'Write a prompt first.',
}

/** The menu with additions to the prompt and examples. */
export const ideas = {
  label: 'Ideas',
  add: 'Add to the prompt',
  examples: 'Examples',
  recent: 'Recent',
  start: 'Start from an idea',
  additions: [
    { name: 'Plain background', words: 'plain background' },
    { name: 'One object, centered', words: 'one object, centered' },
    { name: 'Thick outlines', words: 'thick outlines' },
    { name: 'Few colors', words: 'few colors' },
    { name: 'No text', words: 'no text' },
  ],
}

/** Accessible name of the form. */
export const compose = 'New image'

/** Example prompts by use. */
export const examples: readonly { readonly name: string; readonly prompt: string }[] = [
  {
    name: 'Icon',
    prompt: 'A single rocket icon, bold simple shapes, flat colors, centered, plain background, no text',
  },
  {
    name: 'Logo',
    prompt:
      'A minimal logo mark of a fox head made of geometric shapes, two colors, plain white background, no text',
  },
  {
    name: 'Spot illustration',
    prompt:
      'A spot illustration of a person watering an oversized houseplant, soft pastel palette, rounded shapes, plain background',
  },
  {
    name: 'Pattern',
    prompt: 'A seamless pattern of citrus slices and leaves, evenly spaced, flat colors, mid-century style',
  },
  {
    name: 'Infographic',
    prompt:
      'An isometric infographic scene of a delivery: warehouse, truck and house joined by a dotted path, limited palette, no text',
  },
]

export const modelLabel = 'Model'
export const styleLabel = 'Style'
export const sizeLabel = 'Size'

/** The proportion of a size, shown before the size itself. */
export const drawnAt = (ratio: string) => `${ratio}, drawn at`

/** The first entry of the sizes while a frame is selected. */
export const match = (frame: string) => `Match ${frame}`

/** The size of a frame, in px. */
export const frameSize = ({ width, height }: { readonly width: number; readonly height: number }) =>
  `${integer(width)} × ${integer(height)}`

export const generate = {
  /** `price`: of one picture, in US dollars. */
  label: (count: number, price: number) =>
    count === 1 ? `Generate · ${money(price)}` : `Generate ${count} · ${money(price * count)}`,
  count: 'Number of images',
  fewCredits: 'Not enough credits at Segmind.',
  noCredits: 'Not enough credits at Segmind. Add some at cloud.segmind.com.',
  offline: 'You’re offline. Nothing can be sent now.',
  opening: 'Opening your images…',
  noKey: 'Save your key first.',
  variation: 'The prompt, style and size of this image are in the form. Click Generate to draw it again.',
  noJournal: 'Your images cannot be read.',
  retired: 'Segmind no longer offers this model. Your images stay. Look for a newer version of Inkwright.',
  notOffered: 'This version does not offer the model, style, or size of this image. Edit the prompt instead.',
}

/** Names what a picture was made with and the form does not offer. */
export function notOffered({ model, style, size }: NotOffered): string {
  const missing = [
    ...(model === null ? [] : [`model “${modelName({ model })}”`]),
    ...(style === null ? [] : [`style “${styleName(style)}”`]),
    ...(size === null ? [] : [`size “${sizeName(size)}”`]),
  ]
  return `Not offered in this version: ${and(missing)}. The form keeps its own choice.`
}

/** The model, style, and size that the form does not offer; null for each that it does, or that was not given. */
export interface NotOffered {
  readonly model: string | null
  readonly style: string | null
  readonly size: string | null
}

/** The balance at Segmind, in US dollars. */
export const balanceLabel = (dollars: number) => `Balance ${money(dollars)}, refresh`
export const balanceTip = 'Balance at Segmind. Click to refresh.'

export const cancel = 'Cancel'
export const dismiss = 'Dismiss'

/** Why Generate is disabled. `limit`: of the prompt, in characters. */
export const blocker = (reason: Blocker, limit: number): string =>
  ({
    'no-prompt': prompt.empty,
    'prompt-too-long': prompt.tooLong(limit),
    'no-key': generate.noKey,
    opening: generate.opening,
    'no-credits': generate.noCredits,
    offline: generate.offline,
    'no-journal': generate.noJournal,
    'not-offered': generate.notOffered,
    retired: generate.retired,
  })[reason]

/** Why a request cannot be sent. */
export type Blocker =
  | 'no-credits'
  | 'offline'
  | 'no-key'
  | 'opening'
  | 'no-journal'
  | 'no-prompt'
  | 'prompt-too-long'
  | 'not-offered'
  | 'retired'

/** Toasts of quick actions, which run without the panel. */
export const quick = {
  /** The activity and the prompt, which may be truncated. */
  station: (activity: string, { prompt }: StoredRequest) => `${activity} “${prompt}”`,
  notInserted: 'The image is ready, but was not inserted. It is in the panel.',
}

/** Truncates a text to the 100 characters that a toast can show. */
export const short = (text: string) => truncate(text, 100)
