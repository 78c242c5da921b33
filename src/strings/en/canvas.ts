import type { Note } from '../../protocol/contract'
import { sizeName, styleName } from './names'

/** Why a picture is not where, or not what, the user asked for. */
const notes: Record<Note, string> = {
  instance: 'Instances cannot take an image, so it is beside the instance.',
  locked: 'The layer is locked, so the image is beside it.',
  'no-room': 'There was no space for the image, so it is in the nearest free place.',
  gone: 'The layer to replace is gone, so the image is in the nearest free place.',
  'not-replaceable': 'This layer cannot be replaced, so the image is beside it.',
  'no-component': 'A component is not possible here, so the image is a frame.',
  'no-flattening': 'The image could not be flattened, so it is a frame.',
  masked: 'A mask would hide the image there, so it is outside the mask.',
  mask: 'A mask cannot be replaced, so the image is outside the mask.',
  hidden: 'The image would not be seen there, so it is in the nearest free place.',
  refused: 'This layer does not take images, so the image is beside it.',
  clipped: 'The image extends past its edge, so its vector is in a frame that clips it.',
}

/** The same for several pictures. The last three are about some of them. */
const notesOfSeveral: Partial<Record<Note, string>> = {
  instance: 'Instances cannot take images, so they are beside the instance.',
  locked: 'The layer is locked, so the images are beside it.',
  'no-room': 'There was no space for the images, so they are in the nearest free place.',
  masked: 'A mask would hide the images there, so they are outside the mask.',
  hidden: 'The images would not be seen there, so they are in the nearest free place.',
  refused: 'This layer does not take images, so they are beside it.',
  'no-component': 'Components are not possible here, so the images are frames.',
  'no-flattening': 'Some images could not be flattened, so they are frames.',
  clipped: 'Some images extend past their edges, so their vectors are in frames that clip them.',
}

/** Returns the note about this many pictures. */
const note = (reason: Note, count: number): string =>
  (count > 1 ? notesOfSeveral[reason] : undefined) ?? notes[reason]

/** Descriptions and buttons that the editor shows for an inserted layer. */
const relaunch = {
  edit: 'Edit the prompt of this image',
  variation: 'Draw it again',
  recolour: 'Give it the colors of this file',
}

/** The same for a layer that was cleaned up. */
const cleaned = {
  'clean-up': 'Clean up these vectors again',
  recolour: 'Give them the colors of this file',
}

const quickActions = {
  /** `limit` in characters. */
  tooLong: (limit: number) => `At most ${limit} characters`,
  styleName,
  sizeName,
}

/** Says that this many pictures could not be dropped. */
const notDropped = (count: number): string =>
  count > 1
    ? 'The images could not be put there. They are still in the panel: try Insert.'
    : 'The image could not be put there. It is still in the panel: try Insert.'

/** All texts that the sandbox shows on the canvas. It has no `Intl`. Figma shows at most 100 characters of each. */
export const canvas = { notes, notesOfSeveral, note, relaunch, cleaned, quickActions, notDropped }
