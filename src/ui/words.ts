import type { Activity, Job, JobError } from '../jobs/job'
import { BUDGET } from '../jobs/room'
import type { FaultCode } from '../protocol/fault'
import { PRICE, PROMPT_LIMIT, type Size, type Style } from '../segmind/request'
import type { VectorErrorCode } from '../vector/errors'
import type { LayerMode } from '../vector/layers/arrange'
import type { Report, Stage } from '../vector/prepare'
import type { LeftOut } from '../vector/read/read'
import type { BackgroundMode } from '../vector/steps/background'

/** Everything a user reads, in one place: say what happened, whether it cost anything, and what to do. */

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const integer = new Intl.NumberFormat('en-US')
const megabytes = new Intl.NumberFormat('en-US', {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 1,
})
const kilobytes = new Intl.NumberFormat('en-US', {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 0,
})

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 })

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
  sending: 'This one is on its way.',
  opening: 'Opening your pictures…',
  noKey: 'Save your key first.',
  noJournal: 'Your pictures cannot be read.',
}

/** The balance under the button. */
export const balance = (dollars: number) => `Balance ${money.format(dollars)}`

export const cancel = 'Cancel'
export const dismiss = 'Dismiss'

const activities: Record<Activity | 'late', string> = {
  'in-line': 'Starts when another picture is done…',
  sending: 'Sending the prompt…',
  stopping: 'Stopping…',
  waiting: 'Too many requests: it is sent again by itself.',
  queued: 'Waiting for Segmind to start…',
  drawing: 'Drawing…',
  late: 'Still drawing, longer than usual…',
  fetching: 'Fetching the picture…',
  keeping: 'Storing the picture…',
}

/** How much longer than usual a picture may take before that is worth a word. */
const LATE = 1.4

/** What a job is doing. `now` and `expected` in ms. */
export function activity(job: Job, now: number, expected: number): string {
  if (job.activity === null) return ''
  const isLate = job.activity === 'drawing' && now - job.startedAt > expected * LATE
  return activities[isLate ? 'late' : job.activity]
}

/** Time until a refused request is sent again. */
export const continuesIn = (seconds: number) => `continues in ${elapsed(Math.max(0, seconds))}`

export const progress = (promptText: string) => `Progress of “${promptText}”`

/** Whole seconds as m:ss. */
export const elapsed = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

export const result = {
  heading: 'Result',
  ready: 'The picture is ready.',
  insert: 'Insert',
  inserting: 'Inserting…',
  inserted: (layers: number) => `Inserted on the canvas: ${count(layers, 'layer')}.`,
  facts: ({ shapesIn, layersOut, bytesOut }: Report) =>
    [
      `${count(shapesIn, 'shape')} → ${count(layersOut, 'layer')}`,
      kilobytes.format(Math.max(1, bytesOut / 1000)),
    ].join(' · '),
  preparing: 'Progress of the layers',
  stages: {
    reading: 'Reading the picture…',
    colours: 'Looking at its colours…',
    layers: 'Arranging the layers…',
    writing: 'Writing the layers…',
  } satisfies Record<Stage, string>,
  layers: (number: number) => count(number, 'layer'),
  moreLayers: (number: number) => `and ${integer.format(number)} more`,
  leftOut: (leftOut: LeftOut) =>
    `Left out, because Figma cannot keep it: ${Object.entries(leftOut)
      .map(([kind, number]) => count(number, LEFT_OUT[kind] ?? 'unknown element'))
      .join(', ')}.`,
}

