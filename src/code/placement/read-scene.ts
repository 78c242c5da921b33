import { isPicture } from '../recipe'
import { acceptsOf, isBoard, isHidden, isMask, isReplaceable } from './abilities'
import { availableSpace, nextItems } from './auto-layout'
import type { Box } from './boxes'
import type { Matrix } from './clipping'
import type { LayerSnapshot, Scene } from './snapshots'

/** The document as the rules see it, and the mapping between snapshots and layers. */
export interface ReadScene {
  readonly scene: Scene
  readonly snapshotOf: (layer: BaseNode) => LayerSnapshot
  readonly layerOf: (snapshot: LayerSnapshot) => BaseNode
}

/** Reads the current page. `except`: the ids of layers to ignore. */
export function readScene(figma: PluginAPI, except: readonly string[] = []): ReadScene {
  const layers = new Map<string, BaseNode>()
  const snapshots = new Map<string, LayerSnapshot>()

  function snapshotOf(layer: BaseNode): LayerSnapshot {
    // Every property that is read from a layer takes time.
    const { id, type } = layer
    const known = snapshots.get(id)
    if (known) return known
    const parent = type === 'PAGE' ? null : layer.parent
    let firstMask: { readonly found: number | null } | undefined
    const snapshot: LayerSnapshot = {
      id,
      type,
      accepts: acceptsOf(layer),
      isReplaceable: isReplaceable(layer),
      isHidden: isHidden(layer),
      isMask: isMask(layer),
      locked: 'locked' in layer && layer.locked,
      box: boxOf(layer) ?? NO_BOX,
      size: 'width' in layer ? { width: layer.width, height: layer.height } : { width: 0, height: 0 },
      transform: 'relativeTransform' in layer ? layer.relativeTransform : IDENTITY,
      autoLayout: availableSpace(layer),
      isGrid: 'layoutMode' in layer && layer.layoutMode === 'GRID',
      clips: 'clipsContent' in layer && layer.clipsContent,
      isBoard: isBoard(layer),
      isPicture: layer.type !== 'PAGE' && isPicture(layer),
      parent: parent ? snapshotOf(parent) : null,
      // Computed on demand: a page can have thousands of children, and this runs on every selection change.
      get index() {
        return parent ? parent.children.findIndex((child) => child.id === id) : 0
      },
      get firstMask() {
        firstMask ??= { found: firstMaskOf(layer) }
        return firstMask.found
      },
    }
    layers.set(id, layer)
    snapshots.set(id, snapshot)
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
    // Computed on demand: thousands of layers may be selected.
    get selection() {
      return page.selection.map(snapshotOf)
    },
    slide: figma.editorType === 'slides' && page.focusedSlide ? snapshotOf(page.focusedSlide) : null,
    view: { x, y, width, height },
    obstacles: (container, snapshot) => obstaclesIn(layerOf(container), snapshot, new Set(except)),
    roomIn: (container, count) => availableSpace(layerOf(container), count),
    nextItems: (container, index, sizes) => nextItems(layerOf(container), index, sizes),
  }
  return { scene, snapshotOf, layerOf }
}

/**
 * Returns the boxes in a container. For groups that contain the snapshot, their children are the obstacles, because a group has no
 * coordinates of its own.
 */
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
 * Returns the index of the first mask among the children of a layer: it masks the siblings after it (typings: isMask). Hidden
 * masks count because they can be shown again. If auto layout reverses the order, it is undocumented which siblings are masked,
 * so all count.
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

/** Returns the bounding box of a layer, including its rotation, in the coordinates of its container. Null for a page. */
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
