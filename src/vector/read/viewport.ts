import { VectorError } from '../errors'
import type { Matrix } from '../matrix'
import type { Box } from './bounds'
import type { XmlElement } from './document'
import { readLength, type ViewSize } from './lengths'
import { inAbsoluteUnits } from './relative'

/** The size of the picture in px, and the matrix from the file's coordinates to it. */
export interface Viewport {
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
  /** The file's size in its own units, to which percentages refer. */
  readonly view: ViewSize
}

/** The size that a file declares; undefined for a side that it does not. */
interface OwnSize {
  readonly width: number | undefined
  readonly height: number | undefined
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Limits for the sides of a drawing in px, well within what Figma accepts for a frame. */
const MIN_SIDE = 0.01
const MAX_SIDE = 100_000

/**
 * Returns the viewport of a root element. `size` is what the user asked for and overrides the file's width and height, as in
 * `<img width height>`: the viewBox is fitted into it by preserveAspectRatio, uniformly unless that is `none`. `em` is the
 * root's font size in px. Throws VectorError if there is no usable size.
 */
export function readViewport({ attributes }: XmlElement, em: number, size?: Size): Viewport {
  const own = { width: sideOf(attributes.width, em), height: sideOf(attributes.height, em) }
  const box = readViewBox(attributes.viewBox)
  const { width, height } = size ?? wholeSize(own, box)
  if (!(width >= MIN_SIDE && height >= MIN_SIDE && width <= MAX_SIDE && height <= MAX_SIDE)) {
    throw new VectorError('not-svg', `a size of ${width} by ${height}`)
  }
  const view = box ?? { x: 0, y: 0, width: own.width ?? width, height: own.height ?? height }
  return { width, height, matrix: fitInto(view, width, height, attributes.preserveAspectRatio), view }
}

/** The size that browsers use without a size and a viewBox, in px. */
const DEFAULT_SIZE = { width: 300, height: 150 }

/** Whether a root element declares one of its sides. */
export const hasOwnSize = ({ attributes }: XmlElement, em: number): boolean =>
  sideOf(attributes.width, em) !== undefined || sideOf(attributes.height, em) !== undefined

/** Completes the size of a file: a missing side follows from the other one and the aspect ratio of the viewBox. */
function wholeSize({ width, height }: OwnSize, box: Box | undefined): Size {
  if (width !== undefined && height !== undefined) return { width, height }
  if (width !== undefined)
    return { width, height: box ? (width * box.height) / box.width : DEFAULT_SIZE.height }
  if (height !== undefined)
    return { width: box ? (height * box.width) / box.height : DEFAULT_SIZE.width, height }
  return box ?? DEFAULT_SIZE
}

/** Returns the matrix that fits a viewBox into `width` by `height`, as preserveAspectRatio says. */
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

/** Returns the share of the free space that is before the picture: for `xMinYMax`, none on x and all on y. */
function share(align: string, axis: 'x' | 'Y'): number {
  if (align.includes(`${axis}Min`)) return 0
  return align.includes(`${axis}Max`) ? 1 : 0.5
}

/** Reads a viewBox; undefined if it is absent, empty or a syntax error. */
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

/** Reads a length in px; `em` is the root's font size. Undefined for a syntax error, or a percentage, as there is no surrounding page. */
function sideOf(text: string | undefined, em: number): number | undefined {
  const units = { em, rem: em, monospace: false, width: Number.NaN, height: Number.NaN }
  const length = readLength(text === undefined ? text : inAbsoluteUnits(text, units))
  return length && !length.percent && length.value > 0 ? length.value : undefined
}
