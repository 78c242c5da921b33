import type { Job } from '../../jobs/job'
import type { PictureFlaw } from '../../jobs/unreadable-picture'
import type { FaultCode } from '../../protocol/fault'
import type { VectorErrorCode } from '../../vector/errors'
import { files } from './files'
import { plural } from './format'

/** Errors: what happened, whether it was charged, and what to do next. */

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

/** Returns the notice about a picture that is in memory only; null if it is stored. */
export const unstoredNotice = (job: Job): Notice | null =>
  job.unstored && { title: unstored.title, text: unstored[job.unstored] }

/**
 * Returns the notice about own files that are in memory only. `canMakeRoom`: by deleting images that were never inserted, or are starred.
 */
export const unstoredFiles = (number: number, canMakeRoom: boolean): Notice => ({
  title: plural(number, {
    one: 'Your file could not be stored.',
    other: '{n} of your files could not be stored.',
  }),
  text: canMakeRoom
    ? 'The space is used up by images that you have not inserted or have starred. Insert your files now, or delete the oldest of those.'
    : 'Until the panel closes, you can insert them. Delete images in History to free space.',
})

/** The journal cannot be read. Nothing is lost, but nothing can be stored either, so nothing is sent. */
export const journalNotice: Notice = {
  title: 'Your images could not be read.',
  text: 'They are not lost. Until they can be read, nothing is sent and nothing is charged.',
}

/** Returns why a stored picture cannot be shown, and whether trying again may help. */
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

/** The user stopped preparing the image, or the worker could not be loaded. */
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

/** The browser is offline. */
export const offline: Notice = {
  title: 'You’re offline.',
  text: 'Segmind keeps drawing. Images arrive when you’re back online.',
}

/** Segmind's page with the pictures that were drawn. */
export const console = {
  open: 'Open Segmind’s console',
  url: 'https://cloud.segmind.com',
  requestId: (id: string) => `Request ID: ${id}`,
}

/** An error as the panel shows it. */
export interface Notice {
  readonly title: string
  readonly text: string
}

/** An error that is also shown in a tile. `short` fits into two lines of 12 letters. */
export interface TileNotice extends Notice {
  readonly short: string
}

/** Returns an error as one text for the status region. */
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

/** Returns the notice about an image that could not be prepared. Images are charged by then, unless they are samples or own files. */
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

/** The same for own files, which cannot be drawn again. */
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

/** Returns the notice about an image that could not be inserted. It is still in the panel, and inserting is free. */
export function insertNotice(code: FaultCode, { isOwn }: Pick<Job, 'isOwn'>): Notice {
  return (
    (isOwn ? INSERT_OWN[code] : undefined) ??
    INSERT[code] ?? {
      title: 'The image was not inserted.',
      text: 'It is still here, and inserting costs nothing. Try again, or close and reopen Inkwright.',
    }
  )
}

/** Returns the notice about settings that could not be read or stored. */
export function settingsNotice(code: FaultCode): Notice {
  if (code === 'storage-full') {
    return { title: 'There is no space left to save this.', text: 'Nothing was changed.' }
  }
  return {
    title: 'The settings could not be read or saved.',
    text: 'Nothing was charged or changed. Try again, or close and reopen Inkwright.',
  }
}

/** An unexpected error that belongs to no view. */
export const unexpected: Notice = {
  title: 'Something in Inkwright went wrong.',
  text: 'Nothing was charged. If it happens again, close and reopen Inkwright.',
}
