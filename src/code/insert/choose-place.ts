import type { Insertion, Note } from '../../protocol/contract'
import type { Size } from '../placement/boxes'
import { type ReadScene, readScene } from '../placement/read-scene'
import { place, placeAt, placeBeside, replaceBlocker } from '../placement/rules'
import type { Place } from '../placement/snapshots'
import type { Converted } from './convert'
import type { FitTo } from './fit-to'
import { putWhereVisible } from './put-where-visible'
import { replaceLayer } from './replace-layer'

/** A layer or page, and a point in its coordinates. */
export interface Drop {
  readonly target: BaseNode
  readonly x: number
  readonly y: number
}

interface Choice {
  readonly read: ReadScene
  /** Null if it replaces another layer. */
  readonly place: Place | null
  readonly holder: BaseNode | null
}

interface ChoiceOptions {
  readonly insertion: Pick<Insertion, 'place' | 'replace'>
  readonly target: SceneNode | null
  readonly drop: Drop | null
}

/** Chooses the place of the frames: where they were dropped, in place of `target`, or where the rules say. */
export function choosePlace(
  figma: PluginAPI,
  frames: readonly FrameNode[],
  { insertion, target, drop }: ChoiceOptions,
): Choice {
  // The frames themselves are on the page by now, and must not count as obstacles.
  const read = readScene(
    figma,
    frames.map(({ id }) => id),
  )
  const { scene, snapshotOf, layerOf } = read
  const sizes = frames.map(sizeOf)
  const chosen = (where: Place): Choice => ({ read, place: where, holder: layerOf(where.parent) })
  if (drop) return chosen(placeAt(scene, snapshotOf(drop.target), drop, sizes))
  if (target) {
    const obstacle = replaceBlocker(snapshotOf(target))
    return obstacle
      ? chosen(placeBeside(scene, snapshotOf(target), sizes, obstacle))
      : { read, place: null, holder: target.parent }
  }
  const where = place(scene, sizes, insertion.place)
  return chosen(insertion.replace === null ? where : { ...where, note: where.note ?? 'gone' })
}

/** Replaces `target` with the layer. If the document does not allow it, puts the layer beside it and returns why. */
export function replace(
  figma: PluginAPI,
  target: SceneNode | null,
  converted: Converted | undefined,
  fitTo: FitTo,
): Note | null {
  if (!target || !converted) throw new Error('there is nothing to replace')
  try {
    replaceLayer(target, converted)
    return null
  } catch (error) {
    if (target.removed) throw error
    const { layer } = converted
    const read = readScene(figma, [layer.id])
    const where = placeBeside(read.scene, read.snapshotOf(target), [sizeOf(layer)], 'not-replaceable')
    layer.visible = true
    return putWhereVisible(figma, [converted], where, read, fitTo)
  }
}

export const blockerOf = (figma: PluginAPI, target: SceneNode): Note | null =>
  replaceBlocker(readScene(figma).snapshotOf(target))

/** Finds a layer on the current page; null if it no longer exists. */
export async function find(figma: PluginAPI, id: string | null): Promise<SceneNode | null> {
  const node = id === null ? null : await figma.getNodeByIdAsync(id)
  if (!node || node.removed || node.type === 'PAGE' || node.type === 'DOCUMENT') return null
  let page: BaseNode | null = node
  while (page && page.type !== 'PAGE') page = page.parent
  return page?.id === figma.currentPage.id ? (node as SceneNode) : null
}

const sizeOf = ({ width, height }: Size): Size => ({ width, height })
