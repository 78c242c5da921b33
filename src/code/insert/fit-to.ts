import type { Size } from '../placement/boxes'

/** `rescale` throws for factors below 0.01 (typings), so smaller ones are applied in steps of this. */
const STEP = 0.02

type Resizable = Pick<FrameNode, 'width' | 'height' | 'rescale' | 'resize'>

/**
 * Scales a frame with a picture, including its strokes, to another size in px. `rescale` keeps the aspect ratio. The remaining
 * difference, less than a px or 1 %, is left to `resize`, which stretches imported layers (typings: they have the constraint
 * SCALE).
 */
export function fitTo(frame: Resizable, { width, height }: Size): void {
  const [across, down] = [width / frame.width, height / frame.height]
  let left = across === down ? across : Math.sqrt(across * down)
  for (; left < STEP; left /= STEP) frame.rescale(STEP)
  if (left !== 1 && !isSize(frame, width, height)) frame.rescale(left)
  if (!isSize(frame, width, height)) frame.resize(width, height)
}

const isSize = (frame: Resizable, width: number, height: number): boolean =>
  frame.width === width && frame.height === height
