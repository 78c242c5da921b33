import type { Size } from '../placement/boxes'

/** `rescale` throws for less than 0.01 (typings); what is smaller is done in steps of this. */
const STEP = 0.02

type Resizable = Pick<FrameNode, 'width' | 'height' | 'rescale' | 'resize'>

/**
 * Gives a frame with a picture another size, in px, strokes and all. `rescale` keeps the proportion, and is repeated for what is too small
 * for one; the rest, less than a px or 1 %, is up to `resize`, which stretches what was imported (typings: its layers have the
 * constraint SCALE).
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
