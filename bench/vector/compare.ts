import pixelmatch from 'pixelmatch'
import type { Hex } from '../../src/colors/hex'
import { labDistance, toLab } from '../../src/colors/oklab'

/** Two SVG texts to compare, and the size in px at which they are drawn. */
export interface Pair {
  readonly original: string
  readonly result: string
  readonly width: number
  readonly height: number
  /** Background color. */
  readonly ground: Hex
}

export interface Difference {
  /** Share of the pixels that differ (pixelmatch, threshold 0.1, anti-aliased pixels excluded), 0 to 1. */
  readonly pixels: number
  /** Largest OKLab distance of corresponding pixels in flat areas, where the surrounding 5 × 5 pixels have a single color in both. */
  readonly shift: number
}

/** Renders both in the current browser and compares them. */
export async function compare({ original, result, ...place }: Pair): Promise<Difference> {
  const before = await draw(original, place)
  const after = await draw(result, place)
  const { width, height } = place
  const differing = pixelmatch(before.data, after.data, undefined, width, height, { threshold: 0.1 })
  return { pixels: differing / (width * height), shift: flatShift(before, after) }
}

async function draw(svg: string, { width, height, ground }: Omit<Pair, 'original' | 'result'>) {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  URL.revokeObjectURL(image.src)
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!canvas) throw new Error('no canvas')
  canvas.fillStyle = ground
  canvas.fillRect(0, 0, width, height)
  canvas.drawImage(image, 0, 0, width, height)
  return canvas.getImageData(0, 0, width, height)
}

/** A number for each pixel. All pixels are opaque. */
type Pixels = Uint32Array

function flatShift(a: ImageData, b: ImageData): number {
  const { width, height } = a
  const before = new Uint32Array(a.data.buffer)
  const after = new Uint32Array(b.data.buffer)
  const shifts = new Map<string, number>()
  for (let y = 2; y < height - 2; y += 1) {
    for (let at = y * width + 2; at < (y + 1) * width - 2; at += 1) {
      if (before[at] === after[at] || !isFlat(before, width, at) || !isFlat(after, width, at)) continue
      const [from, to] = [hexOf(a.data, at), hexOf(b.data, at)]
      const key = `${from}${to}`
      if (!shifts.has(key)) shifts.set(key, labDistance(toLab(from), toLab(to)))
    }
  }
  return Math.max(0, ...shifts.values())
}

function isFlat(pixels: Pixels, width: number, at: number): boolean {
  for (let row = at - 2 * width; row <= at + 2 * width; row += width) {
    for (let i = row - 2; i <= row + 2; i += 1) if (pixels[i] !== pixels[at]) return false
  }
  return true
}

const hexOf = (data: Uint8ClampedArray, at: number): Hex =>
  `#${[...data.subarray(4 * at, 4 * at + 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
