import type { VectorErrorCode } from '../../vector/errors'
import { integer, plural } from './format'

/** SVG files and SVG code that the user adds. */

/** Why a file was not added. */
export type Refusal =
  /** Not an SVG. `format`: its actual format, such as `PNG`. */
  | { readonly kind: 'image' | 'document'; readonly format: string }
  | { readonly kind: 'not-svg' | 'unreadable' | 'large-file' | 'no-decompression' }
  | { readonly kind: 'too-slow' | 'not-prepared' }
  | { readonly kind: Exclude<VectorErrorCode, 'not-svg'> }

/** A file that was not added. */
export interface Refused {
  readonly name: string
  readonly why: Refusal
}

export const files = {
  /** Marks own pictures. Searching for it in History finds them. */
  mark: 'Yours',
  heading: 'Clean up an SVG',
  choose: 'Choose SVG files…',
  drop: 'Drop or paste files here.',
  /** Shown before the first key. */
  free: 'No key needed.',
  /** Shown below images, in one line. */
  line: 'Clean up your SVG.',
  /** Privacy note. */
  stays: 'Nothing leaves Figma.',
  dropNow: 'Drop SVG files to clean them up',
  pasted: 'Pasted SVG',
  count: (number: number) => plural(number, { one: '{n} file', other: '{n} files' }),
  ready: (number: number) => plural(number, { one: '{n} image is ready.', other: '{n} images are ready.' }),
  file: 'File',
  at: 'Added',
  noCost: 'Free: your own file',
  /** Heading of the list of files that were not added. */
  refused: (number: number) =>
    plural(number, { one: '{n} file was not added', other: '{n} files were not added' }),
  /** `left`: number of files beyond the limit. */
  tooMany: (most: number, left: number) =>
    plural(left, {
      one: `At most ${integer(most)} files at once: {n} was left out. Add it next.`,
      other: `At most ${integer(most)} files at once: {n} were left out. Add them next.`,
    }),
  why,
}

/** Returns why a file was not added and what to do. */
function why(refusal: Refusal): string {
  if (refusal.kind === 'image')
    return `This is a ${refusal.format} image, which has no shapes. Export it as SVG where it was drawn.`
  if (refusal.kind === 'document')
    return `This is ${refusal.format === 'PDF' ? 'a PDF' : `an ${refusal.format} file`}. Export it as SVG from the app that it was made with.`
  return WHY[refusal.kind]
}

const WHY: Readonly<Record<Exclude<Refusal['kind'], 'image' | 'document'>, string>> = {
  'not-svg': 'This is not an SVG, or it is incomplete. Export it again as SVG.',
  unreadable: 'The file could not be read. If it is a folder, choose the files in it.',
  'large-file': 'It is larger than 10 MB. Export it in parts, or with fewer decimals.',
  'no-decompression': 'This browser cannot decompress SVGZ files. Export it as SVG.',
  'too-slow': 'It took longer than a minute. Export it in parts.',
  'not-prepared': 'Inkwright could not prepare it. Try again, or close and reopen Inkwright.',
  'too-large': 'It has more than Figma can take: at most 50,000 shapes in 10 MB. Export it in parts.',
  unsafe: 'It uses external or nested entities, which can hide harmful content. Export it again as SVG.',
  'nothing-drawn': 'There is nothing to draw in it.',
}
