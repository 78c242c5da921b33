import type { JobErrorKind } from '../../jobs/error-kinds'
import { isFinished, type Job, phaseOf } from '../../jobs/job'
import { integer, money, plural, priced } from './format'

/** Tiles. */

/** An error in two or three words. `late`: while polling continues. */
const FAILURES: Record<JobErrorKind, string> = {
  'invalid-key': 'Key refused',
  'key-not-received': 'Key not received',
  'insufficient-credits': 'Out of credits',
  'rate-limited': 'Rate limited',
  rejected: 'Not drawn',
  failed: 'Not drawn',
  retired: 'No longer offered',
  'not-found': 'Not there yet',
  expired: 'Expired',
  'file-expired': 'Expired',
  unavailable: 'Segmind unavailable',
  timeout: 'No answer',
  offline: 'No connection',
  'blocked-by-cors': 'Blocked',
  unreadable: 'Unreadable answer',
  'foreign-host': 'On an unknown host',
  cancelled: 'Stopped',
  interrupted: 'Interrupted',
  'not-recorded': 'Not sent',
  'no-sample': 'Not loaded',
}

export const tiles = {
  grid: 'Images',
  /** Precedes the prompt: `Image 2 of 4,`. Empty for a single image. */
  position: (number: number, of: number) => (of === 1 ? '' : `Image ${integer(number)} of ${integer(of)},`),
  starred: 'starred',
  star: 'Star',
  removeStar: 'Remove star',
  open: 'Open',
  spaceKey: 'Space',
  inserted: 'Inserted',
  unstored: 'Not stored',
  preparing: 'Preparing',
  /** Announced once, when drawing starts. */
  started: (prompt: string) => `Drawing started: ${prompt}`,
  running: (activity: string, prompt: string) => `${activity}, ${prompt}`,
  late: {
    late: {
      title: 'Later than usual',
      text: (usual: number) =>
        `You can close the plugin: the image will be in History. Most take ${integer(Math.max(5, Math.round(usual / 5) * 5))} seconds.`,
    },
    'very-late': {
      title: 'Still waiting',
      text: (_usual: number) =>
        'It is safe to close the panel. The image will be in History when it is ready.',
    },
  },
  /** Returns what went wrong with a job, in a few words. */
  failure: (job: Job): string => {
    const { error } = job
    if (!error) return resting
    if (error.charged === 'unknown' && error.requestId === null && isFinished(job)) return 'Maybe charged'
    if (phaseOf(job) === 'late' && error.kind !== 'rate-limited') return 'Later than usual'
    return Object.hasOwn(FAILURES, error.kind) ? FAILURES[error.kind] : 'Not drawn'
  },
  resting: 'Waiting to be checked',
  restingText: 'Checking costs nothing.',
  more: 'More',
  batchMore: 'More for this prompt',
  hide: 'Hide',
  remove: 'Remove',
  addCredits: 'Add credits',
  replaceKey: 'Replace key',
  /** What Cancel does once Segmind is drawing. `price`: in US dollars; null if unknown. */
  goesOn: (price: number | null) =>
    price === null
      ? 'Segmind finishes and charges it. It will be in History.'
      : `Segmind finishes it and charges ${money(price)}. It will be in History.`,
  /** A job in the background. `price`: in US dollars; null if unknown. */
  background: (price: number | null) => ({
    title: 'Running in the background',
    cost: price === 0 ? 'Not charged.' : price === null ? 'May be charged.' : `May cost ${money(price)}.`,
    text: 'Appears here if it finishes.',
  }),
  /** `price`: of sending it again, in US dollars; 0 or null shows none. */
  tryAgain: (price: number | null) => priced('Try again', price),
  redraw: (number: number, price: number | null) => priced(`Redraw ${integer(number)}`, price),
  selectAll: (number: number) => plural(number, { one: 'Select {n} image', other: 'Select {n} images' }),
  deleteAll: (number: number) => plural(number, { one: 'Delete {n} image', other: 'Delete {n} images' }),
  newImages: (number: number) => plural(number, { one: '{n} new image', other: '{n} new images' }),
  older: 'Older images are in History',
}

const resting = 'Waiting to be checked'

export const insertBar = {
  label: 'Insert',
  insert: (number: number) => (number === 1 ? 'Insert' : `Insert ${integer(number)}`),
  selected: (number: number) => `${integer(number)} selected`,
  /** Where images go. `layer`: the name of that layer; null if several are selected. */
  where: (kind: 'inside' | 'beside' | 'view', layer: string | null) => {
    if (kind === 'view') return 'middle of the view'
    if (kind === 'inside') return layer ?? 'the selected frame'
    return layer === null ? 'beside the selection' : `beside ${layer}`
  },
  /** The same as an option of the menu. */
  places: (place: 'inside' | 'beside' | 'page', layer: string) =>
    place === 'inside' ? `Inside ${layer}` : place === 'beside' ? 'Next to it' : 'On the page',
  place: 'Where to insert',
  more: 'More',
  show: 'Show on canvas',
  unusable: 'This image cannot be inserted.',
  notThere: 'It is no longer on the canvas.',
  inserted: (layers: number) => plural(layers, { one: 'Inserted, {n} layer', other: 'Inserted, {n} layers' }),
}
