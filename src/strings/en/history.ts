import type { Unreadable } from '../../jobs/journal'
import { dataSize, dateTime, day, integer, kilobytes, money, plural } from './format'

/** History. */

const isSameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString()

const pictures = (number: number) => plural(number, { one: '{n} image', other: '{n} images' })

export const history = {
  empty: 'No images yet',
  emptyHelp: 'Images you generate stay here, even after you close the plugin.',
  draw: 'Create one',
  noMatch: 'No image matches',
  showAll: 'Show all',
  /** `12 pictures`, `3 of 12 pictures`. */
  found: (found: number, all: number) =>
    found === all
      ? pictures(all)
      : plural(all, {
          one: `${integer(found)} of {n} image`,
          other: `${integer(found)} of {n} images`,
        }),
  search: 'Search prompts',
  onlyStarred: 'Starred only',
  /** Searching for this finds starred images. */
  starredWord: 'starred',
  /** Style or origin, and date: `Linocut · Today`. Both times in ms since 1970. */
  batchFacts: (what: string, at: number, now: number) =>
    [what, isSameDay(at, now) ? 'Today' : day(at)].join(' · '),
  removed: (number: number) => plural(number, { one: 'Deleted {n} image.', other: 'Deleted {n} images.' }),
  undo: 'Undo',
  undone: 'Restored.',
  undoBar: 'Deleted images',
  notRemoved: 'It could not be deleted. Try again.',
  starred: 'Starred.',
  unstarred: 'No longer starred.',
  nearlyFull:
    'Nearly full. To make space, the oldest images that are inserted and not starred are deleted automatically. Star what you want to keep, or delete what you no longer need.',
}

/** Returns whether all unreadable jobs have pictures. Otherwise the texts call them items. */
const isPictures = ({ jobs, pictures }: Unreadable) => pictures === jobs

export const otherVersion = {
  /** `3 pictures from another version, 1.2 MB`. */
  what: (unreadable: Unreadable) => {
    const size = dataSize(unreadable.bytes)
    return isPictures(unreadable)
      ? plural(unreadable.jobs, {
          one: `{n} image from another version, ${size}`,
          other: `{n} images from another version, ${size}`,
        })
      : plural(unreadable.jobs, {
          one: `{n} item from another version, ${size}`,
          other: `{n} items from another version, ${size}`,
        })
  },
  help: 'This version of Inkwright cannot open it. Update Inkwright to see it, or delete it to free the space.',
  open: 'Delete',
  question: 'Permanently delete what another version of Inkwright stored? This version cannot open it.',
  yes: (unreadable: Unreadable) =>
    isPictures(unreadable)
      ? plural(unreadable.jobs, { one: 'Delete {n} image', other: 'Delete {n} images' })
      : plural(unreadable.jobs, { one: 'Delete {n} item', other: 'Delete {n} items' }),
  no: 'Keep',
  done: 'Deleted.',
  notDone: 'Not all of it could be deleted. Try again.',
}

/** The details of an image. */
export const details = {
  heading: 'Details',
  prompt: 'Prompt',
  model: 'Model',
  style: 'Style',
  size: 'Size',
  cost: 'Cost',
  unknownCost: 'Not reported by Segmind',
  noCost: 'Free: a sample',
  at: 'Made',
  took: 'Time',
  fileSize: 'File size',
  contents: 'Contents',
  holesLeft: 'Not cut out',
  leftOut: 'Left out',
  requestId: 'Request ID',
  copyId: 'Copy request ID',
  copied: 'Copied.',
  notCopied: 'It could not be copied. Select the text and copy it.',
  reused: 'The prompt, style and size of this image are in the form.',
}

/** US dollars. */
export const dollars = (amount: number) => money(amount)

/** Formats a date and time in ms since 1970. */
export const createdAt = (at: number) => dateTime(at)

/** Formats a file size in bytes. */
export const fileSize = (bytes: number) => kilobytes(bytes)
