import type { Capabilities } from '../capabilities'
import type { Size } from '../placement/boxes'
import { leavesOf } from '../svg/match'

/** `rescale` throws for factors below 0.01 (typings), so smaller ones are applied in steps of this. */
const STEP = 0.02

/** Minimum size of a layer, in px (typings). */
const MIN_SIDE = 0.01

/** Scales a layer with a picture, including its strokes, to another size in px. */
export type FitTo = (layer: SceneNode & LayoutMixin, size: Size) => void

/** Returns the function that scales pictures in this editor. */
export const createFitTo =
  (capabilities: Pick<Capabilities, 'differs'>): FitTo =>
  (layer, size) => {
    if (isSize(layer, size)) return
    if (capabilities.differs('rescale') || capabilities.differs('resize')) scaleEach(layer, size)
    else scale(layer, size)
  }

/**
 * `rescale` keeps the aspect ratio. The remaining difference, less than a px or 1 %, is left to `resize`, which stretches imported
 * layers (typings: they have the constraint SCALE).
 */
function scale(layer: SceneNode & LayoutMixin, size: Size): void {
  const [across, down] = [size.width / layer.width, size.height / layer.height]
  let left = across === down ? across : Math.sqrt(across * down)
  for (; left < STEP; left /= STEP) layer.rescale(STEP)
  if (left !== 1 && !isSize(layer, size)) layer.rescale(left)
  if (!isSize(layer, size)) layer.resize(size.width, size.height)
}

/** Scales the layers inside one by one, for editors in which they do not follow the frame. */
function scaleEach(layer: SceneNode & LayoutMixin, { width, height }: Size): void {
  const [across, down] = [width / layer.width, height / layer.height]
  const inside = leavesOf(layer)
    .filter(({ id }) => id !== layer.id)
    .map((leaf) => ({
      leaf: leaf as VectorNode,
      x: leaf.x,
      y: leaf.y,
      width: leaf.width,
      height: leaf.height,
    }))
  layer.resize(width, height)
  const stroke = Math.sqrt(across * down)
  for (const { leaf, ...box } of inside) {
    leaf.resize(Math.max(MIN_SIDE, box.width * across), Math.max(MIN_SIDE, box.height * down))
    leaf.x = box.x * across
    leaf.y = box.y * down
    if (typeof leaf.strokeWeight === 'number') leaf.strokeWeight *= stroke
    if (leaf.dashPattern.length > 0) leaf.dashPattern = leaf.dashPattern.map((dash) => dash * stroke)
  }
}

const isSize = (layer: Size, { width, height }: Size): boolean =>
  layer.width === width && layer.height === height
