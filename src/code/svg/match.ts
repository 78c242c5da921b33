import { type Appearance, appearanceOf } from './appearance'
import { type SvgEntry, type SvgGroup, type SvgPicture, shapesOf } from './read-svg'

/** A layer and its expected properties. */
export interface Matched {
  readonly layer: VectorNode
  readonly look: Appearance
}

/** Returns the layers without children, at any depth, from back to front. */
export function leavesOf(layer: SceneNode): SceneNode[] {
  if (!('children' in layer)) return [layer]
  return layer.children.reduce<SceneNode[]>((leaves, child) => leaves.concat(leavesOf(child)), [])
}

/** Returns the expected properties of a picture's layers, in paint order. */
export const appearancesOf = (picture: SvgPicture): Appearance[] =>
  shapesOf(picture.entries)
    .map((shape) => appearanceOf(shape, picture))
    .filter((look): look is Appearance => look !== null)

/** Pairs layers and shapes in paint order; null if there are not as many layers as shapes. */
export function matchLayers(frame: SceneNode, picture: SvgPicture): Matched[] | null {
  const leaves = leavesOf(frame)
  const looks = appearancesOf(picture)
  if (leaves.length !== looks.length) return null
  return looks.map((look, i) => ({ layer: leaves[i] as VectorNode, look }))
}

/** Pairs groups of layers with groups of the picture; null if they are nested differently. */
export function matchGroups(
  layers: readonly SceneNode[],
  entries: readonly SvgEntry[],
): { readonly layer: GroupNode; readonly group: SvgGroup }[] | null {
  if (layers.length !== entries.length) return null
  const matched: { layer: GroupNode; group: SvgGroup }[] = []
  for (const [i, entry] of entries.entries()) {
    const layer = layers[i]
    if (entry.kind === 'shape') {
      if (layer && 'children' in layer) return null
      continue
    }
    if (layer?.type !== 'GROUP') return null
    const inside = matchGroups(layer.children, entry.children)
    if (!inside) return null
    matched.push({ layer, group: entry }, ...inside)
  }
  return matched
}
