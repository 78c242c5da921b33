import type { BlendMode, LiveText, Mask, RasterImage } from '../drawing'

/**
 * A step that Figma's SVG import cannot do, for the sandbox to do afterwards. `layer`: the id of an element in the SVG, which becomes a
 * layer's name and is unique in it.
 */
export type Finish =
  /** The layer, the first in its group, becomes the mask of the others. */
  | { readonly layer: string; readonly mask: Mask['type'] }
  | { readonly layer: string; readonly blendMode: BlendMode }
  /** The layer is replaced with a rectangle of the image's intrinsic size under its matrix, filled with the image. */
  | { readonly layer: string; readonly image: RasterImage }
  /** The layer, which paints nothing, is replaced with a text layer. */
  | { readonly layer: string; readonly text: LiveText }
