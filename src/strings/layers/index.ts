import { layers as en } from './en'

export type { ColorName } from './en'

/** What layers are called, by key. */
export type LayerLanguage = typeof en

/**
 * What layers are called, in the language that is set. Separate from the panel's texts, because the worker that prepares
 * pictures needs no more than these.
 */
export const layerStrings: LayerLanguage = en
