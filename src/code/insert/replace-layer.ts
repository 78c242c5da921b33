import { centered, fitted } from '../placement/fit'
import type { Converted } from './convert'
import type { FitTo } from './fit-to'

/** Smaller differences, in px, are invisible. */
const TOLERANCE = 0.01

/** Number of layers to move between two pauses. */
const BATCH_SIZE = 100

/**
 * Resizes the frame to the exact size of the layer that it will replace, even if that is not whole px. The picture is fitted and centered
 * in it, on whole px. Pauses in between, so that the editor stays responsive.
 */
export async function fitInto(
  frame: FrameNode,
  { width, height }: SceneNode,
  { fitTo, pause }: { readonly fitTo: FitTo; readonly pause: () => Promise<void> },
): Promise<void> {
  const room = { width, height }
  const size = fitted({ width: frame.width, height: frame.height }, room)
  fitTo(frame, size)
  if (isSame(size.width, width) && isSame(size.height, height)) return
  const { x: dx, y: dy } = centered(size, room)
  frame.resizeWithoutConstraints(width, height)
  for (const [i, layer] of frame.children.entries()) {
    if (i > 0 && i % BATCH_SIZE === 0) await pause()
    if (dx !== 0) layer.x += dx
    if (dy !== 0) layer.y += dy
  }
}

/**
 * Replaces `target` by the layer, which already has its size. It gets the same parent, order, name, rotation and constraints,
 * and the same auto layout settings. If this throws, `target` is unchanged. `keeps`: `target` stays, hidden.
 * `isVisible`: whether the layer is visible afterwards.
 */
export function replaceLayer(
  target: SceneNode,
  { layer, offset }: Pick<Converted, 'layer' | 'offset'>,
  { keeps = false, isVisible = true } = {},
): void {
  const { parent, name, visible } = target
  if (!parent) throw new Error('the layer has gone')
  const index = parent.children.findIndex(({ id }) => id === target.id)
  const autoLayout = 'layoutMode' in parent && parent.layoutMode !== 'NONE' ? parent : null
  const settings = autoLayout && 'layoutGrow' in target ? layoutOf(target) : null
  // A layer that is smaller than the target, as a vector can be, must not be stretched to its size.
  const isWhole = isSame(layer.width, target.width) && isSame(layer.height, target.height)
  let transform = movedBy(target.relativeTransform, offset)
  try {
    layer.name = name
    layer.visible = false
    // In its place from the start: a group that it would enlarge might be scaled down by its own limits.
    layer.relativeTransform = transform
    parent.insertChild(index, layer)
    // A group in auto layout has moved, because the layer is not in its place yet.
    if (parent.type === 'GROUP') transform = movedBy(target.relativeTransform, offset)
    if ('constraints' in target) layer.constraints = target.constraints
    if (settings?.layoutPositioning === 'ABSOLUTE') layer.layoutPositioning = 'ABSOLUTE'
    // Auto layout positions its visible items, so they need a transform only for a rotation.
    if (settings?.layoutPositioning !== 'AUTO' || !isVisible || isTurned(transform))
      layer.relativeTransform = transform
    if (settings && isWhole) Object.assign(layer, settings)
    // Never show both at once: items that fill the remaining space would shrink to nothing, and not regain their size.
    target.visible = false
    layer.visible = isVisible
    if (!keeps) target.remove()
  } catch (error) {
    if (!target.removed) target.visible = visible
    throw error
  }
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < TOLERANCE

const isTurned = ([[a, c], [b, d]]: Transform): boolean => a !== 1 || b !== 0 || c !== 0 || d !== 1

const movedBy = ([[a, c, e], [b, d, f]]: Transform, { x, y }: Converted['offset']): Transform => [
  [a, c, a * x + c * y + e],
  [b, d, b * x + d * y + f],
]

/** Reads the auto layout settings of an item, including whether its sides are fixed or fill the remaining space. */
function layoutOf(layer: LayoutMixin) {
  const { layoutPositioning, layoutAlign, layoutGrow } = layer
  const limits: { -readonly [Limit in (typeof LIMITS)[number]]?: number } = {}
  // An absolutely positioned layer may have limits from before, without effect, but none can be set.
  for (const name of layoutPositioning === 'ABSOLUTE' ? [] : LIMITS) {
    const limit = layer[name]
    if (limit !== null) limits[name] = limit
  }
  return { layoutPositioning, layoutAlign, layoutGrow, ...limits }
}

const LIMITS = ['minWidth', 'maxWidth', 'minHeight', 'maxHeight'] as const
