import { withoutColors } from '../../colors/prompt'
import type { Job } from '../../jobs/job'
import type { Picture } from '../../protocol/contract'
import { strings } from '../../strings'
import { PART, splitSvg } from '../../vector/split'
import type { InsertAs } from '../layer-options'
import type { PreparedPicture } from './pictures'

/** What the sandbox is given of a prepared picture: its layers, what they are called, and what it was made from. */
export function pictureToInsert(job: Job, preparation: PreparedPicture, as: InsertAs): Picture {
  const { prepared, layerOptions, plan } = preparation
  const { svg, width, height, frameFill } = prepared
  const { prompt, style, size, model } = job.request
  const { requestId, cost, startedAt: at } = job
  return {
    parts: splitSvg(svg, PART),
    // Another version may draw without a prompt.
    name: withoutColors(prompt).trim() || strings.untitled,
    width,
    height,
    frameFill,
    as,
    bindings: plan.bindings,
    recipe: { version: 1, prompt, style, size, model, requestId, cost, at, ...layerOptions },
  }
}
