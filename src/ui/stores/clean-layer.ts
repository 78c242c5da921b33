import type { CleanLayer, ExportedLayer } from '../../protocol/clean-up'
import type { Prepared, PrepareOptions } from '../../vector/prepare'
import { PART, splitSvg } from '../../vector/split'
import type { LayerOptions } from '../layer-options'
import { finishForCanvas } from './finish-for-canvas'

/** Returns how an exported layer is prepared. Colors with a variable or style are not merged with others. */
export const cleanOptions = (layerOptions: LayerOptions, { bindings }: ExportedLayer): PrepareOptions => ({
  ...layerOptions,
  background: 'keep',
  ...(bindings.length > 0 && { unify: 0 }),
})

/** Converts a cleaned layer to the message for the sandbox. */
export function cleanLayer(
  nodeId: string,
  { offset, clips, bindings }: ExportedLayer,
  { forCanvas, svg, width, height }: Prepared,
  keepsOriginal: boolean,
): CleanLayer {
  return {
    ...{ nodeId, offset, clips, bindings, keepsOriginal, width, height },
    parts: splitSvg(forCanvas?.svg ?? svg, PART),
    ...(forCanvas && forCanvas.finish.length > 0 && { finish: finishForCanvas(forCanvas.finish) }),
  }
}
