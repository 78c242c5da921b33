import type { XmlElement } from '@rgrove/parse-xml'
import { VectorError } from '../errors'
import type { Matrix } from '../matrix'

/** Where the picture is drawn: its size in px, and the map from the file's coordinates to it. */
export interface Viewport {
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
}

/** Units of SVG 1.1 in px, at CSS's 96 px an inch. */
const UNITS: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
}

/** Bounds of a drawing's side in px: what Figma takes for a frame, with room to spare. */
const LEAST = 0.01
const MOST = 100_000

/**
 * The viewport of a root element. `size` is what the user asked for and wins over the file's own width and height, as a
 * browser does with `<img width height>`: the viewBox is fitted into it by preserveAspectRatio, evenly unless that is
 * `none`. Throws VectorError where no usable size is found.
 */
export function readViewport(root: XmlElement, size?: { width: number; height: number }): Viewport {
  const own = { width: length(root.attributes.width), height: length(root.attributes.height) }
  const box = readViewBox(root.attributes.viewBox)
  const width = size?.width ?? own.width ?? box?.width
  const height = size?.height ?? own.height ?? box?.height
  if (width === undefined || height === undefined)
    throw new VectorError('not-svg', 'neither a size nor a viewBox')
  if (!(width >= LEAST && height >= LEAST && width <= MOST && height <= MOST)) {
    throw new VectorError('not-svg', `a size of ${width} by ${height}`)
  }
  const view = box ?? { x: 0, y: 0, width: own.width ?? width, height: own.height ?? height }
  return { width, height, matrix: fitInto(view, width, height, root.attributes.preserveAspectRatio ?? '') }
}

interface ViewBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function fitInto(box: ViewBox, width: number, height: number, aspect: string): Matrix {
  let sx = width / box.width
  let sy = height / box.height
  let dx = 0
  let dy = 0
  const [align = 'xMidYMid', rule = 'meet'] = aspect.trim().split(/\s+/).filter(Boolean)
  if (align !== 'none') {
    const scale = rule === 'slice' ? Math.max(sx, sy) : Math.min(sx, sy)
    sx = scale
    sy = scale
    dx = (width - box.width * scale) * share(align, 'x')
    dy = (height - box.height * scale) * share(align, 'Y')
  }
  return { a: sx, b: 0, c: 0, d: sy, e: dx - box.x * sx, f: dy - box.y * sy }
}

/** How much of the spare room lies before the picture: `xMinYMax` is none on x, all on y. */
function share(align: string, axis: 'x' | 'Y'): number {
  if (align.includes(`${axis}Min`)) return 0
  return align.includes(`${axis}Max`) ? 1 : 0.5
}

function readViewBox(text: string | undefined): ViewBox | undefined {
  const [x, y, width, height, ...rest] = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (x === undefined || y === undefined || width === undefined || height === undefined || rest.length)
    return undefined
  return [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0
    ? { x, y, width, height }
    : undefined
}

/** A length in px; undefined for a percentage (of what surrounds the picture, which is nothing here) or a slip. */
function length(text: string | undefined): number | undefined {
  const match = /^\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? '')
  const unit = UNITS[(match?.[2] ?? '').toLowerCase()]
  const value = Number(match?.[1])
  return unit !== undefined && Number.isFinite(value) && value > 0 ? value * unit : undefined
}
