import type { Stage } from '../jobs/draw'
import type { FaultCode } from '../protocol/fault'
import type { SegmindError } from '../segmind/errors'
import { PRICE, PROMPT_LIMIT, type Size, type Style } from '../segmind/request'
import type { VectorErrorCode } from '../vector/errors'
import type { LeftOut } from '../vector/read/read'

/** Everything a user reads, in one place: say what happened, whether it cost anything, and what to do. */

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const integer = new Intl.NumberFormat('en-US')
const kilobytes = new Intl.NumberFormat('en-US', {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 0,
})

const price = money.format(PRICE)

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
  running: 'One picture at a time: the next can start when this one is done.',
}

export const cancel = 'Cancel'
export const dismiss = 'Dismiss'

export const stages: Record<Stage | 'late' | 'tidying', string> = {
  sending: 'Sending the prompt…',
  queued: 'Waiting for Segmind to start…',
  drawing: 'Drawing…',
  late: 'Still drawing, longer than usual…',
  fetching: 'Fetching the picture…',
  tidying: 'Tidying the layers…',
}

export const progress = 'Progress'

/** Whole seconds as m:ss. */
export const elapsed = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

export const result = {
  heading: 'Result',
  ready: 'The picture is ready.',
  insert: 'Insert',
  inserting: 'Inserting…',
  inserted: (layers: number) => `Inserted on the canvas: ${count(layers, 'layer')}.`,
  facts: (style: string, size: string, layers: number, length: number) =>
    [style, size, count(layers, 'layer'), kilobytes.format(Math.max(1, length / 1000))].join(' · '),
  leftOut: (leftOut: LeftOut) =>
    `Left out, because Figma cannot keep it: ${Object.entries(leftOut)
      .map(([kind, number]) => `${integer.format(number)} × ${kind}`)
      .join(', ')}.`,
}

export const history = {
  heading: 'Pictures of this visit',
  empty: 'Pictures that you generate appear here while the panel is open.',
  open: (promptText: string) => `Open “${promptText}”`,
  keep: 'They stay until the panel closes. Insert the ones you want to keep.',
}

export const key = {
  label: 'API key',
  placeholder: 'SG_…',
  save: 'Save key',
  remove: 'Remove key',
  show: 'Show key',
  hide: 'Hide key',
  saved: 'The key is saved on this device.',
  removed: 'The key is removed from this device.',
  empty: 'Paste your key first.',
  unprintable:
    'This does not look like a key: it has spaces or unusual characters in it. Copy it again from Segmind.',
  where: 'Get one at cloud.segmind.com',
  whereUrl: 'https://cloud.segmind.com',
  how: 'Sign in and open API Keys.',
  kept: 'It is kept on this device only, and sent to Segmind and nowhere else.',
}

export const firstRun = {
  heading: 'Pictures from words, as editable layers',
  what: 'Write a prompt, pick a style, and Inkwright puts the drawing on your canvas as vectors.',
  cost: `Segmind draws each picture and charges your account ${price}.`,
}

export const settings = {
  heading: 'Segmind',
  have: 'A key is saved on this device.',
  loading: 'Opening…',
  privacyHeading: 'Privacy',
  privacy:
    'The prompt, the style and the size go to Segmind with your key. Nothing of your document leaves Figma.',
}

export const actions = {
  resume: 'Pick up the picture',
  retry: 'Try again',
  settings: 'Open settings',
  reload: 'Try again',
}

/** A failure as the panel shows it. */
export interface Notice {
  readonly title: string
  readonly text: string
}

const CHARGED = {
  no: 'Nothing was charged.',
  yes: 'The picture was charged.',
  unknown: 'It may have been charged.',
}

/** What went wrong between the click and the picture: what happened, what it cost, what to do. */
export function segmindNotice(error: SegmindError): Notice {
  const { title, next } = explain(error)
  const { serverMessage } = error
  const quote = serverMessage
    ? `Segmind says: “${serverMessage}”${/[.!?…]$/.test(serverMessage) ? '' : '.'}`
    : ''
  return { title, text: [quote, cost(error), next].filter(Boolean).join(' ') }
}

function cost(error: SegmindError): string {
  if (error.kind === 'cancelled' && error.requestId) return 'Segmind finishes the picture and charges it.'
  if (error.requestId && error.charged === 'unknown')
    return 'Segmind charges the picture once it is finished.'
  return CHARGED[error.charged]
}

