import type { Inserted, Insertion, Picture, Selection } from '../../src/protocol/contract'
import { COMPLETE } from '../../src/protocol/finish'
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

/** A picture as the panel passes it on. Default size: 400 by 200 px. */
export const pictureOf = (svg: string, more: Partial<Picture> = {}): Picture => ({
  parts: [svg],
  name: 'a fox',
  width: 400,
  height: 200,
  frameFill: false,
  as: 'frame',
  bindings: [],
  recipe: RECIPE,
  ...more,
})

/** The panel's request to insert one picture or several. Default: where the rules say. */
export const insertionOf = (
  pictures: Picture | Picture[],
  more: Partial<Pick<Insertion, 'place' | 'replace'>> = {},
): Insertion => ({
  pictures: Array.isArray(pictures) ? pictures : [pictures],
  place: 'auto',
  replace: null,
  ...more,
})

/** What the sandbox reports about the selection. Default: nothing is selected. */
export const selectionOf = (more: Partial<Selection> = {}): Selection => ({
  editor: 'figma',
  count: 0,
  cleanable: 0,
  target: { kind: 'view', name: 'Page 1' },
  places: [{ place: 'page', target: { kind: 'view', name: 'Page 1' } }],
  layer: null,
  ...more,
})

/** What the sandbox returns for one picture on the canvas. */
export const insertedOf = (layers: number, more: Partial<Inserted> = {}): { pictures: Inserted[] } => ({
  pictures: [
    {
      nodeId: '1:2',
      layers,
      note: null,
      binding: { bound: 0, of: 0, failed: [] },
      finish: COMPLETE,
      ...more,
    },
  ],
})

/** A handler of `picture.insert` that records the pictures and reports this many layers for each. */
export const recordInserts =
  (kept: Picture[], layers: number) =>
  ({ pictures }: Insertion): ReturnType<typeof insertedOf> => {
    kept.push(...pictures)
    return insertedOf(layers)
  }
