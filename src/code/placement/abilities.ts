import type { Accepts } from './snapshots'

/**
 * Layers that accept only slides, slide rows or variants, although they have `appendChild` (typings). No property identifies
 * them.
 */
const OWN_KIND_ONLY = new Set(['SLIDE_GRID', 'SLIDE_ROW', 'COMPONENT_SET'])

/**
 * Layers that must not be replaced because something else would be lost: the instances of a component, a slot's property, a
 * slide, an export, the content of a section.
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
 * Returns what may be put into a layer. Decided by properties where possible, so that new layer types are handled safely:
 * `appendChild` alone is not enough, since boolean operations have it, too.
 */
export function acceptsOf(layer: BaseNode): Accepts {
  if (layer.type === 'PAGE') return 'pictures'
  if (!('appendChild' in layer && 'insertChild' in layer) || layer.type === 'INSTANCE') return 'nothing'
  if (OWN_KIND_ONLY.has(layer.type)) return 'own-kind'
  if (layer.type === 'GROUP') return 'neighbors'
  return 'clipsContent' in layer || isBoard(layer) ? 'pictures' : 'nothing'
}

/** Whether a layer is a section, or of a future type that is like one. */
export const isBoard = (layer: BaseNode): boolean => 'sectionContentsHidden' in layer

/** Whether a picture may replace a layer: it has a position, and a size that other layers can have. A sticky note has a fixed size. */
export const isReplaceable = (layer: BaseNode): boolean =>
  'relativeTransform' in layer &&
  ('resize' in layer || layer.type === 'STICKY') &&
  !NO_PICTURES.has(layer.type)

/** Whether the content of a layer is invisible. */
export const isHidden = (layer: BaseNode): boolean =>
  ('visible' in layer && !layer.visible) ||
  ('opacity' in layer && layer.opacity === 0) ||
  ('sectionContentsHidden' in layer && layer.sectionContentsHidden)

export const isMask = (layer: BaseNode): boolean => 'isMask' in layer && layer.isMask
