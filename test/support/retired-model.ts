import { type Model, MODELS as OWN } from '../../src/segmind/models'

/** The table of models of builds with `INKWRIGHT_MODELS`: its only model is retired. */
export const MODELS: readonly [Model] = [{ ...OWN[0], isRetired: true }]
