import type { LayerMode } from '../vector/layers/arrange'
import type { HoleMode } from '../vector/prepare'
import type { BackgroundMode } from '../vector/steps/background'

/** How a picture becomes layers, as the user chooses it. */
export interface LayerOptions {
  readonly layers: LayerMode
  readonly background: BackgroundMode
  readonly holes: HoleMode
  /** Colors closer than this in OKLab become one, except in `as-drawn`. */
  readonly unify: number
}

export const LAYER_MODES: readonly LayerMode[] = ['objects', 'merged', 'grouped', 'as-drawn']
export const BACKGROUND_MODES: readonly BackgroundMode[] = ['keep', 'frame', 'remove']

/** Unless the user says otherwise: only where nobody can see it. */
export const UNIFY = 0.02
/** None, near-equal ones, similar ones, alike ones. */
export const UNIFY_STEPS: readonly number[] = [0, UNIFY, 0.05, 0.1]

/** What a picture is to be on the canvas. */
export type InsertAs = 'frame' | 'component' | 'vector'

export const INSERT_AS: readonly InsertAs[] = ['frame', 'component', 'vector']
