import type { BlendMode, LiveText, Mask, RasterImage } from '../drawing'

/**
 * What the import of an SVG cannot do, for the sandbox to do afterwards. `layer` is the id of an element in the SVG, which
 * becomes the name of a layer, and is unique in it.
 */
export type Finish =
  /** The layer, the first in its group, becomes the mask of the others. */
  | { readonly layer: string; readonly mask: Mask['type'] }
  | { readonly layer: string; readonly blendMode: BlendMode }
  /** The layer is replaced by a rectangle of the image's own size under its matrix, with the image as its fill. */
  | { readonly layer: string; readonly image: RasterImage }
  /** The layer, which paints nothing, is replaced by a text layer. */
  | { readonly layer: string; readonly text: LiveText }
