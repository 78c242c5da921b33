import type { LayerMode } from '../vector/layers/arrange'
import type { HoleMode } from '../vector/prepare'
import type { BackgroundMode } from '../vector/steps/background'

/** The user's choices of how a picture becomes layers. */
export interface LayerOptions {
  readonly layers: LayerMode
  readonly background: BackgroundMode
  readonly holes: HoleMode
  /** Colors closer than this in OKLab become one, except in `as-drawn`. */
  readonly unify: number
}

const KEYS = Object.keys({
  layers: true,
  background: true,
  holes: true,
  unify: true,
} satisfies Record<keyof LayerOptions, true>) as readonly (keyof LayerOptions)[]

export const sameLayerOptions = (a: LayerOptions, b: LayerOptions): boolean =>
  KEYS.every((key) => a[key] === b[key])

export const LAYER_MODES: readonly LayerMode[] = ['objects', 'merged', 'grouped', 'as-drawn']
export const BACKGROUND_MODES: readonly BackgroundMode[] = ['keep', 'frame', 'remove']

/** Default: colors whose difference is invisible. */
export const DEFAULT_UNIFY = 0.02
/** For merging no colors, nearly equal ones, similar ones, and all that look alike. */
export const UNIFY_STEPS: readonly number[] = [0, DEFAULT_UNIFY, 0.05, 0.1]

/** The kinds of layer that a picture can be inserted as. */
export type InsertAs = 'frame' | 'component' | 'vector'

export const INSERT_AS: readonly InsertAs[] = ['frame', 'component', 'vector']
