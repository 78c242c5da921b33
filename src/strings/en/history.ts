import { BUDGET } from '../../jobs/eviction'
import type { Unreadable } from '../../jobs/journal'
import { count, dataSize, integer, megabytes, moment, money } from './format'

/** The pictures that are kept. */

export const history = {
  heading: 'Your pictures',
  empty: 'No pictures yet.',
  emptyHelp: 'Pictures that you generate are kept here, on this device.',
  draw: 'Draw one',
  noMatch: 'No picture matches.',
  showAll: 'Show all',
  /** `12 pictures`, `3 of 12 pictures`. */
  found: (found: number, all: number) =>
    found === all ? count(all, 'picture') : `${integer.format(found)} of ${count(all, 'picture')}`,
  search: 'Search prompts',
  style: 'Style',
  everyStyle: 'All styles',
  onlyStarred: 'Starred',
  open: (prompt: string) => `Open “${prompt}”`,
  star: (prompt: string) => `Star “${prompt}”`,
  details: (prompt: string) => `Details of “${prompt}”`,
  remove: (prompt: string) => `Delete “${prompt}”`,
  removed: 'Deleted.',
  undo: 'Undo',
  undone: 'Brought back.',
  undoBar: 'Deleted picture',
  notRemoved: 'Figma did not delete it. Try again.',
  starred: 'Starred.',
  unstarred: 'No longer starred.',
  notInserted: 'Not inserted yet',
  used: (bytes: number) =>
    `${megabytes.format(bytes / 1e6)} of ${megabytes.format(Math.round(BUDGET / 1e6))} used`,
  usedLabel: 'Space used',
  nearlyFull:
    'Nearly full: inserted pictures without a star make room by themselves, the oldest first. Star what you want to keep, or delete what you no longer need.',
}

/** What is stored of jobs that this version cannot read; where one of them has no picture, they are items. */
const items = ({ jobs, pictures }: Unreadable) => count(jobs, pictures === jobs ? 'picture' : 'item')

export const otherVersion = {
  /** `3 pictures from another version, 1.2 MB`. */
  what: (unreadable: Unreadable) =>
    `${items(unreadable)} from another version, ${dataSize(unreadable.bytes)}`,
  open: 'Delete',
  question: 'Permanently delete what another version of Inkwright stored? This version cannot open it.',
  yes: (unreadable: Unreadable) => `Delete ${items(unreadable)}`,
  no: 'Keep',
  done: 'Deleted.',
  notDone: 'Figma did not delete all of it. Try again.',
}

/** One picture, and how it came to be. */
export const details = {
  heading: 'Details',
  back: 'Back to your pictures',
  prompt: 'Prompt',
  model: 'Model',
  style: 'Style',
  size: 'Size',
  cost: 'Cost',
  unknownCost: 'Not told by Segmind',
  noCost: 'Nothing: a sample',
  at: 'Made',
  requestId: 'Request ID',
  copyId: 'Copy request ID',
  copied: 'Copied.',
  notCopied: 'Figma did not let it be copied. Select the text and copy it.',
  insert: 'Insert',
  insertAgain: 'Insert again',
  reuse: 'Reuse',
  reused: 'The form holds what this picture was made from.',
  edit: 'Layers and colors',
}

/** US dollars. */
export const dollars = (amount: number) => money.format(amount)

/** Day and time of a moment in ms since 1970. */
export const madeAt = (at: number) => moment.format(at)
