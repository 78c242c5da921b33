import type { Picture } from '../../src/protocol/contract'
import type { Recipe } from '../../src/protocol/recipe'

const RECIPE: Recipe = {
  version: 1,
  prompt: 'a fox',
  style: 'any',
  size: '1024x1024',
  requestId: 'a-request',
  cost: 0.1,
  at: 1_795_000_000_000,
  layers: 'merged',
  background: 'keep',
  unify: 0.02,
}

/** A picture as the panel hands it over, of 400 by 200 px unless said otherwise. */
export const pictureOf = (svg: string, more: Partial<Picture> = {}): Picture => ({
  parts: [svg],
  name: 'a fox',
  width: 400,
  height: 200,
  frameFill: false,
  as: 'frame',
  replace: null,
  bindings: [],
  recipe: RECIPE,
  ...more,
})
