import type { Size } from './boxes'
import type { ReadScene } from './read-scene'
import type { LayerSnapshot, Scene } from './snapshots'

/** A typical picture size in px: where a picture goes depends slightly on it. */
export const TYPICAL_SIZE: Size = { width: 1024, height: 1024 }

/**
 * Returns the scene without obstacles and with at most two of the selected layers, so that finding the container of a picture does not
 * read other layers. Two are enough: the rules only ask whether several are selected, and thousands may be.
 */
export function reducedScene(figma: PluginAPI, { scene, snapshotOf }: ReadScene): Scene {
  const few = figma.currentPage.selection.slice(0, 2).map(snapshotOf).map(withoutSiblings)
  return Object.create(scene, {
    page: { value: withoutSiblings(scene.page) },
    slide: { value: scene.slide && withoutSiblings(scene.slide) },
    selection: { value: few },
    obstacles: { value: () => [] },
    nextItems: { value: () => null },
  })
}

/** Returns a snapshot without its index and masks, because computing them would read all siblings. */
function withoutSiblings(snapshot: LayerSnapshot): LayerSnapshot {
  const parent = snapshot.parent && withoutSiblings(snapshot.parent)
  return Object.create(snapshot, {
    index: { value: 0 },
    firstMask: { value: null },
    parent: { value: parent },
  }) as LayerSnapshot
}

/**
 * Returns the scene without obstacles on the page itself: a page always has space, so that its layers only affect where on it a picture
 * goes.
 */
export const withAnEmptyPage = (scene: Scene): Scene =>
  Object.create(scene, {
    obstacles: {
      value: (...[container, snapshot]: Parameters<Scene['obstacles']>) =>
        container.parent ? scene.obstacles(container, snapshot) : [],
    },
  })
