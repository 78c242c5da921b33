import type { Size } from './boxes'
import type { ReadScene } from './read-scene'
import type { LayerSnapshot, Scene } from './snapshots'

/** What a picture has in px, as a rule: where it goes depends a little on it. */
export const USUAL: Size = { width: 1024, height: 1024 }

/**
 * A scene as if nothing were in the way anywhere, with no more than two of the selected layers: to tell which container a picture goes into
 * takes no reading of others. More than one is all that the rules ask; thousands may be selected.
 */
export function atAGlance(figma: PluginAPI, { scene, snapshotOf }: ReadScene): Scene {
  const few = figma.currentPage.selection.slice(0, 2).map(snapshotOf).map(alone)
  return Object.create(scene, {
    page: { value: alone(scene.page) },
    slide: { value: scene.slide && alone(scene.slide) },
    selection: { value: few },
    obstacles: { value: () => [] },
    nextItems: { value: () => null },
  })
}

/** A layer without its place among others and the masks in it, for which all of them would have to be read. */
function alone(snapshot: LayerSnapshot): LayerSnapshot {
  const parent = snapshot.parent && alone(snapshot.parent)
  return Object.create(snapshot, {
    index: { value: 0 },
    firstMask: { value: null },
    parent: { value: parent },
  }) as LayerSnapshot
}

/**
 * A scene in which nothing lies on the page itself: there is room for a picture whatever lies there, so that only where in the page it goes
 * depends on that.
 */
export const withAnEmptyPage = (scene: Scene): Scene =>
  Object.create(scene, {
    obstacles: {
      value: (...[container, snapshot]: Parameters<Scene['obstacles']>) =>
        container.parent ? scene.obstacles(container, snapshot) : [],
    },
  })
