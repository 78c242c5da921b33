import { BUDGET } from '../jobs/room'
import { price } from './create'
import { megabytes } from './format'

/** History, key and settings. */

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
  autoInsert: 'Insert by itself when ready',
  closeAfterInsert: 'Close after inserting',
  relay: (origin: string) => `This panel speaks to Segmind through the relay ${origin}.`,
  privacyHeading: 'Privacy',
  privacy:
    'The prompt, the style and the size go to Segmind with your key. Nothing of your document leaves Figma.',
}