function explain(error: SegmindError): { title: string; next: string } {
  const pickUp = 'You can pick it up within the hour at no further cost.'
  const again = error.requestId
    ? pickUp
    : error.charged === 'no'
      ? 'Try again.'
      : `Look into your account at Segmind first: trying again may cost another ${price}.`
  switch (error.kind) {
    case 'invalid-key':
      return { title: 'Segmind did not accept the key.', next: 'Check the key in Settings.' }
    case 'insufficient-credits':
      return {
        title: 'Your credits at Segmind are used up.',
        next: 'Add credits at cloud.segmind.com, then try again.',
      }
    case 'rate-limited':
      return {
        title: 'Too many requests in a short time.',
        next: error.requestId ? pickUp : 'Wait a minute, then try again.',
      }
    case 'rejected':
      return { title: 'Segmind refused the request.', next: 'Change the prompt and try again.' }
    case 'failed':
      return { title: 'Segmind could not draw this.', next: 'Change the prompt and try again.' }
    case 'expired':
      return {
        title: 'Segmind no longer has this picture.',
        next: 'It keeps pictures for an hour. Generate it again.',
      }
    case 'unavailable':
      return {
        title: 'Segmind is not available right now.',
        next: error.requestId ? pickUp : 'Try again in a few minutes.',
      }
    case 'timeout':
      return { title: 'Segmind did not answer in time.', next: again }
    case 'offline':
      return { title: 'The connection to Segmind failed.', next: `Check your internet connection. ${again}` }
    case 'blocked-by-cors':
      return {
        title: 'Segmind is reachable, but its answer is withheld from plugins.',
        next: 'This is a setting of the service, not of your computer. Please report it to us.',
      }
    case 'unreadable':
      return { title: 'Segmind’s answer could not be read.', next: again }
    case 'foreign-host':
      return {
        title: 'The picture lies where Inkwright may not fetch it.',
        next: `It is at ${error.host ?? 'an unknown address'}. You find it in your account at Segmind.`,
      }
    case 'cancelled':
      return { title: 'You stopped waiting.', next: again }
  }
}

const VECTOR: Record<VectorErrorCode, string> = {
  'not-svg': 'What Segmind delivered is not a complete vector picture.',
  'too-large': 'The picture is too large for Figma to take.',
  unsafe: 'The picture holds code that has no place in a picture, so it was not opened.',
  'nothing-drawn': 'The picture is empty.',
}

/** What went wrong while the picture was prepared. It was paid for by then. */
export function vectorNotice(code: VectorErrorCode): Notice {
  return {
    title: VECTOR[code],
    text: `${CHARGED.yes} Change the prompt and try again, or ask Segmind for a refund.`,
  }
}

const INSERT: Partial<Record<FaultCode, Notice>> = {
  'import-refused': {
    title: 'Figma could not read this picture.',
    text: 'Nothing was added to your page. Generate it once more with another style.',
  },
  'import-empty': {
    title: 'Figma found nothing to draw in this picture.',
    text: 'Nothing was added to your page. Generate it once more with another style.',
  },
  'page-unavailable': {
    title: 'This page cannot be edited.',
    text: 'Open a file that you can edit. The picture waits here.',
  },
  timeout: {
    title: 'Figma is taking very long.',
    text: 'Look at your page first: the picture may be there already. It also waits here.',
  },
}

/** What went wrong while the picture was put on the canvas: it is still here, and inserting costs nothing. */
export function insertNotice(code: FaultCode): Notice {
  return (
    INSERT[code] ?? {
      title: 'The picture was not inserted.',
      text: 'It is still here, and inserting costs nothing. Try again, or close and reopen Inkwright.',
    }
  )
}

/** What went wrong while settings were read or kept. */
export function settingsNotice(code: FaultCode): Notice {
  if (code === 'storage-full') {
    return { title: 'There is no room left to save this.', text: 'Nothing was changed.' }
  }
  return {
    title: 'Figma did not answer for the settings.',
    text: 'Nothing was charged or changed. Try again, or close and reopen Inkwright.',
  }
}

/** Something failed that has no place of its own. */
export const unexpected: Notice = {
  title: 'Something in Inkwright went wrong.',
  text: 'Nothing was charged by this. Close and reopen Inkwright if it does not go on.',
}

const count = (number: number, noun: string) => `${integer.format(number)} ${noun}${number === 1 ? '' : 's'}`
