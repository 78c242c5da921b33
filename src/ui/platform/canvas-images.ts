import type { RasterImage } from '../../vector/drawing'
import { multiply } from '../../vector/matrix'
import type { Finish } from '../../vector/write/finish'
import type { PrepareOutcome, Preparer } from './preparer'

/** Longest side of an image in Figma, in px. */
const MAX_SIDE = 4096

/**
 * Redraws images that Figma does not accept: WebP as PNG, and larger ones at a smaller size. What the browser cannot read stays, and the
 * sandbox reports it.
 */
export function withCanvasImages(preparer: Preparer): Preparer {
  return async (preparation) => redrawn(await preparer(preparation))
}

async function redrawn(outcome: PrepareOutcome): Promise<PrepareOutcome> {
  if (!outcome.ok) return outcome
  const { forCanvas } = outcome.prepared
  if (!forCanvas?.finish.some((step) => 'image' in step && !isTaken(step.image))) return outcome
  const known = new Map<string, Promise<string | null>>()
  const finish = await Promise.all(forCanvas.finish.map((step) => redrawnStep(step, known)))
  return { ok: true, prepared: { ...outcome.prepared, forCanvas: { ...forCanvas, finish } } }
}

const isTaken = ({ href, width, height }: RasterImage): boolean =>
  !href.startsWith('data:image/webp') && Math.max(width, height) <= MAX_SIDE

async function redrawnStep(step: Finish, known: Map<string, Promise<string | null>>): Promise<Finish> {
  if (!('image' in step) || isTaken(step.image)) return step
  const { href, width, height, matrix } = step.image
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height))
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
  const drawing = known.get(href) ?? draw(href, size).catch(() => null)
  known.set(href, drawing)
  const drawn = await drawing
  if (drawn === null) return step
  const back = { a: width / size.width, b: 0, c: 0, d: height / size.height, e: 0, f: 0 }
  return { ...step, image: { ...step.image, ...size, href: drawn, matrix: multiply(matrix, back) } }
}

/** Rejects if the browser cannot read it. */
async function draw(
  href: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<string | null> {
  const image = new Image()
  image.src = href
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  const drawn = canvas.toDataURL('image/png')
  return drawn.startsWith('data:image/png') ? drawn : null
}
