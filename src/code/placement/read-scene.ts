import { isPicture } from '../recipe'
import { acceptsOf, isBoard, isHidden, isMask, isReplaceable } from './abilities'
import { nextItems, roomOf } from './auto-layout'
import type { Box } from './boxes'
import type { Matrix } from './sight'
import type { LayerSnapshot, Scene } from './snapshots'

/** The document as the rules see it, and the way back from a snapshot to its layer. */
export interface ReadScene {
  readonly scene: Scene
  readonly snapshotOf: (layer: BaseNode) => LayerSnapshot
  readonly layerOf: (snapshot: LayerSnapshot) => BaseNode
}

/** Reads the current page. `except`: the ids of layers that count as not there. */
export function readScene(figma: PluginAPI, except: readonly string[] = []): ReadScene {
  const layers = new Map<string, BaseNode>()
  const snapshots = new Map<string, LayerSnapshot>()

  function snapshotOf(layer: BaseNode): LayerSnapshot {
    const known = snapshots.get(layer.id)
    if (known) return known
    const parent = layer.type === 'PAGE' ? null : layer.parent
    let firstMask: { readonly found: number | null } | undefined
    const snapshot: LayerSnapshot = {
      id: layer.id,
      type: layer.type,
      accepts: acceptsOf(layer),
      isReplaceable: isReplaceable(layer),
      isHidden: isHidden(layer),
      isMask: isMask(layer),
      locked: 'locked' in layer && layer.locked,
      box: boxOf(layer) ?? NO_BOX,
      size: 'width' in layer ? { width: layer.width, height: layer.height } : { width: 0, height: 0 },
      transform: 'relativeTransform' in layer ? layer.relativeTransform : IDENTITY,
      autoLayout: roomOf(layer),
      isGrid: 'layoutMode' in layer && layer.layoutMode === 'GRID',
      clips: 'clipsContent' in layer && layer.clipsContent,
      isBoard: isBoard(layer),
      isPicture: layer.type !== 'PAGE' && isPicture(layer),
      parent: parent ? snapshotOf(parent) : null,
      // Only where it is asked for: a page can have thousands of children, and every change of the selection comes here.
      get index() {
        return parent ? parent.children.findIndex(({ id }) => id === layer.id) : 0
      },
      get firstMask() {
        firstMask ??= { found: firstMaskOf(layer) }
        return firstMask.found
      },
    }
    layers.set(layer.id, layer)
    snapshots.set(layer.id, snapshot)
    return snapshot
  }

  const layerOf = ({ id }: LayerSnapshot): BaseNode => {
    const layer = layers.get(id)
    if (!layer) throw new Error('a snapshot of another scene')
    return layer
  }

  const page = figma.currentPage
  const { x, y, width, height } = figma.viewport.bounds
  const scene: Scene = {
    page: snapshotOf(page),
    // Only where it is asked for: thousands of layers may be selected.
    get selection() {
      return page.selection.map(snapshotOf)
    },
    slide: figma.editorType === 'slides' && page.focusedSlide ? snapshotOf(page.focusedSlide) : null,
    view: { x, y, width, height },
    obstacles: (container, snapshot) => obstaclesIn(layerOf(container), snapshot, new Set(except)),
    roomIn: (container, count) => roomOf(layerOf(container), count),
    nextItems: (container, index, sizes) => nextItems(layerOf(container), index, sizes),
  }
  return { scene, snapshotOf, layerOf }
}

/** A group has no coordinates of its own: where it holds the snapshot, its children are in the way, and not the group. */
function obstaclesIn(
  container: BaseNode,
  snapshot: LayerSnapshot | null,
  except: ReadonlySet<string>,
): Box[] {
  const holders = new Set<string>()
  for (let holder = snapshot?.parent; holder; holder = holder.parent) holders.add(holder.id)
  const boxes: Box[] = []
  const add = (parent: BaseNode) => {
    if (!('children' in parent)) return
    for (const child of parent.children) {
      if (except.has(child.id)) continue
      if (child.type === 'GROUP' && holders.has(child.id)) add(child)
      else {
        const box = boxOf(child)
        if (box) boxes.push(box)
      }
    }
  }
  add(container)
  return boxes
}

/**
 * Where a mask begins among the children of a layer: it masks what follows (typings: isMask). Hidden masks count, too: they can be
 * shown again. Where auto layout reverses the order, it is not told what follows: then all counts as masked.
 */
function firstMaskOf(layer: BaseNode): number | null {
  if (!('children' in layer)) return null
  const first = layer.children.findIndex(isMask)
  if (first < 0) return null
  return 'itemReverseZIndex' in layer && layer.itemReverseZIndex ? 0 : first
}

const NO_BOX: Box = { x: 0, y: 0, width: 0, height: 0 }

const IDENTITY: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
]

/** The box around a layer, rotated or not, in the coordinates of its container. Null for what has none, such as a page. */
function boxOf(layer: BaseNode): Box | null {
  if (!('width' in layer && 'relativeTransform' in layer)) return null
  const [[a, c, e], [b, d, f]] = layer.relativeTransform
  const { width, height } = layer
  const xs = [0, a * width, c * height, a * width + c * height]
  const ys = [0, b * width, d * height, b * width + d * height]
  const left = Math.min(...xs)
  const top = Math.min(...ys)
  return { x: e + left, y: f + top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}
