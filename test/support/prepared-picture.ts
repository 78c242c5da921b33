import type { Picture } from '../../src/protocol/contract'
import { finishForCanvas } from '../../src/ui/stores/finish-for-canvas'
import { type PrepareOptions, prepare } from '../../src/vector/prepare'
import { pictureOf } from './picture'

/** An SVG as the panel prepares it and passes it on. */
export function preparedPicture(
  svg: string,
  options: PrepareOptions = {},
  more: Partial<Picture> = {},
): Picture {
  const { forCanvas, width, height, frameFill, ...prepared } = prepare(svg, options)
  return pictureOf(forCanvas?.svg ?? prepared.svg, {
    ...{ width, height, frameFill },
    ...(forCanvas && forCanvas.finish.length > 0 && { finish: finishForCanvas(forCanvas.finish) }),
    ...more,
  })
}
