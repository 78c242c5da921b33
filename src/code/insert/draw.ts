import type { BindingReport } from '../../protocol/colors'
import type { Picture } from '../../protocol/contract'
import { COMPLETE, type FinishReport } from '../../protocol/finish'
import { truncate } from '../../text/truncate'
import { bindColors } from '../colors/bind'
import { finishPicture } from '../finish/finish'
import { isFlattening } from './convert'
import { extractBackgroundFill, type ImportOptions, importParts } from './import'

/** The fields needed to draw a picture. */
type Drawable = Pick<Picture, 'parts' | 'as' | 'frameFill' | 'finish' | 'bindings'>

/** A picture that was drawn in a frame, which is still hidden. */
export interface Drawn<Of extends Drawable = Picture> {
  readonly picture: Of
  readonly frame: FrameNode
  /** Number of layers inside the frame, not counting groups. */
  readonly layers: number
  readonly binding: BindingReport
  readonly finish: FinishReport
}

/** Figma displays long layer names badly. The whole prompt is in the recipe. */
const MAX_NAME_LENGTH = 80

/** Draws a picture with its colors bound. Rejects with RequestFailure, as `importParts` does. */
export async function draw<Of extends Drawable>(
  figma: PluginAPI,
  picture: Of,
  options: ImportOptions,
): Promise<Drawn<Of>> {
  const { frame, layers } = await importParts(figma, picture.parts, options)
  const isFlattened = isFlattening(picture)
  // If frames do not accept the fill, the background stays a layer.
  const takesFill = picture.frameFill && !isFlattened && !options.capabilities.differs('frame-fill')
  const fills = takesFill ? extractBackgroundFill(frame) : []
  // Set explicitly, because it is undocumented which fill an imported frame has.
  frame.fills = fills
  const finish = picture.finish ? await finishPicture(figma, frame, picture.finish, options) : COMPLETE
  const binding = await bindColors(figma, frame, picture.bindings, { ...options, isFlattened })
  return { picture, frame, layers: layers - (fills.length > 0 ? 1 : 0), binding, finish }
}

/** Names the frame and makes it clip. Clipping is set explicitly, because it is undocumented whether an imported frame clips. */
export function initFrame({ frame, picture }: Drawn): void {
  frame.name = truncate(picture.name.replace(/\s+/g, ' ').trim(), MAX_NAME_LENGTH)
  frame.clipsContent = true
  frame.visible = true
}
