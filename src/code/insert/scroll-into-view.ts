import { centerOf, unionOf, visibleShare } from '../placement/boxes'

/** If a smaller share of a picture is in view, the view scrolls to it. */
const MIN_SHARE_IN_VIEW = 0.1

/** The same for several pictures: the user compares them, and must see more of each. */
const COMPARABLE = 0.5

/** Scrolls to the layers unless enough of each is in view. */
export function scrollIntoView(figma: PluginAPI, layers: readonly SceneNode[]): void {
  const boxes = layers
    .map(({ absoluteBoundingBox }) => absoluteBoundingBox)
    .filter((each): each is Rect => each !== null)
  const box = unionOf(boxes)
  const { bounds } = figma.viewport
  const least = layers.length > 1 ? COMPARABLE : MIN_SHARE_IN_VIEW
  if (!box || boxes.every((each) => visibleShare(each, bounds) >= least)) return
  if (box.width < bounds.width && box.height < bounds.height) figma.viewport.center = centerOf(box)
  else figma.viewport.scrollAndZoomIntoView(layers)
}
