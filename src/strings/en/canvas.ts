import type { Note } from '../../protocol/contract'
import { sizeName, styleName } from './names'

/** Why a picture is not where, or what, the user asked for. */
const notes: Record<Note, string> = {
  instance: 'Instances cannot take a picture, so it is beside the instance.',
  locked: 'The layer is locked, so the picture is beside it.',
  'no-room': 'There was no space for the picture, so it is in the nearest free place.',
  gone: 'The layer to replace is gone, so the picture is in the nearest free place.',
  'not-replaceable': 'This layer cannot be replaced, so the picture is beside it.',
  'no-component': 'A component is not possible here, so the picture is a frame.',
  'no-flattening': 'The picture could not be flattened, so it is a frame.',
  masked: 'A mask would hide the picture there, so it is outside the mask.',
  mask: 'A mask cannot be replaced, so the picture is outside the mask.',
  hidden: 'The picture would not be seen there, so it is in the nearest free place.',
  refused: 'This layer does not take pictures, so the picture is beside it.',
  clipped: 'The picture reaches over its edge, so its vector is in a frame that clips it.',
}

/** The same of several pictures. The last three are of some of them. */
const notesOfSeveral: Partial<Record<Note, string>> = {
  instance: 'Instances cannot take pictures, so they are beside the instance.',
  locked: 'The layer is locked, so the pictures are beside it.',
  'no-room': 'There was no space for the pictures, so they are in the nearest free place.',
  masked: 'A mask would hide the pictures there, so they are outside the mask.',
  hidden: 'The pictures would not be seen there, so they are in the nearest free place.',
  refused: 'This layer does not take pictures, so they are beside it.',
  'no-component': 'Components are not possible here, so the pictures are frames.',
  'no-flattening': 'Some pictures could not be flattened, so they are frames.',
  clipped: 'Some pictures reach over their edges, so their vectors are in frames that clip them.',
}

/** Of so many pictures. */
const note = (reason: Note, count: number): string =>
  (count > 1 ? notesOfSeveral[reason] : undefined) ?? notes[reason]

/** What the editor says of a layer, and offers on it. */
const relaunch = {
  edit: 'Edit the prompt of this picture',
  variation: 'Draw it again',
  recolour: 'Give it the colors of this file',
}

const quickActions = {
  /** `limit` in characters. */
  tooLong: (limit: number) => `At most ${limit} characters`,
  styleName,
  sizeName,
}

/** So many pictures that were dragged onto the canvas could not be put there. */
const notDropped = (count: number): string =>
  count > 1
    ? 'The pictures could not be put there. They are still in the panel: try Insert.'
    : 'The picture could not be put there. It is still in the panel: try Insert.'

/** Everything that the sandbox says on the canvas, where there is no `Intl`. Figma shows at most 100 characters of each. */
export const canvas = { notes, notesOfSeveral, note, relaunch, quickActions, notDropped }
