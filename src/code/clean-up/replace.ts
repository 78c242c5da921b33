import type { CleanedLayer, CleanLayer } from '../../protocol/clean-up'
import { RequestFailure } from '../../protocol/fault'
import { canvasStrings } from '../../strings/canvas'
import { draw } from '../insert/draw'
import type { ImportOptions } from '../insert/import'
import { replaceLayer } from '../insert/replace-layer'

type Replacement = FrameNode | VectorNode

/** Smaller differences, in px, come from rounding the coordinates. */
const TOLERANCE = 0.1

/** Number of layers to move between two pauses. */
const BATCH_SIZE = 100

/**
 * Replaces the original with the cleaned layer. Rejects with RequestFailure (`import-refused`, `import-empty`, `stopped`, `not-replaced`),
 * with the original unchanged; the layers passed to `onLayer` are then still on the page.
 */
export async function replaceByCleaned(
  figma: PluginAPI,
  original: SceneNode,
  clean: CleanLayer,
  options: ImportOptions,
): Promise<CleanedLayer> {
  const { offset, clips, keepsOriginal } = clean
  const drawable = { ...clean, as: 'frame' as const, frameFill: false }
  const { frame, layers, binding, finish } = await draw(figma, drawable, options)
  frame.resizeWithoutConstraints(original.width, original.height)
  for (const [i, layer] of frame.children.entries()) {
    if (i > 0 && i % BATCH_SIZE === 0) await options.pause()
    layer.x -= offset.x
    layer.y -= offset.y
  }
  if (original.removed) throw new RequestFailure('layer-gone', 'it was deleted meanwhile')
  // From here on, no `await`: the user must never see an intermediate state.
  frame.clipsContent = clips
  const layer = onlyVector(frame, original) ?? frame
  options.onLayer(layer)
  if ('opacity' in original) {
    layer.opacity = original.opacity
    layer.blendMode = original.blendMode
  }
  try {
    replaceLayer(
      original,
      { layer, offset: { x: 0, y: 0 } },
      { keeps: keepsOriginal, isVisible: original.visible },
    )
  } catch (error) {
    throw new RequestFailure('not-replaced', String(error))
  }
  layer.setRelaunchData(canvasStrings.cleaned)
  return { nodeId: layer.id, layers, binding, finish }
}

/** Returns the vector alone if the frame has nothing else and the original was not a frame. It is then on the page. */
function onlyVector(frame: FrameNode, original: SceneNode): Replacement | null {
  const [vector, ...others] = frame.children
  if (vector?.type !== 'VECTOR' || others.length > 0 || 'clipsContent' in original) return null
  const { width, height } = original
  const isWhole =
    Math.abs(vector.x) < TOLERANCE &&
    Math.abs(vector.y) < TOLERANCE &&
    Math.abs(vector.width - width) < TOLERANCE &&
    Math.abs(vector.height - height) < TOLERANCE
  if (!isWhole || !frame.parent) return null
  vector.visible = false
  frame.parent.appendChild(vector)
  frame.remove()
  if (vector.width !== width || vector.height !== height) vector.resize(width, height)
  return vector
}
