import { type Model, MODELS as OWN } from '../../src/segmind/models'

/** A made-up model, whose styles, sizes, price, limit, and time differ from those of the plugin's own. */
export const PAPER_CUT: Model = {
  id: 'paper-cut-2',
  label: 'Paper Cut 2',
  paths: { queue: '/v2/paper-cut-2', direct: '/v1/paper-cut-2' },
  styles: [
    { id: 'layered_paper', label: 'Layered paper', drawing: 'flat' },
    { id: 'silhouette', label: 'Silhouette', drawing: 'linocut' },
    // A style that the plugin's own model has, too.
    { id: 'line_art', label: 'Line art', drawing: 'line' },
  ],
  sizes: [
    { id: '512x512', width: 512, height: 512 },
    { id: '800x500', width: 800, height: 500 },
  ],
  promptLimit: 40,
  price: 0.25,
  usualTime: 60_000,
  isRetired: false,
}

/** A model that was retired. */
export const OLD_INK: Model = {
  ...PAPER_CUT,
  id: 'old-ink',
  label: 'Old Ink',
  paths: { queue: '/v2/old-ink', direct: '/v1/old-ink' },
  styles: [{ id: 'wash', label: 'Ink wash', drawing: 'engraving' }],
  isRetired: true,
}

/**
 * The table of models of builds with `INKWRIGHT_MODELS`. It only has the first of the plugin's own, so that adding another one changes no
 * test.
 */
export const MODELS: readonly [Model, ...Model[]] = [OWN[0], PAPER_CUT, OLD_INK]
