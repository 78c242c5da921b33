import { money, plural } from './format'

/** Key and settings. */

export const key = {
  label: 'API key',
  placeholder: 'SG_…',
  save: 'Save key',
  remove: 'Remove key',
  show: 'Show key',
  hide: 'Hide key',
  saved: 'The key works and is saved on this device.',
  unchecked: (problem: string) => `The key is saved on this device, but could not be checked. ${problem}`,
  checking: 'Checking the key…',
  refused: 'Segmind does not know this key, so it was not saved. Copy it again from Segmind.',
  check: 'Check key',
  works: 'The key works.',
  noLonger: 'Segmind no longer knows this key. Copy it again from Segmind.',
  unclear: (problem: string) => `${problem} The key stays as it is.`,
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
  /** `price` of a picture, in US dollars. */
  cost: (price: number) => `Segmind draws each picture and charges your account ${money(price)}.`,
}

export const settings = {
  heading: 'Segmind',
  have: 'A key is saved on this device.',
  loading: 'Opening…',
  waysHeading: 'Generating',
  direct: 'Direct call',
  directHelp:
    'Waits in one long call instead of the queue. Use it only when the queue does not work: if a direct call is interrupted, its picture is lost.',
  atOnce: 'Pictures at a time',
  autoInsert: 'Insert automatically when ready',
  closeAfterInsert: 'Close after inserting',
  relay: (origin: string | null) =>
    origin === null
      ? 'Inkwright contacts Segmind directly, without a relay.'
      : `Inkwright contacts Segmind through the relay ${origin}.`,
  defaultsHeading: 'Layers and colors',
  aboutHeading: 'Privacy and help',
  back: 'Back to the settings',
  version: (version: string) => `Inkwright ${version}`,
  privacy:
    'The prompt, the style and the size go to Segmind with your key. Nothing of your document leaves Figma but the colors that you ask for in a prompt.',
}

/** Deleting every picture at once. */
export const clear = {
  open: 'Clear history',
  question: 'Delete the pictures for good?',
  withStarred: (number: number) =>
    plural(number, { one: 'Also {n} starred picture', other: 'Also {n} starred pictures' }),
  yes: (number: number) => plural(number, { one: 'Delete {n} picture', other: 'Delete {n} pictures' }),
  no: 'Keep',
  done: 'The pictures are deleted.',
  notDone: 'Not all of them could be deleted. Try again.',
}
