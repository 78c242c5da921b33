import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'

const PIXELMATCH = readFileSync(createRequire(import.meta.url).resolve('pixelmatch'), 'utf8')

/** How a picture compares to the original. */
export interface Comparison {
  /** Share of the pixels that differ (pixelmatch, threshold 0.1, anti-aliased pixels excluded), 0 to 1. */
  readonly share: number
  /** Colors of flat areas before and after, `#rrggbb`: where both pictures have a single color in the surrounding 25 pixels. */
  readonly flat: readonly (readonly [before: string, after: string])[]
}

export interface Compare {
  readonly original: string
  readonly others: readonly string[]
  /** In px. The pictures are stretched to it. */
  readonly size: { readonly width: number; readonly height: number }
  /** Background colors, which show through where something is missing. */
  readonly grounds: readonly string[]
}

/**
 * Compares SVG texts in a page of the browser, which is fast for large pictures: each of the others on each background, or on one only if
 * both pictures are completely opaque.
 */
export async function openComparer(browser: Browser) {
  const page = await browser.newPage()
  const script = PIXELMATCH.replace('export default function', 'window.pixelmatch = function')
  await page.addScriptTag({ type: 'module', content: script })
  await page.waitForFunction('window.pixelmatch')
  return {
    compare: (pictures: Compare): Promise<Comparison[]> => page.evaluate(compareInPage, pictures),
    close: () => page.close(),
  }
}

type Pixelmatch = (
  a: Uint8ClampedArray,
  b: Uint8ClampedArray,
  output: undefined,
  width: number,
  height: number,
  options: object,
) => number

/** Runs in the page, without access to this module. */
async function compareInPage({ original, others, size, grounds }: Compare): Promise<Comparison[]> {
  const { pixelmatch } = window as unknown as { pixelmatch: Pixelmatch }
  const { width, height } = size
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')

  const load = async (svg: string) => {
    const image = new Image()
    // `none`: stretched to the size, as in Recraft's own files.
    const stretched = svg.replace(/<svg(?![^>]*preserveAspectRatio)/, '<svg preserveAspectRatio="none"')
    image.src = URL.createObjectURL(new Blob([stretched], { type: 'image/svg+xml' }))
    await image.decode()
    URL.revokeObjectURL(image.src)
    return image
  }
  /** `ground` null: no background. */
  const draw = (image: HTMLImageElement, ground: string | null) => {
    context.clearRect(0, 0, width, height)
    context.fillStyle = ground ?? '#0000'
    context.fillRect(0, 0, width, height)
    context.drawImage(image, 0, 0, width, height)
    return context.getImageData(0, 0, width, height).data
  }
  const isOpaque = (pixels: Uint8ClampedArray) => {
    for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false
    return true
  }

  const isFlat = (pixels: Uint32Array, at: number) => {
    for (let row = -2; row <= 2; row += 1) {
      for (let column = -2; column <= 2; column += 1) {
        if (pixels[at + row * width + column] !== pixels[at]) return false
      }
    }
    return true
  }
  const hexOf = (pixel: number) =>
    `#${[0, 8, 16].map((shift) => ((pixel >> shift) & 255).toString(16).padStart(2, '0')).join('')}`

  const compareOne = (before: Uint8ClampedArray, after: Uint8ClampedArray): Comparison => {
    const from = new Uint32Array(before.buffer)
    const to = new Uint32Array(after.buffer)
    const differing = pixelmatch(before, after, undefined, width, height, { threshold: 0.1 })
    const flat = new Map<number, Map<number, readonly [string, string]>>()
    for (let y = 2; y < height - 2; y += 1) {
      for (let x = 2; x < width - 2; x += 1) {
        const at = y * width + x
        const a = from[at] ?? 0
        const b = to[at] ?? 0
        // Most pixels that differ do so like an earlier one.
        if (a === b || flat.get(a)?.has(b) || !isFlat(from, at) || !isFlat(to, at)) continue
        const changes = flat.get(a) ?? new Map<number, readonly [string, string]>()
        flat.set(a, changes.set(b, [hexOf(a), hexOf(b)]))
      }
    }
    return {
      share: differing / (width * height),
      flat: [...flat.values()].flatMap((changes) => [...changes.values()]),
    }
  }

  const first = await load(original)
  const before = new Map<string | null, Uint8ClampedArray>()
  const drawFirst = (ground: string | null) => {
    const pixels = before.get(ground) ?? draw(first, ground)
    before.set(ground, pixels)
    return pixels
  }
  const found: Comparison[] = []
  for (const other of others) {
    const image = await load(other)
    const after = isOpaque(drawFirst(null)) ? draw(image, null) : null
    if (after && isOpaque(after)) found.push(compareOne(drawFirst(null), after))
    else for (const ground of grounds) found.push(compareOne(drawFirst(ground), draw(image, ground)))
  }
  return found
}
