import { centered, fitted } from '../placement/fit'
import type { Converted } from './convert'
import { fitTo } from './fit-to'

/** Differences of less than this, in px, nobody sees. */
const SAME = 0.01

/** So many layers are moved before the editor gets its turn. */
const AT_ONCE = 100

/**
 * Makes the frame as large as the layer whose place it is to take, also where that has no whole px: the picture is fitted in, centered, on
 * whole px. Gives the editor its turn in between.
 */
export async function fitInto(
  frame: FrameNode,
  { width, height }: SceneNode,
  pause: () => Promise<void>,
): Promise<void> {
  const room = { width, height }
  const size = fitted({ width: frame.width, height: frame.height }, room)
  fitTo(frame, size)
  if (isSame(size.width, width) && isSame(size.height, height)) return
  const { x: dx, y: dy } = centered(size, room)
  frame.resizeWithoutConstraints(width, height)
  for (const [i, layer] of frame.children.entries()) {
    if (i > 0 && i % AT_ONCE === 0) await pause()
    if (dx !== 0) layer.x += dx
    if (dy !== 0) layer.y += dy
  }
}

/**
 * Puts the layer, which has its size already, in the place of another, and removes that one: same parent, order, name and
 * rotation, same constraints, and in auto layout the same settings. Throws with the other one as it was.
 */
export function takePlaceOf(target: SceneNode, { layer, offset }: Converted): void {
  const { parent, name, visible } = target
  if (!parent) throw new Error('the layer has gone')
  const index = parent.children.findIndex(({ id }) => id === target.id)
  const autoLayout = 'layoutMode' in parent && parent.layoutMode !== 'NONE' ? parent : null
  const settings = autoLayout && 'layoutGrow' in target ? layoutOf(target) : null
  // What is smaller than the layer, as a vector can be, must not be stretched to its size.
  const isWhole = isSame(layer.width, target.width) && isSame(layer.height, target.height)
  const transform = movedBy(target.relativeTransform, offset)
  try {
    layer.name = name
    layer.visible = false
    parent.insertChild(index, layer)
    if ('constraints' in target) layer.constraints = target.constraints
    if (settings?.layoutPositioning === 'ABSOLUTE') layer.layoutPositioning = 'ABSOLUTE'
    // Auto layout gives its items their places: there only what is turned needs more.
    if (settings?.layoutPositioning !== 'AUTO' || isTurned(transform)) layer.relativeTransform = transform
    if (settings && isWhole) Object.assign(layer, settings)
    // Never both at once: items that fill what is left would be squeezed to nothing, and not come back as they were.
    target.visible = false
    layer.visible = true
    target.remove()
  } catch (error) {
    if (!target.removed) target.visible = visible
    throw error
  }
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < SAME

const isTurned = ([[a, c], [b, d]]: Transform): boolean => a !== 1 || b !== 0 || c !== 0 || d !== 1

const movedBy = ([[a, c, e], [b, d, f]]: Transform, { x, y }: Converted['offset']): Transform => [
  [a, c, a * x + c * y + e],
  [b, d, b * x + d * y + f],
]

/** How a layer behaves inside a frame that lays out its children, and so how long its sides are: fixed, or filling what is left. */
function layoutOf(layer: LayoutMixin) {
  const { layoutPositioning, layoutAlign, layoutGrow } = layer
  const limits: { -readonly [Limit in (typeof LIMITS)[number]]?: number } = {}
  for (const name of LIMITS) {
    const limit = layer[name]
    // To set none where there is none is an error for what is placed by hand.
    if (limit !== null) limits[name] = limit
  }
  return { layoutPositioning, layoutAlign, layoutGrow, ...limits }
}

const LIMITS = ['minWidth', 'maxWidth', 'minHeight', 'maxHeight'] as const
