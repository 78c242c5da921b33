import { modelOf, type StoredRequest, storedDimensions, styleOf } from '../../segmind/request'

/** Names of the plugin, of styles, and of sizes, for panel and canvas. */

export const product = 'Inkwright'

/** Returns a style's name. The stored id if this version does not know the style. */
export const styleName = (style: string) => styleOf(style)?.label ?? style

/** Returns the name of a request's model. The stored id if this version does not know the model. */
export const modelName = ({ model }: Pick<StoredRequest, 'model'>) => modelOf({ model })?.label ?? model ?? ''

/** Formats `1365x1024` for people. Sizes in another format are returned unchanged. */
export function sizeName(size: string): string {
  const sides = storedDimensions(size)
  return sides ? `${sides.width} × ${sides.height}` : size
}

/** The name of a picture without a prompt. */
export const untitled = 'Image'
