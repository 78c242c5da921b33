import { megabytes, money, plural } from './format'

/** The key, the first run, and the settings. */

export const key = {
  label: 'API key',
  placeholder: 'SG_…',
  save: 'Save key',
  replace: 'Replace',
  remove: 'Remove key',
  show: 'Show key',
  hide: 'Hide key',
  /** Shown below the field unless there is an error. `relay`: origin of the relay that requests go through. */
  kept: (relay: string | null) =>
    relay === null
      ? 'Stays on this computer. Sent only to Segmind.'
      : `Stays on this computer. Sent to Segmind through ${relay.replace(/^https:\/\//, '')}.`,
  where: 'Get a key',
  whereUrl: 'https://cloud.segmind.com',
  checking: 'Testing the key…',
  saved: 'The key works. It is saved on this computer.',
  unchecked: (problem: string) => `The key is saved on this computer, but not tested. ${problem}`,
  removed: 'The key is removed from this computer.',
  empty: 'Paste your key first.',
  unprintable: 'A key has no spaces or accents. Copy it again, in full.',
  refused: 'Segmind refused this key. Copy it again, in full.',
  /** The key works, but there is no space to store it. */
  full: 'Storage is full, so the key was not saved. Delete an image first.',
  notSaved: 'Figma could not save the key. Try again.',
  notRemoved: 'Figma could not remove the key. Try again.',
  /** Shows only the end of the key, to tell keys apart. The second text is for screen readers. */
  masked: (prefix: string, end: string) => `${prefix}••••${end}`,
  endsIn: (end: string) => (end ? `ends in ${end}` : 'saved'),
}

export const firstRun = {
  heading: 'Describe it. Insert it as editable layers.',
  /** `price`: of one image, in US dollars. */
  what: (price: number) =>
    `Inkwright draws illustrations as clean vector layers, in your file’s colors. Each image costs ${money(price)}, paid with your own Segmind key.`,
}

export const settings = {
  loading: 'Opening…',
  /** The section with the account. */
  heading: 'Segmind',
  key: 'Key',
  balance: 'Balance',
  balanceUnknown: 'Not available',
  keyRefused: 'Segmind refuses this key',
  addCredits: 'Add credits',
  creditsUrl: 'https://cloud.segmind.com',
  defaultsHeading: 'Defaults',
  colors: 'Colors',
  similarColors: 'Similar colors',
  autoInsert: 'Insert a single image as soon as it is ready',
  closeAfterInsert: 'Close the plugin after an insert',
  keepCleaned: 'Keep cleaned selections in History',
  advancedHeading: 'Advanced',
  advancedHint: 'Queue, relay',
  helpHeading: 'Help',
  atOnce: 'Images at once',
  atOnceHelp: 'How many images Segmind draws at the same time. The others wait as “Queued”.',
  direct: 'Skip Segmind’s queue',
  directHelp:
    'Keeps one connection open until the image is done. Use it only when the queue fails: if the connection breaks, the image is lost but charged.',
  relay: (origin: string | null) =>
    origin === null
      ? 'No relay: Inkwright talks to Segmind directly.'
      : `Relay: ${origin}. Requests and the key go to Segmind through it.`,
  back: 'Back to Settings',
  version: (version: string) => `Inkwright ${version}`,
  help: 'Help',
}

export const storage = {
  heading: 'Storage',
  images: (number: number) =>
    plural(number, { one: '{n} image on this computer', other: '{n} images on this computer' }),
  used: (bytes: number, budget: number) => `${megabytes(bytes).replace(/\sMB$/, '')} of ${megabytes(budget)}`,
}

/** Deleting all images. */
export const clear = {
  open: 'Clear history…',
  question: 'Delete images from this computer? This cannot be undone. What is on the canvas stays.',
  withStarred: (number: number) =>
    plural(number, { one: 'Also {n} starred image', other: 'Also {n} starred images' }),
  yes: (number: number) => plural(number, { one: 'Delete {n} image', other: 'Delete {n} images' }),
  no: 'Keep',
  done: (number: number) => plural(number, { one: 'Deleted {n} image.', other: 'Deleted {n} images.' }),
  notDone: 'Some images could not be deleted. Try again.',
}

/** Key names as printed on the keyboard. */
export const keys = {
  command: (key: string, isMac: boolean) => (isMac ? `⌘${key}` : `Ctrl ${key}`),
  shiftCommand: (key: string, isMac: boolean) => (isMac ? `⌘⇧${key}` : `Ctrl ⇧ ${key}`),
  delete: (isMac: boolean) => (isMac ? '⌫' : 'Del'),
}

/** Keyboard shortcuts, by view. */
export const shortcuts = {
  open: 'Shortcuts',
  heading: 'Shortcuts',
  groups: (isMac: boolean): readonly ShortcutGroup[] => {
    const command = (key: string) => keys.command(key, isMac)
    return [
      {
        name: 'Everywhere',
        shortcuts: [
          ['Generate', command('↵')],
          ['Insert or Replace', keys.shiftCommand('↵', isMac)],
          ['Undo on the canvas', command('Z')],
          ['Close what is open', 'Esc'],
        ],
      },
      { name: 'Prompt', shortcuts: [['Earlier prompts, in an empty prompt', '↑ ↓']] },
      {
        name: 'Images',
        shortcuts: [
          ['Move', '← → ↑ ↓'],
          ['Open', 'Space'],
          ['Insert', '↵'],
          ['Add to the selection', '⇧ ← →'],
          ['Select all', command('A')],
          ['Star', 'S'],
          ['Delete', keys.delete(isMac)],
        ],
      },
      {
        name: 'Open image',
        shortcuts: [
          ['Other images of the prompt', '← →'],
          ['In the list of objects: take one out, or put it back', '↑ ↓ Space'],
        ],
      },
    ]
  },
}

/** A group of shortcuts: the actions and their keys. */
export interface ShortcutGroup {
  readonly name: string
  readonly shortcuts: readonly (readonly [action: string, keys: string])[]
}
