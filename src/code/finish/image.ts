import type { FinishStep } from '../../protocol/finish'
import { axesOf, transformAt } from './axes'
import { replaceBy } from './replace'

type ImageStep = Extract<FinishStep, { kind: 'image' }>

/** Figma's minimum side of a layer, in px. */
const MIN_SIDE = 0.01

/** If the aspect ratios differ by more than this share, the image counts as stretched. */
const SAME_RATIO = 1e-3

/** Stretches the whole image over the layer. */
const STRETCHED: Pick<ImagePaint, 'scaleMode' | 'imageTransform'> = {
  scaleMode: 'CROP',
  imageTransform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
}

/** Adds images to the file. Throws if Figma refuses one. */
export function createImages(figma: PluginAPI, files: readonly string[]) {
  const hashes = new Map<number, string>()
  return (index: number): string => {
    const hash = hashes.get(index) ?? figma.createImage(figma.base64Decode(files[index] ?? '')).hash
    hashes.set(index, hash)
    return hash
  }
}

/** Replaces a layer with a rectangle filled with the image. Throws without having changed anything. */
export function replaceByImage(
  figma: PluginAPI,
  layer: SceneNode,
  { width, height, matrix, opacity }: ImageStep,
  imageHash: string,
): void {
  const { scaleX, scaleY } = axesOf(matrix)
  const shape = figma.createRectangle()
  try {
    shape.name = layer.name
    shape.resize(Math.max(MIN_SIDE, width * scaleX), Math.max(MIN_SIDE, height * scaleY))
    const isStretched = Math.abs(scaleX / scaleY - 1) > SAME_RATIO
    shape.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash, ...(isStretched && STRETCHED) }]
  } catch (error) {
    shape.remove()
    throw error
  }
  replaceBy(figma, layer, [{ shape, transform: transformAt(matrix, 0, 0) }], opacity)
}
