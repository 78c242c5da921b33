import { withoutColors } from '../../colors/prompt'
import type { Job } from '../../jobs/job'
import type { Picture } from '../../protocol/contract'
import { strings } from '../../strings'
import { PART, splitSvg } from '../../vector/split'
import type { InsertAs } from '../layer-options'
import { finishForCanvas } from './finish-for-canvas'
import type { PreparedPicture } from './pictures'

/** Converts a prepared picture to the message for the sandbox: layers, name and recipe. */
export function pictureToInsert(job: Job, preparation: PreparedPicture, as: InsertAs): Picture {
  const { prepared, layerOptions, plan } = preparation
  const { width, height, frameFill, forCanvas } = prepared
  const { prompt, style, size, model } = job.request
  const { requestId, cost, startedAt: at } = job
  return {
    parts: splitSvg(forCanvas?.svg ?? prepared.svg, PART),
    // Other versions may generate without a prompt.
    name: withoutColors(prompt).trim() || strings.untitled,
    width,
    height,
    frameFill,
    as,
    bindings: plan.bindings,
    ...(forCanvas && { finish: finishForCanvas(forCanvas.finish) }),
    recipe: { version: 1, prompt, style, size, model, requestId, cost, at, ...layerOptions },
  }
}
