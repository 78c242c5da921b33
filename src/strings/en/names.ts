import { isStyle, type Style, storedDimensions } from '../../segmind/request'

/** What the plugin, styles and sizes are called, in the panel and on the canvas. */

export const product = 'Inkwright'

export const styles: Record<Style, string> = {
  any: 'Any',
  engraving: 'Engraving',
  line_art: 'Line art',
  line_circuit: 'Line circuit',
  linocut: 'Linocut',
}

/** A style's name; one that this version does not know is called what is stored of it. */
export const styleName = (style: string) => (isStyle(style) ? styles[style] : style)

/** `1365x1024` as people write it; a size of another form stays as it is stored. */
export function sizeName(size: string): string {
  const sides = storedDimensions(size)
  return sides ? `${sides.width} × ${sides.height}` : size
}

/** What a picture without a prompt is called. */
export const untitled = 'Picture'
