import type { Binding, BindingReport } from '../../protocol/colors'
import { RequestFailure } from '../../protocol/fault'
import { createPainter } from './painter'
import type { Pause } from './slices'
import { visitLayers } from './visit-layers'

interface BindOptions {
  readonly pause: Pause
  readonly isStopped: () => boolean
  /** The frame is about to become one vector. */
  readonly isFlattened: boolean
}

/**
 * Binds the colors of a picture, the frame's own fill among them. What cannot be bound stays plain, and is in the report.
 * Rejects with RequestFailure (`stopped`) only: where it was given up, or the frame was deleted meanwhile.
 */
export async function bindColors(
  figma: PluginAPI,
  frame: FrameNode,
  bindings: readonly Binding[],
  { pause, isStopped, isFlattened }: BindOptions,
): Promise<BindingReport> {
  if (bindings.length === 0) return { bound: 0, of: 0, failed: [] }
  // It is not seen before it is where it belongs.
  frame.visible = false
  const wishes = bindings.map(({ color, to, hex }) => ({ color, to, plain: hex }))
  const painter = await createPainter(figma, wishes, { isFlattened })
  const paint = async (layer: SceneNode) => void (await painter.paint(layer))
  await visitLayers(() => [frame], paint, { pause, isStopped })
  if (isStopped() || frame.removed) throw new RequestFailure('stopped', 'while the colors were bound')
  return painter.report()
}
