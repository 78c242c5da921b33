import { middleOf, unionOf, visibleShare } from '../placement/boxes'

/** Less of a picture in view than this, and the eye does not find it. */
const IN_SIGHT = 0.1

/** Several are compared: there is more to be seen of each. */
const COMPARABLE = 0.5

/** Moves the view only where one of the pictures would not be seen. */
export function bringIntoSight(figma: PluginAPI, layers: readonly SceneNode[]): void {
  const boxes = layers
    .map(({ absoluteBoundingBox }) => absoluteBoundingBox)
    .filter((each): each is Rect => each !== null)
  const box = unionOf(boxes)
  const { bounds } = figma.viewport
  const least = layers.length > 1 ? COMPARABLE : IN_SIGHT
  if (!box || boxes.every((each) => visibleShare(each, bounds) >= least)) return
  if (box.width < bounds.width && box.height < bounds.height) figma.viewport.center = middleOf(box)
  else figma.viewport.scrollAndZoomIntoView(layers)
}
