import { type Model, MODELS as OWN } from '../../src/segmind/models'

/** A model that does not exist: other styles, sizes, price, limit and time than the plugin's own. */
export const PAPER_CUT: Model = {
  id: 'paper-cut-2',
  label: 'Paper Cut 2',
  paths: { queue: '/v2/paper-cut-2', direct: '/v1/paper-cut-2' },
  styles: [
    { id: 'layered_paper', label: 'Layered paper', drawing: 'flat' },
    { id: 'silhouette', label: 'Silhouette', drawing: 'linocut' },
    // One that the plugin's own model has, too.
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

/** A model that was offered once. */
export const OLD_INK: Model = {
  ...PAPER_CUT,
  id: 'old-ink',
  label: 'Old Ink',
  paths: { queue: '/v2/old-ink', direct: '/v1/old-ink' },
  styles: [{ id: 'wash', label: 'Ink wash', drawing: 'engraving' }],
  isRetired: true,
}

/** What a build with `INKWRIGHT_MODELS` takes for the plugin's table. Only the first of its own, so that a further one changes no test. */
export const MODELS: readonly [Model, ...Model[]] = [OWN[0], PAPER_CUT, OLD_INK]
