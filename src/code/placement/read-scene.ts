import { isPicture } from '../recipe'
import type { Box, Size } from './boxes'
import type { Scene, Spot } from './rules'

/** The document as the rules see it, and the way back from a spot to its layer. */
export interface ReadScene {
  readonly scene: Scene
  readonly spotOf: (layer: BaseNode) => Spot
  readonly layerOf: (spot: Spot) => BaseNode
}

/** Reads the current page. `except`: the id of a layer that counts as not there. */
export function readScene(figma: PluginAPI, { except }: { readonly except?: string } = {}): ReadScene {
  const layers = new Map<string, BaseNode>()
  const spots = new Map<string, Spot>()

  function spotOf(layer: BaseNode): Spot {
    const known = spots.get(layer.id)
    if (known) return known
    const parent = layer.type === 'PAGE' ? null : layer.parent
    const spot: Spot = {
      id: layer.id,
      type: layer.type,
      locked: 'locked' in layer && layer.locked,
      box: boxOf(layer),
      size: 'width' in layer ? { width: layer.width, height: layer.height } : { width: 0, height: 0 },
      autoLayout: roomOf(layer),
      isGrid: 'layoutMode' in layer && layer.layoutMode === 'GRID',
      clips: 'clipsContent' in layer && layer.clipsContent,
      isPicture: layer.type !== 'PAGE' && isPicture(layer),
      parent: parent ? spotOf(parent) : null,
      // Only where it is asked for: a page can have thousands of children, and every change of the selection comes here.
      get index() {
        return parent ? parent.children.findIndex(({ id }) => id === layer.id) : 0
      },
    }
    layers.set(layer.id, layer)
    spots.set(layer.id, spot)
    return spot
  }

  const layerOf = ({ id }: Spot): BaseNode => {
    const layer = layers.get(id)
    if (!layer) throw new Error('a spot of another scene')
    return layer
  }

  const page = figma.currentPage
  const { x, y, width, height } = figma.viewport.bounds
  const scene: Scene = {
    page: spotOf(page),
    // Only where it is asked for: thousands of layers may be selected.
    get selection() {
      return page.selection.map(spotOf)
    },
    slide: figma.editorType === 'slides' && page.focusedSlide ? spotOf(page.focusedSlide) : null,
    view: { x, y, width, height },
    obstacles: (container, spot) => obstaclesIn(layerOf(container), spot, except),
  }
  return { scene, spotOf, layerOf }
}

/** A group has no coordinates of its own: where it holds the spot, its children are in the way, and not the group. */
function obstaclesIn(container: BaseNode, spot: Spot | null, except: string | undefined): Box[] {
  const holders = new Set<string>()
  for (let holder = spot?.parent; holder; holder = holder.parent) holders.add(holder.id)
  const boxes: Box[] = []
  const add = (parent: BaseNode) => {
    if (!('children' in parent)) return
    for (const child of parent.children) {
      if (child.id === except) continue
      if (child.type === 'GROUP' && holders.has(child.id)) add(child)
      else if (child.type !== 'PAGE') boxes.push(boxOf(child))
    }
  }
  add(container)
  return boxes
}

/** The box around a layer, rotated or not, in the coordinates of its container. */
function boxOf(layer: BaseNode): Box {
  if (!('width' in layer)) return { x: 0, y: 0, width: 0, height: 0 }
  const [[a, c, e], [b, d, f]] = layer.relativeTransform
  const { width, height } = layer
  const xs = [0, a * width, c * height, a * width + c * height]
  const ys = [0, b * width, d * height, b * width + d * height]
  const left = Math.min(...xs)
  const top = Math.min(...ys)
  return { x: e + left, y: f + top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

/** The room inside the padding; infinite where the frame grows with its items. */
function roomOf(layer: BaseNode): Size | null {
  if (!('layoutMode' in layer) || layer.layoutMode === 'NONE') return null
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = layer
  const room = (side: number, sizing: string) =>
    sizing === 'HUG' || side <= 0 ? Number.POSITIVE_INFINITY : side
  return {
    width: room(layer.width - paddingLeft - paddingRight, layer.layoutSizingHorizontal),
    height: room(layer.height - paddingTop - paddingBottom, layer.layoutSizingVertical),
  }
}
