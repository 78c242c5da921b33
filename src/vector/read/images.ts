import { multiply } from '../matrix'
import type { XmlElement } from './document'
import { withEffects } from './groups'
import { decodeBase64, imageSize } from './image-size'
import { readLength, readPx } from './lengths'
import { boxPath, clipTo } from './regions'
import type { Scene } from './scene'
import type { State } from './state'
import { fitInto } from './viewport'

/** Raster formats that Figma and all browsers know. What the URL calls the format does not matter. */
const DATA_URL = /^data:(?:[\w/+.-]*)(?:;[\w=.-]+)*;base64,([\w+/=\s%-]*)$/i

const FORMATS: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'image/png'],
  ['\xff\xd8', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['RIFF', 'image/webp'],
]

/** Draws an image that is in the document; anything else is counted as left out. Throws VectorError. */
export function drawImage(element: XmlElement, state: State, scene: Scene): void {
  const { shapes, outlines, canvas, budget } = scene
  const { declared } = state.computed
  const href = (element.attributes.href ?? element.attributes['xlink:href'] ?? '').trim()
  const x = readPx(declared.x, state.view.width, 0)
  const y = readPx(declared.y, state.view.height, 0)
  const data = DATA_URL.exec(href)?.[1]?.replace(/\s+|%0A|%20/gi, '')
  const start =
    data === undefined ? new Uint8Array(0) : decodeBase64(data.replace(/%2B/gi, '+').replace(/%2F/gi, '/'))
  const size = imageSize(start)
  if (data === undefined || !size || !(size.width > 0 && size.height > 0)) {
    if (state.style.visible) budget.leaveOut('image')
    return
  }
  budget.repeat(element)
  const [width, height] = boxSize(declared.width, declared.height, state, size)
  if (!(width > 0 && height > 0)) return
  outlines.push(boxPath({ x, y, width, height }, state.matrix))
  if (!state.style.visible) return
  const own = { x: 0, y: 0, width: size.width, height: size.height }
  const fit = fitInto(own, width, height, declared.preserveAspectRatio)
  const matrix = multiply(multiply(state.matrix, { a: 1, b: 0, c: 0, d: 1, e: x, f: y }), fit)
  const head = String.fromCharCode(...start.subarray(0, 4))
  const type = FORMATS.find(([sign]) => head.startsWith(sign))?.[1] ?? 'image/png'
  const rendering = declared['image-rendering']?.trim() ?? ''
  const content = {
    type: 'image' as const,
    href: `data:${type};base64,${data}`,
    ...size,
    ...{ matrix, opacity: 1, isPixelated: ['pixelated', 'crisp-edges', 'optimizeSpeed'].includes(rendering) },
  }
  const shape = {
    path: boxPath(own, matrix),
    fill: null,
    opacity: 1,
    fillRule: 'nonzero' as const,
    stroke: null,
    content,
  }
  const isCut = !['visible', 'auto'].includes(declared.overflow?.trim() ?? 'hidden')
  const clips = isCut ? [clipTo(boxPath({ x, y, width, height }, state.matrix))] : []
  for (const one of withEffects([shape], { clips, mask: null, opacity: 1, blendMode: null, canvas })) {
    shapes.push(one)
  }
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
