import { type Model, MODELS as OWN } from '../../src/segmind/models'

/** What a build with `INKWRIGHT_MODELS` takes for the plugin's table: its only model is retired. */
export const MODELS: readonly [Model] = [{ ...OWN[0], isRetired: true }]
