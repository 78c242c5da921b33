import type { FinishStep } from '../../protocol/finish'
import { axesOf, transformAt } from './axes'
import { replaceBy } from './replace'

type ImageStep = Extract<FinishStep, { kind: 'image' }>

/** Figma's shortest side of a layer, in px. */
const SMALLEST_SIDE = 0.01

/** Width by height may differ by this share before the image counts as stretched. */
const SAME_RATIO = 1e-3

/** The whole image, stretched over the layer. */
const STRETCHED: Pick<ImagePaint, 'scaleMode' | 'imageTransform'> = {
  scaleMode: 'CROP',
  imageTransform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
}

/** Stores images in the file. Throws if Figma refuses one. */
export function createImages(figma: PluginAPI, files: readonly string[]) {
  const hashes = new Map<number, string>()
  return (index: number): string => {
    const hash = hashes.get(index) ?? figma.createImage(figma.base64Decode(files[index] ?? '')).hash
    hashes.set(index, hash)
    return hash
  }
}

/** Replaces a layer by a rectangle with the image as its fill. Throws without having changed anything. */
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
    shape.resize(Math.max(SMALLEST_SIDE, width * scaleX), Math.max(SMALLEST_SIDE, height * scaleY))
    const isStretched = Math.abs(scaleX / scaleY - 1) > SAME_RATIO
    shape.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash, ...(isStretched && STRETCHED) }]
  } catch (error) {
    shape.remove()
    throw error
  }
  replaceBy(figma, layer, [{ shape, transform: transformAt(matrix, 0, 0) }], opacity)
}
