import type { Size, Style } from '../segmind/request'

/** What the plugin, styles and sizes are called, in the panel and on the canvas. */

export const product = 'Inkwright'

export const styles: Record<Style, string> = {
  any: 'Any',
  engraving: 'Engraving',
  line_art: 'Line art',
  line_circuit: 'Line circuit',
  linocut: 'Linocut',
}

/** `1365x1024` as people write it. */
export const sizeName = (size: Size) => size.replace('x', ' × ')
