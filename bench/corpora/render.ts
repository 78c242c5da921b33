import pixelmatch from 'pixelmatch'

/** Two SVG texts, to be compared as `<img>` renders them: without scripts and external files. */
export interface Texts {
  readonly original: string
  /** Null if there is none. */
  readonly result: string | null
}

export interface Verdict {
  /** Whether the browser can render the original. */
  readonly isDrawn: boolean
  readonly isEmpty: boolean
  /** Share of the pixels that differ, 0 to 1; 1 if the aspect ratio differs, or if there is no result. */
  readonly differing: number
}

/** Longer side of the compared images in px. */
const SIDE = 400

/** Aspect ratios that differ by less than this share differ only by rounding. */
const RATIO_TOLERANCE = 0.02

/** Renders both in the current browser, on white, and compares them. */
export async function judge({ original, result }: Texts): Promise<Verdict> {
  const before = await load(original)
  if (!before) return { isDrawn: false, isEmpty: true, differing: 1 }
  const size = (await load(result ?? original)) ?? before
  const scale = SIDE / Math.max(size.naturalWidth, size.naturalHeight, 1)
  const width = Math.max(1, Math.round(size.naturalWidth * scale))
  const height = Math.max(1, Math.round(size.naturalHeight * scale))
  const expected = await draw(original, before, width, height)
  const isEmpty = new Uint32Array(expected.data.buffer).every((pixel) => pixel === 0xffffffff)
  if (result === null) return { isDrawn: true, isEmpty, differing: 1 }
  const ratio = before.naturalWidth / before.naturalHeight / (size.naturalWidth / size.naturalHeight)
  // With small integer sizes, the aspect ratio is rounded.
  const tolerance = RATIO_TOLERANCE + 1 / Math.min(before.naturalWidth, before.naturalHeight)
  if (Math.abs(ratio - 1) > tolerance) return { isDrawn: true, isEmpty, differing: 1 }
  const actual = await draw(result, size, width, height)
  const pixels = pixelmatch(expected.data, actual.data, undefined, width, height, { threshold: 0.1 })
  return { isDrawn: true, isEmpty, differing: pixels / (width * height) }
}

async function load(svg: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  // With a blob: URL, a foreignObject would make the canvas unreadable.
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  const isLoaded = await image.decode().then(
    () => true,
    () => false,
  )
  return isLoaded ? image : null
}

/** Renders an SVG text with an explicit size, so that pictures with and without a size are rendered the same. */
async function draw(
  svg: string,
  { naturalWidth, naturalHeight }: HTMLImageElement,
  width: number,
  height: number,
) {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const root = parsed.documentElement
  if (!root.hasAttribute('viewBox')) {
    const sides = [lengthOf(root, 'width', naturalWidth), lengthOf(root, 'height', naturalHeight)]
    root.setAttribute('viewBox', `0 0 ${sides.join(' ')}`)
  }
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  const image = await load(new XMLSerializer().serializeToString(parsed))
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!canvas || !image) throw new Error('nothing to draw')
  canvas.fillStyle = '#ffffff'
  canvas.fillRect(0, 0, width, height)
  canvas.drawImage(image, 0, 0, width, height)
  return canvas.getImageData(0, 0, width, height)
}

/** Returns an attribute of the root in px, or `natural`, which is rounded, if it has none or is in percent. */
function lengthOf(root: Element, name: 'width' | 'height', natural: number): number {
  if (!(root instanceof SVGSVGElement) || !root.hasAttribute(name)) return natural
  const { unitType, value } = root[name].baseVal
  return unitType === SVGLength.SVG_LENGTHTYPE_PERCENTAGE || !(value > 0) ? natural : value
}