/** What cannot be kept, as people call it. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  text: 'text',
  image: 'image',
  foreignObject: 'web page',
  script: 'script',
  video: 'video',
  audio: 'sound',
  iframe: 'web page',
  canvas: 'canvas',
  animation: 'animation',
  filter: 'filter',
  mask: 'mask',
  pattern: 'pattern fill',
  marker: 'arrowhead',
  'mix-blend-mode': 'blend mode',
  paint: 'unreadable colour',
  'clip-path': 'unreadable clip',
  'css-rule': 'style rule',
  'external-reference': 'link to another file',
  'group-opacity': 'group opacity',
  'out-of-reach': 'shape far outside the picture',
  'path-length': 'scaled dash',
  'radial-focus': 'gradient focus',
  'spread-method': 'repeating gradient',
  'stroke-dasharray': 'dash',
  'stroke-dashoffset': 'dash offset',
  transform: 'unreadable transform',
  'transform-origin': 'transform origin',
  'uneven-stroke': 'unevenly scaled line',
  use: 'repeated symbol',
  linearGradient: 'gradient',
  radialGradient: 'gradient',
}

export const tidying = {
  layers: 'Layers',
  layerModes: {
    merged: 'Merged',
    grouped: 'Grouped',
    'as-drawn': 'As drawn',
  } satisfies Record<LayerMode, string>,
  background: 'Background',
  backgroundModes: {
    keep: 'Keep',
    frame: 'As frame fill',
    remove: 'Remove',
  } satisfies Record<BackgroundMode, string>,
  colours: 'Colours',
  /** From every colour its own to alike ones joined. */
  unifySteps: ['Keep all', 'Join a few', 'Join more', 'Join many'],
}

export const palette = {
  label: (number: number) => `Palette, ${count(number, 'colour')}`,
  entry: (colour: string, share: number) => `${colour}, ${percent.format(share)}`,
  more: (number: number) => `+${integer.format(number)}`,
}

export const unstored = {
  title: 'The picture could not be stored.',
  full: 'The room for pictures on this device is used up. Save it as a file, or insert it now.',
  unavailable:
    'Figma did not take it. It stays here until the panel closes: save it as a file, or insert it now.',
  consent:
    'The room for pictures is used up by pictures that you have not inserted or have starred. Save this one as a file, or let the oldest of those go.',
  save: 'Save as SVG',
  again: 'Store again',
  makeRoom: 'Remove the oldest',
}

/** What is wrong with a picture that is in memory only; null where it is stored. */
export const unstoredNotice = (job: Job): Notice | null =>
  job.unstored && { title: unstored.title, text: unstored[job.unstored] }

/** The journal could not be read: nothing is lost, but nothing can be written down either, so nothing is sent. */
export const journalNotice: Notice = {
  title: 'Figma does not answer for your pictures.',
  text: 'They are not lost. Until it answers nothing can be noted, so nothing is sent and nothing is charged.',
}

/** A kept picture that could not be read from the storage. */
export const missingNotice: Notice = {
  title: 'This picture could not be read.',
  text: 'Nothing is charged for trying again.',
}

/** The user stopped it, or the sandbox did not hand over the code that does it. */
export const unpreparedNotice: Notice = {
  title: 'The layers of this picture are not made yet.',
  text: 'It is kept, and nothing is charged for trying again.',
}

export const history = {
  heading: 'Your pictures',
  empty: 'Pictures that you generate are kept here, on this device.',
  open: (promptText: string) => `Open “${promptText}”`,
  star: (promptText: string) => `Star “${promptText}”`,
  remove: (promptText: string) => `Delete “${promptText}”`,
  confirm: 'Delete for good?',
  yes: 'Delete',
  no: 'Keep',
  used: (bytes: number) =>
    `${megabytes.format(bytes / 1e6)} of ${megabytes.format(Math.round(BUDGET / 1e6))} used`,
  notInserted: 'Not inserted yet',
  removed: 'Deleted.',
  notRemoved: 'Figma did not delete it. Try again.',
  starred: 'Starred.',
  unstarred: 'No longer starred.',
}

