import type { Job } from '../../jobs/job'
import type { PictureFlaw } from '../../jobs/unreadable-picture'
import type { FaultCode } from '../../protocol/fault'
import type { VectorErrorCode } from '../../vector/errors'
import { files } from './files'
import { plural } from './format'

/** What went wrong: what happened, whether it cost anything, and what to do. */

export const unstored = {
  title: 'The image could not be stored.',
  full: 'The space for images on this device is used up. It stays here until the panel closes: save it as a file, or insert it now.',
  unavailable:
    'Figma could not store it. It stays here until the panel closes: save it as a file, or insert it now.',
  consent:
    'The space is used up by images that you have not inserted or have starred. Save this one as a file, or delete the oldest of those.',
  save: 'Save as SVG',
  saveShort: 'Save SVG',
  again: 'Store again',
  makeRoom: 'Delete the oldest',
}

/** What is wrong with a picture that is in memory only; null where it is stored. */
export const unstoredNotice = (job: Job): Notice | null =>
  job.unstored && { title: unstored.title, text: unstored[job.unstored] }

/** Own files that are in memory only. `canMakeRoom`: by deleting images that were never inserted, or are starred. */
export const unstoredFiles = (number: number, canMakeRoom: boolean): Notice => ({
  title: plural(number, {
    one: 'Your file could not be stored.',
    other: '{n} of your files could not be stored.',
  }),
  text: canMakeRoom
    ? 'The space is used up by images that you have not inserted or have starred. Insert your files now, or delete the oldest of those.'
    : 'Until the panel closes, you can insert them. Delete images in History to free space.',
})

/** The journal could not be read: nothing is lost, but nothing can be written down either, so nothing is sent. */
export const journalNotice: Notice = {
  title: 'Your images could not be read.',
  text: 'They are not lost. Until they can be read, nothing is sent and nothing is charged.',
}

/** Why a kept picture cannot be shown, and whether it may be at the next try. */
export const missingNotice = (why: MissingPicture): TileNotice & { readonly canRetry: boolean } =>
  MISSING[why]

export type MissingPicture = 'not-given' | PictureFlaw

const MISSING: Record<MissingPicture, ReturnType<typeof missingNotice>> = {
  'not-given': {
    title: 'This image could not be read.',
    short: 'Not readable',
    text: 'Trying again costs nothing.',
    canRetry: true,
  },
  damaged: {
    title: 'This image could not be read.',
    short: 'Not readable',
    text: 'Trying again costs nothing. The copy on this device is damaged.',
    canRetry: true,
  },
  'later-format': {
    title: 'A newer version of Inkwright stored this image.',
    short: 'Needs an update',
    text: 'Update Inkwright to see it. This version cannot open it, and keeps it.',
    canRetry: false,
  },
  'no-decompression': {
    title: 'This browser cannot decompress the image.',
    short: 'Browser too old',
    text: 'Open Inkwright in the Figma desktop app or in a newer browser to see it. It is kept.',
    canRetry: false,
  },
}

/** The user stopped it, or the sandbox did not hand over the code that does it. */
export const unpreparedNotice: TileNotice = {
  title: 'The layers of this image are not ready.',
  short: 'Not prepared',
  text: 'Trying again costs nothing. The image is stored.',
}

export const actions = {
  resume: 'Check again',
  stop: 'Stop checking',
  retry: 'Try again',
  reload: 'Try again',
}

/** The browser says that there is no connection. */
export const offline: Notice = {
  title: 'You’re offline.',
  text: 'Segmind keeps drawing. Images arrive when you’re back online.',
}

/** Where Segmind shows what was drawn. */
export const console = {
  open: 'Open Segmind’s console',
  url: 'https://cloud.segmind.com',
  requestId: (id: string) => `Request ID: ${id}`,
}

/** A failure as the panel shows it. */
export interface Notice {
  readonly title: string
  readonly text: string
}

/** A failure that a tile shows, too, where there is space for a few words: at most two lines of 12 letters. */
export interface TileNotice extends Notice {
  readonly short: string
}

/** A failure as the status region says it. */
export const sentence = ({ title, text }: Notice) => `${title} ${text}`

export const CHARGED = {
  no: 'Not charged.',
  yes: 'The image was charged.',
  unknown: 'It may have been charged.',
}

const VECTOR: Record<VectorErrorCode, Omit<TileNotice, 'text'>> = {
  'not-svg': { title: 'Segmind sent an incomplete image.', short: 'Incomplete image' },
  'too-large': { title: 'The image is too large for Figma.', short: 'Too large' },
  unsafe: {
    title:
      'The image uses external or nested entities, which can hide harmful content, so it was not opened.',
    short: 'Unsafe file',
  },
  'nothing-drawn': { title: 'The image is empty.', short: 'Empty image' },
}

/** What went wrong while an image was prepared. It is charged by then, unless it is a sample or an own file. */
export function vectorNotice(
  code: VectorErrorCode,
  { isSample, isOwn }: Pick<Job, 'isSample' | 'isOwn'>,
): TileNotice {
  if (isOwn)
    return {
      short: VECTOR[code].short,
      title: 'This file could not be prepared.',
      text: files.why({ kind: code }),
    }
  if (isSample)
    return {
      short: 'Not prepared',
      title: 'The sample could not be prepared.',
      text: `${CHARGED.no} Try another sample.`,
    }
  return {
    ...VECTOR[code],
    text: `${CHARGED.yes} Change the prompt and try again, or ask Segmind for a refund.`,
  }
}

const INSERT: Partial<Record<FaultCode, Notice>> = {
  'import-refused': {
    title: 'Figma could not read this image.',
    text: 'Nothing was added to your page. Generate it once more with another style.',
  },
  'import-empty': {
    title: 'Figma found nothing to draw in this image.',
    text: 'Nothing was added to your page. Generate it once more with another style.',
  },
  timeout: {
    title: 'Figma is taking a long time.',
    text: 'Look at your page first: the image may be there already. It is also still here.',
  },
}

/** The same of the user's own file, which cannot be drawn again. */
const INSERT_OWN: typeof INSERT = {
  'import-refused': {
    title: 'Figma could not read this image.',
    text: 'Nothing was added to your page. Save it as SVG and import that, or choose other layers.',
  },
  'import-empty': {
    title: 'Figma found nothing to draw in this image.',
    text: 'Nothing was added to your page. Check the file in the app that it was made with.',
  },
}

/** What went wrong while the picture was put on the canvas: it is still here, and inserting costs nothing. */
export function insertNotice(code: FaultCode, { isOwn }: Pick<Job, 'isOwn'>): Notice {
  return (
    (isOwn ? INSERT_OWN[code] : undefined) ??
    INSERT[code] ?? {
      title: 'The image was not inserted.',
      text: 'It is still here, and inserting costs nothing. Try again, or close and reopen Inkwright.',
    }
  )
}

/** What went wrong while settings were read or kept. */
export function settingsNotice(code: FaultCode): Notice {
  if (code === 'storage-full') {
    return { title: 'There is no space left to save this.', text: 'Nothing was changed.' }
  }
  return {
    title: 'The settings could not be read or saved.',
    text: 'Nothing was charged or changed. Try again, or close and reopen Inkwright.',
  }
}

/** Something failed that has no place of its own. */
export const unexpected: Notice = {
  title: 'Something in Inkwright went wrong.',
  text: 'Nothing was charged. If it happens again, close and reopen Inkwright.',
}
