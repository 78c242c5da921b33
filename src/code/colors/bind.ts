import type { Binding, BindingReport } from '../../protocol/colors'
import { RequestFailure } from '../../protocol/fault'
import { createPainter } from './painter'
import type { Pause } from './slices'
import { visitLayers } from './visit-layers'

interface BindOptions {
  readonly pause: Pause
  readonly isStopped: () => boolean
  /** Whether the frame will become one vector. */
  readonly isFlattened: boolean
}

/**
 * Binds the colors of a picture, including the frame's fill. Colors that cannot be bound stay unbound and are in the report.
 * Rejects only with RequestFailure (`stopped`), if it was stopped or the frame was deleted.
 */
export async function bindColors(
  figma: PluginAPI,
  frame: FrameNode,
  bindings: readonly Binding[],
  { pause, isStopped, isFlattened }: BindOptions,
): Promise<BindingReport> {
  if (bindings.length === 0) return { bound: 0, of: 0, failed: [] }
  // Hidden until it is in its final place.
  frame.visible = false
  const changes = bindings.map(({ color, to, hex }) => ({ color, to, plain: hex }))
  const painter = await createPainter(figma, changes, { isFlattened })
  const paint = async (layer: SceneNode) => void (await painter.paint(layer))
  await visitLayers(() => [frame], paint, { pause, isStopped })
  if (isStopped() || frame.removed) throw new RequestFailure('stopped', 'while the colors were bound')
  return painter.report()
}
