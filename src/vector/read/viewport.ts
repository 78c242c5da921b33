import { VectorError } from '../errors'
import type { Matrix } from '../matrix'
import type { Box } from './bounds'
import type { XmlElement } from './document'
import { readLength, type ViewSize } from './lengths'
import { inAbsoluteUnits } from './relative'

/** Where the picture is drawn: its size in px, and the map from the file's coordinates to it. */
export interface Viewport {
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
  /** The file's own size in its own units, of which percentages are taken. */
  readonly view: ViewSize
}

/** Undefined for a side that a file does not give. */
interface OwnSize {
  readonly width: number | undefined
  readonly height: number | undefined
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Bounds of a drawing's side in px: well within what Figma accepts for a frame. */
const LEAST = 0.01
const MOST = 100_000

/**
 * The viewport of a root element. `size` is what the user asked for and wins over the file's own width and height, as a
 * browser does with `<img width height>`: the viewBox is fitted into it by preserveAspectRatio, evenly unless that is
 * `none`. `em` is the size of the root's font in px. Throws VectorError where no usable size is found.
 */
export function readViewport({ attributes }: XmlElement, em: number, size?: Size): Viewport {
  const own = { width: sideOf(attributes.width, em), height: sideOf(attributes.height, em) }
  const box = readViewBox(attributes.viewBox)
  const { width, height } = size ?? wholeSize(own, box)
  if (!(width >= LEAST && height >= LEAST && width <= MOST && height <= MOST)) {
    throw new VectorError('not-svg', `a size of ${width} by ${height}`)
  }
  const view = box ?? { x: 0, y: 0, width: own.width ?? width, height: own.height ?? height }
  return { width, height, matrix: fitInto(view, width, height, attributes.preserveAspectRatio), view }
}

/** The size that browsers use where there is neither a size nor a viewBox, in px. */
const DEFAULT = { width: 300, height: 150 }

/** The size of a file: a side that it does not give follows from the other and the proportion of the viewBox. */
function wholeSize({ width, height }: OwnSize, box: Box | undefined): Size {
  if (width !== undefined && height !== undefined) return { width, height }
  if (!box && width === undefined && height === undefined)
    throw new VectorError('not-svg', 'neither a size nor a viewBox')
  if (width !== undefined) return { width, height: box ? (width * box.height) / box.width : DEFAULT.height }
  if (height !== undefined) return { width: box ? (height * box.width) / box.height : DEFAULT.width, height }
  return box ?? DEFAULT
}

/** The map of a viewBox into `width` by `height` by the rules of preserveAspectRatio. */
export function fitInto(box: Box, width: number, height: number, aspect = ''): Matrix {
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

/** The share of the free space that lies before the picture: `xMinYMax` is none on x, all on y. */
function share(align: string, axis: 'x' | 'Y'): number {
  if (align.includes(`${axis}Min`)) return 0
  return align.includes(`${axis}Max`) ? 1 : 0.5
}

/** Reads a viewBox; undefined where it is absent, empty or a syntax error. */
export function readViewBox(text: string | undefined): Box | undefined {
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

/** A length in px, `em` being the root's size of type; undefined for a percentage (of what surrounds the picture, which is nothing here) or a syntax error. */
function sideOf(text: string | undefined, em: number): number | undefined {
  const units = { em, rem: em, monospace: false, width: Number.NaN, height: Number.NaN }
  const length = readLength(text === undefined ? text : inAbsoluteUnits(text, units))
  return length && !length.percent && length.value > 0 ? length.value : undefined
}
