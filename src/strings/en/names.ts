import { modelOf, type StoredRequest, storedDimensions, styleOf } from '../../segmind/request'

/** What the plugin, styles and sizes are called, in the panel and on the canvas. */

export const product = 'Inkwright'

/** A style's name; one that this version does not know is called what is stored of it. */
export const styleName = (style: string) => styleOf(style)?.label ?? style

/** The name of a request's model; one that this version does not know is called what is stored of it. */
export const modelName = ({ model }: Pick<StoredRequest, 'model'>) => modelOf({ model })?.label ?? model ?? ''

/** `1365x1024` as people write it; a size of another form stays as it is stored. */
export function sizeName(size: string): string {
  const sides = storedDimensions(size)
  return sides ? `${sides.width} × ${sides.height}` : size
}

/** What a picture without a prompt is called. */
export const untitled = 'Image'
