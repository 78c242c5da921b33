import { layers as en } from './en'

export type { ColorName } from './en'

/** Names of layers, by key. */
export type LayerLanguage = typeof en

/**
 * The names of layers in the current language. Separate from the panel's texts, because the worker that prepares pictures needs only these.
 */
export const layerStrings: LayerLanguage = en