export const key = {
  label: 'API key',
  placeholder: 'SG_…',
  save: 'Save key',
  remove: 'Remove key',
  show: 'Show key',
  hide: 'Hide key',
  saved: 'The key works and is saved on this device.',
  unchecked: 'The key is saved on this device. It could not be checked: Segmind gave no clear answer.',
  checking: 'Checking the key…',
  refused: 'Segmind does not know this key, so it was not saved. Copy it again from Segmind.',
  removed: 'The key is removed from this device.',
  empty: 'Paste your key first.',
  unprintable:
    'This does not look like a key: it has spaces or unusual characters in it. Copy it again from Segmind.',
  where: 'Get one at cloud.segmind.com',
  whereUrl: 'https://cloud.segmind.com',
  how: 'Sign in and open API Keys.',
  kept: (relay: string | null) =>
    relay === null
      ? 'It is kept on this device only, and sent to Segmind and nowhere else.'
      : `It is kept on this device only, and sent to Segmind through the relay ${relay}.`,
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
  waysHeading: 'Generating',
  direct: 'Direct call',
  directHelp:
    'Waits in one long call instead of the queue. Only for when the queue does not work: a direct call that is interrupted cannot be picked up.',
  atOnce: 'Pictures at a time',
  relay: (origin: string) => `This panel speaks to Segmind through the relay ${origin}.`,
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

/** What is wrong with a job that rests or is over; null where nothing is. */
export function jobNotice({ error, state }: Job): Notice | null {
  return error && errorNotice(error, state === 'unknown' || state === 'failed' || state === 'expired')
}

/** What went wrong between the click and the picture: what happened, what it cost, what to do. `isOver`: nothing more can come. */
export function errorNotice(error: JobError, isOver: boolean): Notice {
  const { title, next } = explain(error, isOver)
  const { serverMessage } = error
  const quote = serverMessage
    ? `Segmind says: “${serverMessage}”${/[.!?…]$/.test(serverMessage) ? '' : '.'}`
    : ''
  return { title, text: [quote, cost(error, isOver), next].filter(Boolean).join(' ') }
}

function cost({ charged, requestId }: JobError, isOver: boolean): string {
  if (!isOver && requestId !== null && charged === 'unknown')
    return 'Segmind finishes the picture and charges it.'
  return CHARGED[charged]
}

function explain(error: JobError, isOver: boolean): { title: string; next: string } {
  const isOpen = !isOver && error.requestId !== null
  const pickUp = 'You can pick it up within the hour at no further cost.'
  const again = isOpen
    ? pickUp
    : error.charged === 'no'
      ? 'Try again.'
      : `Look into your account at Segmind first: trying again may cost another ${price}.`
  switch (error.kind) {
    case 'invalid-key':
      return {
        title: 'Segmind did not accept the key.',
        next: `Check the key in Settings.${isOpen ? ` ${pickUp}` : ''}`,
      }
    case 'insufficient-credits':
      return {
        title: 'Your credits at Segmind are used up.',
        next: 'Add credits at cloud.segmind.com, then try again.',
      }
    case 'rate-limited':
      return {
        title: 'Too many requests in a short time.',
        next: isOpen ? pickUp : 'Wait a minute, then try again.',
      }
    case 'rejected':
      return { title: 'Segmind refused the request.', next: 'Change the prompt and try again.' }
    case 'failed':
      return { title: 'Segmind could not draw this.', next: 'Change the prompt and try again.' }
    case 'expired':
      return {
        title: 'Segmind no longer has this picture.',
        next: `It keeps pictures for an hour. Generating it again costs another ${price}.`,
      }
    case 'unavailable':
      return { title: 'Segmind is not available right now.', next: isOpen ? pickUp : again }
    case 'timeout':
      return { title: 'Segmind did not answer in time.', next: again }
    case 'offline':
      return { title: 'The connection to Segmind failed.', next: `Check your internet connection. ${again}` }
    case 'blocked-by-cors':
      return {
        title: 'Segmind is reachable, but its answer is withheld from plugins.',
        next: 'The service does not send the headers that a browser asks for. A relay of your own adds them: see “relay” in Inkwright’s read-me.',
      }
    case 'unreadable':
      return { title: 'Segmind’s answer could not be read.', next: again }
    case 'foreign-host':
      return {
        title: 'The picture lies where Inkwright may not fetch it.',
        next: `It is at ${error.host ?? 'an unknown address'}. Look for it in your account at Segmind.`,
      }
    case 'cancelled':
      return { title: 'You stopped waiting.', next: again }
    case 'interrupted':
      return {
        title: 'The panel closed before Segmind had answered.',
        next: isOver
          ? error.charged === 'no'
            ? 'It was not sent. Try again.'
            : again
          : 'If another window is still sending it, the picture comes by itself. Otherwise this is settled in a few minutes.',
      }
    case 'not-recorded':
      return {
        title: 'This device could not note the request, so it was not sent.',
        next: 'Delete a few pictures in History, or close and reopen Inkwright. Then try again.',
      }
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
