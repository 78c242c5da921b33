import type { Shape } from '../drawing'
import { type Matrix, multiply } from '../matrix'
import { readDataUrl } from './data-url'
import type { XmlElement } from './document'
import { withEffects } from './groups'
import { imageSize } from './image-size'
import { readLength, readPx } from './lengths'
import { boxPath, clipTo } from './regions'
import type { EmbeddedImage, Scene } from './scene'
import type { State } from './state'
import { fitInto } from './viewport'

/** Raster formats that Figma and all browsers know, by how their files start. What the URL calls the format does not matter. */
const FORMATS: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'image/png'],
  ['\xff\xd8', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['RIFF', 'image/webp'],
]

/** Draws an image that is in the document, raster or SVG; anything else is counted as left out. Throws VectorError. */
export function drawImage(element: XmlElement, state: State, scene: Scene): void {
  const { shapes, outlines, canvas, budget } = scene
  const { declared } = state.computed
  const image = openImage(element.attributes.href ?? element.attributes['xlink:href'] ?? '', state, scene)
  if (!image) {
    if (state.style.visible) budget.leaveOut('image')
    return
  }
  budget.repeat(element)
  const x = readPx(declared.x, state.view.width, 0)
  const y = readPx(declared.y, state.view.height, 0)
  const [width, height] = boxSize(declared.width, declared.height, state, image.proportions)
  if (!(width > 0 && height > 0)) return
  outlines.push(boxPath({ x, y, width, height }, state.matrix))
  if (!state.style.visible) return
  const isStretched = declared.preserveAspectRatio?.trim().startsWith('none')
  const size = image.size ?? (isStretched ? image.proportions : { width, height })
  const own = { x: 0, y: 0, ...size }
  const fit = fitInto(own, width, height, declared.preserveAspectRatio)
  const matrix = multiply(multiply(state.matrix, { a: 1, b: 0, c: 0, d: 1, e: x, f: y }), fit)
  const drawn = image.draw(matrix, own)
  if (!drawn) {
    budget.leaveOut('image')
    return
  }
  // An image that covers the box is cut at the box; any other one lies within it.
  const isSlice = /\sslice\b/.test(declared.preserveAspectRatio ?? '')
  const isCut = isSlice && !['visible', 'auto'].includes(declared.overflow?.trim() ?? 'hidden')
  const seen = isCut ? boxPath({ x, y, width, height }, state.matrix) : boxPath(own, matrix)
  const clips = [clipTo(seen)]
  for (const one of withEffects(drawn, { clips, mask: null, opacity: 1, blendMode: 'normal', canvas })) {
    shapes.push(one)
  }
}

/** Opens the image in a data URL; null for all other addresses and formats. */
function openImage(href: string, state: State, scene: Scene): EmbeddedImage | null {
  const data = readDataUrl(href)
  if (data?.type === 'svg') return scene.openPicture(data.text)
  const size = data && imageSize(data.start)
  if (!size || !(size.width > 0 && size.height > 0)) return null
  const head = String.fromCharCode(...data.start.subarray(0, 4))
  const type = FORMATS.find(([sign]) => head.startsWith(sign))?.[1] ?? 'image/png'
  const rendering = state.computed.declared['image-rendering']?.trim() ?? ''
  const isPixelated = ['pixelated', 'crisp-edges'].includes(rendering)
  const draw = (matrix: Matrix): Shape[] => [
    {
      path: boxPath({ x: 0, y: 0, ...size }, matrix),
      fill: null,
      opacity: 1,
      fillRule: 'nonzero',
      stroke: null,
      content: {
        ...{ type: 'image', href: `data:${type};base64,${data.base64}`, ...size },
        ...{ matrix, opacity: 1, isPixelated },
      },
    },
  ]
  return { size, proportions: size, draw }
}

/** A missing side follows from the other one and the proportions of the image. */
function boxSize(
  width: string | undefined,
  height: string | undefined,
  { view }: State,
  size: { readonly width: number; readonly height: number },
): [number, number] {
  const across = readLength(width) ? readPx(width, view.width, 0) : null
  const down = readLength(height) ? readPx(height, view.height, 0) : null
  if (across !== null && down !== null) return [across, down]
  if (across !== null) return [across, (across * size.height) / size.width]
  if (down !== null) return [(down * size.width) / size.height, down]
  return [size.width, size.height]
}
