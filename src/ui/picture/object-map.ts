import type { Prepared } from '../../vector/prepare'
import { inColorsOf } from './object-looks'

/** Tells which object is on top at each pixel of a picture. */
export interface ObjectMap {
  readonly width: number
  readonly height: number
  /** Row by row: an index into `objects`, or NO_OBJECT. */
  readonly pixels: Uint16Array
}

const NO_OBJECT = 0xffff

/** Length of the longer side in pixels: about that of the picture on a high-resolution screen. */
const SIDE = 800

/** Draws each object in a unique color and reads the pixels back. Null if the browser does not allow that. */
export async function mapObjects(prepared: Prepared): Promise<ObjectMap | null> {
  const scale = SIDE / Math.max(prepared.width, prepared.height)
  const width = Math.max(1, Math.round(prepared.width * scale))
  const height = Math.max(1, Math.round(prepared.height * scale))
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(inColorsOf(prepared, colorOf))}`
  try {
    await image.decode()
    context?.drawImage(image, 0, 0, width, height)
    const data = context?.getImageData(0, 0, width, height).data
    return data ? { width, height, pixels: objectsIn(data, prepared.objects.length) } : null
  } catch {
    return null
  }
}

/** Returns the object at a point, or else within `reach` of it. All lengths are in px of a picture of the given width. */
export function objectAt(
  { width, height, pixels }: ObjectMap,
  point: { readonly x: number; readonly y: number; readonly width: number; readonly reach: number },
): number | null {
  const scale = width / point.width
  const at = (x: number, y: number) => {
    const [column, row] = [Math.floor(x * scale), Math.floor(y * scale)]
    const isInside = column >= 0 && row >= 0 && column < width && row < height
    return isInside ? (pixels[row * width + column] ?? NO_OBJECT) : NO_OBJECT
  }
  const { x, y, reach } = point
  const near = [at(x, y), at(x - reach, y), at(x + reach, y), at(x, y - reach), at(x, y + reach)]
  return near.find((object) => object !== NO_OBJECT) ?? null
}

/** Outlines the visible part of an object, in pixels of the map. The canvas is `thickness` larger on each side. */
export function drawOutline(
  canvas: HTMLCanvasElement,
  { width, height, pixels }: ObjectMap,
  { object, thickness, colors }: { object: number; thickness: number; colors: readonly string[] },
): void {
  const mask = Object.assign(document.createElement('canvas'), { width, height })
  const seen = new ImageData(width, height)
  for (const [i, at] of pixels.entries()) if (at === object) seen.data[4 * i + 3] = 255
  mask.getContext('2d')?.putImageData(seen, 0, 0)
  canvas.width = width + 2 * thickness
  canvas.height = height + 2 * thickness
  const context = canvas.getContext('2d')
  if (!context) return
  for (const [i, color] of colors.entries()) {
    const ring = Object.assign(document.createElement('canvas'), {
      width: canvas.width,
      height: canvas.height,
    })
    const pen = ring.getContext('2d')
    if (!pen) return
    const reach = (thickness * (colors.length - i)) / colors.length
    for (let turn = 0; turn < 16; turn += 1) {
      const angle = (turn * Math.PI) / 8
      pen.drawImage(mask, thickness + reach * Math.cos(angle), thickness + reach * Math.sin(angle))
    }
    pen.globalCompositeOperation = 'source-in'
    pen.fillStyle = color
    pen.fillRect(0, 0, ring.width, ring.height)
    context.drawImage(ring, 0, 0)
  }
  context.globalCompositeOperation = 'destination-out'
  context.drawImage(mask, thickness, thickness)
}

/** The blue part is a checksum of the other two, so that a blend of two colors is not taken for an object. */
const partsOf = (object: number) => {
  const [low, high] = [object & 255, object >> 8]
  return [low, high, (low * 7 + high * 13 + 91) & 255] as const
}

const colorOf = (object: number): string =>
  `#${partsOf(object)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`

function objectsIn(data: Uint8ClampedArray, count: number): Uint16Array {
  return Uint16Array.from({ length: data.length / 4 }, (_, i) => {
    const object = (data[4 * i] ?? 0) + 256 * (data[4 * i + 1] ?? 0)
    const isExact = data[4 * i + 3] === 255 && data[4 * i + 2] === partsOf(object)[2]
    return isExact && object < count ? object : NO_OBJECT
  })
}
