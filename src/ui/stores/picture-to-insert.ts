import { withoutColors } from '../../colors/prompt'
import type { Job } from '../../jobs/job'
import type { Picture } from '../../protocol/contract'
import { strings } from '../../strings'
import { PART, splitSvg } from '../../vector/split'
import type { InsertAs } from '../layer-options'
import { finishForCanvas } from './finish-for-canvas'
import type { Picked } from './picks'
import type { PreparedPicture } from './pictures'

/** Converts the selected part of a prepared picture to the message for the sandbox: layers, name, and recipe. */
export function pictureToInsert(
  job: Job,
  { layerOptions, plan }: PreparedPicture,
  { prepared, isPart }: Picked,
  as: InsertAs,
): Picture {
  const { svg, forCanvas, width, height, frameFill } = prepared
  const { prompt, style, size, model } = job.request
  const { requestId, cost, startedAt: at, isOwn } = job
  return {
    parts: splitSvg(forCanvas?.svg ?? svg, PART),
    // Other versions may generate without a prompt.
    name: withoutColors(prompt).trim() || strings.untitled,
    width,
    height,
    frameFill,
    as,
    // Otherwise colors of objects that were taken out would count as not bound.
    bindings: isPart ? plan.bindings.filter(({ color }) => svg.includes(color)) : plan.bindings,
    // It may only concern objects that were taken out.
    ...(forCanvas && forCanvas.finish.length > 0 && { finish: finishForCanvas(forCanvas.finish) }),
    recipe: {
      version: 1,
      prompt,
      style,
      size,
      model,
      requestId,
      cost,
      at,
      ...(isOwn && { origin: 'file' }),
      ...layerOptions,
    },
  }
}
