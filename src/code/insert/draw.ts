import type { BindingReport } from '../../protocol/colors'
import type { Picture } from '../../protocol/contract'
import { truncate } from '../../text/truncate'
import { bindColors } from '../colors/bind'
import { type ImportOptions, importParts, takeFill } from './import'

/** A picture that is drawn, in a frame that nobody sees yet. */
export interface Drawn {
  readonly picture: Picture
  readonly frame: FrameNode
  /** Layers in it that are no groups. */
  readonly layers: number
  readonly binding: BindingReport
}

/** Figma shows long layer names badly; the whole prompt is the picture's recipe, not its label. */
const NAME_LENGTH = 80

/** Draws a picture with its colors bound. Rejects with RequestFailure, as `importParts` does. */
export async function draw(figma: PluginAPI, picture: Picture, options: ImportOptions): Promise<Drawn> {
  const { frame, layers } = await importParts(figma, picture.parts, options)
  const isFlattened = picture.as === 'vector'
  const fills = picture.frameFill && !isFlattened ? takeFill(frame) : []
  // Said, not assumed: the wrapper has no fill but the one that it is given.
  frame.fills = fills
  const binding = await bindColors(figma, frame, picture.bindings, { ...options, isFlattened })
  return { picture, frame, layers: layers - (fills.length > 0 ? 1 : 0), binding }
}

/** What the import leaves open is said, not assumed: a wrapper that clips what reaches over its edge. */
export function initFrame({ frame, picture }: Drawn): void {
  frame.name = truncate(picture.name.replace(/\s+/g, ' ').trim(), NAME_LENGTH)
  frame.clipsContent = true
  frame.visible = true
}
