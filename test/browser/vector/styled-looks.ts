import type { Drawing, GradientStop, Paint, Shape } from '../../../src/vector/drawing'
import { VectorError } from '../../../src/vector/errors'
import { readSvg } from '../../../src/vector/read/read'
import { PITCH } from './styled-documents'

/** Red, green, and blue from 0 to 255, opacity from 0 to 1. */
type Rgba = readonly [number, number, number, number]

/** How a rectangle is rendered; null if it is not. Lengths in px. */
interface Look {
  readonly fill: Rgba | null
  readonly stroke: Rgba | null
  readonly strokeWidth: number
  readonly width: number
}

/** How a document is rendered: its rectangles by number, and the stops of its gradient. */
export interface Looks {
  readonly shapes: Readonly<Record<number, Look>>
  readonly stops: readonly Rgba[]
}

/** Runs in the page. Returns what the browser computes for each document. */
export async function looksInBrowser([documents, pitch]: readonly [readonly string[], number]): Promise<
  Looks[]
> {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  const rgba = (color: string, opacity: number): [number, number, number, number] => {
    const known = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(color)
    if (known) return [Number(known[1]), Number(known[2]), Number(known[3]), Number(known[4] ?? 1) * opacity]
    const alpha = /\/ ([\d.e-]+|none)\)$/.exec(color)?.[1] ?? '1'
    context.fillStyle = color.replace(/ \/ [^/]*\)$/, ')')
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data
    return [r, g, b, (alpha === 'none' ? 0 : Number(alpha)) * opacity]
  }
  // All documents are written into a single one, because loading each takes much longer.
  const frame = document.createElement('iframe')
  frame.width = '200'
  frame.height = '100'
  frame.src = URL.createObjectURL(
    new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' }),
  )
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve)
    document.body.append(frame)
  })
  const inside = frame.contentDocument
  if (!inside) throw new Error('no document')
  const look = (text: string): Looks => {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml')
    inside.documentElement.replaceWith(inside.adoptNode(documentElement))
    const style = (element: Element) => (frame.contentWindow as Window).getComputedStyle(element)
    const shapes: Record<number, Look> = {}
    for (const element of inside.querySelectorAll('rect')) {
      const { fill, stroke, fillOpacity, strokeOpacity, strokeWidth, width, visibility } = style(element)
      let opacity = 1
      let isHidden = visibility !== 'visible'
      for (let at: Element | null = element; at; at = at.parentElement) {
        opacity *= Number(style(at).opacity)
        // The root of a document is rendered anyway.
        if (at.parentElement && style(at).display === 'none') isHidden = true
      }
      const paint = (value: string, share: string) => {
        const color = value.replace(/^url\([^)]*\)\s*/, '')
        return color === 'none' || color === '' ? null : rgba(color, Number(share) * opacity)
      }
      const index = Number(element.getAttribute('x')) / pitch
      if (isHidden || index < 0 || !(Number.parseFloat(width) > 0)) continue
      shapes[index] = {
        fill: paint(fill, fillOpacity),
        stroke: paint(stroke, strokeOpacity),
        strokeWidth: strokeWidth.endsWith('%')
          ? (Number.parseFloat(strokeWidth) / 100) * Math.sqrt((200 ** 2 + 100 ** 2) / 2)
          : Number.parseFloat(strokeWidth),
        width: width.endsWith('%') ? Number.parseFloat(width) * 2 : Number.parseFloat(width),
      }
    }
    const stops = [...inside.querySelectorAll('stop')].map((stop) => {
      const { stopColor, stopOpacity } = style(stop)
      return rgba(stopColor, Number(stopOpacity))
    })
    return { shapes, stops }
  }
  const looks = documents.map(look)
  frame.remove()
  return looks
}

const rgbaOf = (paint: Paint | null, opacity: number): Rgba | null => {
  if (paint?.type !== 'solid') return null
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(paint.color.slice(at, at + 2), 16))
  return [r, g, b, opacity]
}

function lookOf({ path, fill, opacity, stroke }: Shape, around: number): Look {
  const [left = 0, , right = 0] = path.coords
  return {
    fill: rgbaOf(fill, opacity * around),
    stroke: rgbaOf(stroke?.paint ?? null, (stroke?.opacity ?? 1) * around),
    strokeWidth: stroke?.width ?? 0,
    width: right - left,
  }
}

/** Returns how Inkwright reads a document at its own size, so that no numbers change. */
export function looksHere(text: string): Looks {
  try {
    return looksOf(readSvg(text, { width: 200, height: 100 }).drawing)
  } catch (error) {
    if (error instanceof VectorError && error.code === 'nothing-drawn') return { shapes: {}, stops: [] }
    throw error
  }
}

function looksOf(drawing: Drawing): Looks {
  const shapes: Record<number, Look> = {}
  let stops: readonly GradientStop[] = []
  const look = (shape: Shape, around: number): void => {
    const { path, fill, content } = shape
    if (content?.type === 'group') {
      for (const inner of content.shapes) look(inner, around * content.opacity)
      return
    }
    const index = (path.coords[0] ?? 0) / PITCH
    if (index >= 0) shapes[index] = lookOf(shape, around)
    else if (fill && fill.type !== 'solid') stops = fill.stops
  }
  for (const shape of drawing.shapes) look(shape, 1)
  return {
    shapes,
    stops: stops.map(({ color, opacity }) => rgbaOf({ type: 'solid', color }, opacity) ?? [0, 0, 0, 0]),
  }
}

const isNear = (a: number, b: number, room: number) => Math.abs(a - b) <= room

/** Opacity is not rounded. A channel may be rounded differently. */
const isSame = (a: Rgba | null, b: Rgba | null): boolean => {
  const [, , , seenA = 0] = a ?? []
  const [, , , seenB = 0] = b ?? []
  if (seenA < 0.004 && seenB < 0.004) return true
  return (
    a !== null &&
    b !== null &&
    isNear(seenA, seenB, 0.005) &&
    [0, 1, 2].every((i) => isNear(a[i] ?? 0, b[i] ?? 0, 1))
  )
}

/** Describes visible differences between two looks; empty if there are none. */
export function differences(browser: Looks, here: Looks): string[] {
  const found: string[] = []
  const none: Look = { fill: null, stroke: null, strokeWidth: 0, width: 0 }
  for (const key of Object.keys({ ...browser.shapes, ...here.shapes })) {
    const [a, b] = [browser.shapes[Number(key)] ?? none, here.shapes[Number(key)] ?? none]
    const lineA = a.strokeWidth > 0 ? a.stroke : null
    if (!isSame(a.fill, b.fill)) found.push(`fill of ${key}: ${a.fill}, here ${b.fill}`)
    if (!isSame(lineA, b.stroke)) found.push(`stroke of ${key}: ${lineA}, here ${b.stroke}`)
    else if ((lineA?.[3] ?? 0) >= 0.004 && !isNear(a.strokeWidth, b.strokeWidth, 0.01))
      found.push(`stroke-width of ${key}: ${a.strokeWidth}, here ${b.strokeWidth}`)
    const isSeen = b.fill || b.stroke
    if (isSeen && !isNear(a.width, b.width, 0.01)) found.push(`width of ${key}: ${a.width}, here ${b.width}`)
  }
  for (const [i, stop] of browser.stops.entries()) {
    if (here.stops.length > 0 && !isSame(stop, here.stops[i] ?? null))
      found.push(`stop ${i}: ${stop}, here ${here.stops[i]}`)
  }
  return found
}
