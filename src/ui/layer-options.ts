import type { LayerMode } from '../vector/layers/arrange'
import type { BackgroundMode } from '../vector/steps/background'

/** The user's choices of how a picture becomes layers. */
export interface LayerOptions {
  readonly layers: LayerMode
  readonly background: BackgroundMode
  /** Colors closer than this in OKLab become one, except in `as-drawn`. */
  readonly unify: number
}

export const LAYER_MODES: readonly LayerMode[] = ['objects', 'merged', 'grouped', 'as-drawn']
export const BACKGROUND_MODES: readonly BackgroundMode[] = ['keep', 'frame', 'remove']

/** Default: colors whose difference is invisible. */
export const UNIFY = 0.02
/** For merging no colors, nearly equal ones, similar ones, and all that look alike. */
export const UNIFY_STEPS: readonly number[] = [0, UNIFY, 0.05, 0.1]

/** The kinds of layer that a picture can be inserted as. */
export type InsertAs = 'frame' | 'component' | 'vector'

export const INSERT_AS: readonly InsertAs[] = ['frame', 'component', 'vector']
