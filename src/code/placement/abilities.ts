import type { Accepts } from './snapshots'

/**
 * Take only layers of their own kind, although they have `appendChild` (typings): slides and rows of slides, variants.
 * What they have in common cannot be asked.
 */
const OWN_KIND_ONLY = new Set(['SLIDE_GRID', 'SLIDE_ROW', 'COMPONENT_SET'])

/**
 * Could be removed, but something else would be lost with them: the instances of a component, the property of a slot, a slide,
 * what is exported by a slice, what lies on a section.
 */
const NO_PICTURES = new Set([
  'COMPONENT',
  'COMPONENT_SET',
  'SLOT',
  'SLIDE',
  'SLIDE_ROW',
  'SLIDE_GRID',
  'SLICE',
  'SECTION',
])

/**
 * What may be put into a layer, asked of the layer itself, so that types of which nothing is known yet are not taken for
 * what they are not: without a clip or a board of its own, `appendChild` may mean anything (a boolean operation has it, too).
 */
export function acceptsOf(layer: BaseNode): Accepts {
  if (layer.type === 'PAGE') return 'pictures'
  if (!('appendChild' in layer && 'insertChild' in layer) || layer.type === 'INSTANCE') return 'nothing'
  if (OWN_KIND_ONLY.has(layer.type)) return 'own-kind'
  if (layer.type === 'GROUP') return 'neighbors'
  return 'clipsContent' in layer || isBoard(layer) ? 'pictures' : 'nothing'
}

/** Whether it is a section, or whatever else is like one. */
export const isBoard = (layer: BaseNode): boolean => 'sectionContentsHidden' in layer

/** Whether another layer may take its place: it has one, and a size that can be given. A sticky note has just one size. */
export const isReplaceable = (layer: BaseNode): boolean =>
  'relativeTransform' in layer &&
  ('resize' in layer || layer.type === 'STICKY') &&
  !NO_PICTURES.has(layer.type)

/** Whether nothing of what is in it is seen. */
export const isHidden = (layer: BaseNode): boolean =>
  ('visible' in layer && !layer.visible) ||
  ('opacity' in layer && layer.opacity === 0) ||
  ('sectionContentsHidden' in layer && layer.sectionContentsHidden)

export const isMask = (layer: BaseNode): boolean => 'isMask' in layer && layer.isMask
