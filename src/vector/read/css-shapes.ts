import { IDENTITY } from '../matrix'
import { parsePath } from '../path/parse'
import type { Path } from '../path/path'
import { transformPath } from '../path/transform'
import { BASIC_SHAPES } from './basic-shapes'
import type { Box } from './bounds'
import { diagonal, inPx, readLength } from './lengths'
import { readPosition } from './origin'

/** The boxes that a CSS shape may refer to. */
export interface ReferenceBoxes {
  readonly fill: () => Box | null
  readonly stroke: () => Box | null
  readonly view: () => Box | null
}

/** An area that a CSS shape describes, in the coordinates of the element that it is for. */
export interface CssShape {
  /** Null for an empty area. */
  readonly path: Path | null
  readonly fillRule: 'nonzero' | 'evenodd'
}

/** Elements of SVG have no margins and borders. */
const BOXES: Readonly<Record<string, keyof ReferenceBoxes>> = {
  'fill-box': 'fill',
  'content-box': 'fill',
  'padding-box': 'fill',
  'stroke-box': 'stroke',
  'border-box': 'stroke',
  'margin-box': 'stroke',
  'view-box': 'view',
}

const SYNTAX =
  /^(?:([a-z-]+-box)\s*)?(?:(circle|ellipse|inset|polygon|path)\(([^()]*)\))?(?:\s*([a-z-]+-box))?$/i

/**
 * Reads a CSS shape as in `clip-path`: a function, a reference box or both. Null for a syntax error, and for what is not read:
 * other functions, calculations, positions of three or four words, and corners with several radii.
 */
export function readCssShape(text: string, boxes: ReferenceBoxes, segments: number): CssShape | null {
  const [, before, name, inner = '', after] = SYNTAX.exec(text.trim()) ?? []
  const word = (before ?? after)?.toLowerCase()
  if ((!name && !word) || (before && after)) return null
  const kind = word === undefined ? 'stroke' : BOXES[word]
  const box = kind && boxes[kind]()
  if (!box) return null
  const rule = /^\s*(nonzero|evenodd)\s*,/i.exec(inner)
  const fillRule = rule?.[1]?.toLowerCase() === 'evenodd' ? 'evenodd' : 'nonzero'
  const rest = rule ? inner.slice(rule[0].length) : inner
  const path = name ? readFunction(name.toLowerCase(), rest, box, segments) : rectangle(box, [0, 0, 0, 0], 0)
  return path === undefined ? null : { path, fillRule }
}

/** Undefined for a syntax error. */
function readFunction(name: string, inner: string, box: Box, segments: number): Path | null | undefined {
  if (name === 'path') {
    const data = /^\s*(["'])([^"']*)\1\s*$/.exec(inner)?.[2]
    return data === undefined
      ? undefined
      : transformPath(parsePath(data, segments).path, { ...IDENTITY, e: box.x, f: box.y })
  }
  if (name === 'polygon') return polygon(inner, box)
  if (name === 'inset') return inset(inner, box)
  const [sizes = '', at = 'center'] = inner.toLowerCase().split(/(?:^|\s)at\s/)
  const center = readPosition(wordsOf(at), box)
  return center ? oval(name, wordsOf(sizes), center, box) : undefined
}

function oval(
  name: string,
  [across = 'closest-side', down = across, ...more]: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
  box: Box,
): Path | null | undefined {
  const sides = {
    x: [Math.abs(x - box.x), Math.abs(box.x + box.width - x)],
    y: [Math.abs(y - box.y), Math.abs(box.y + box.height - y)],
  }
  const radius = (word: string, distances: readonly number[], base: number): number | undefined => {
    if (word === 'closest-side') return Math.min(...distances)
    if (word === 'farthest-side') return Math.max(...distances)
    const length = readLength(word)
    return length && length.value >= 0 ? inPx(length, base) : undefined
  }
  const isCircle = name === 'circle'
  if (more.length > 0 || (isCircle && down !== across)) return undefined
  const rx = isCircle
    ? radius(across, [...sides.x, ...sides.y], diagonal(box))
    : radius(across, sides.x, box.width)
  const ry = isCircle ? rx : radius(down, sides.y, box.height)
  if (rx === undefined || ry === undefined) return undefined
  const declared = { cx: `${x}`, cy: `${y}`, rx: `${rx}`, ry: `${ry}` }
  return BASIC_SHAPES.get('ellipse')?.(declared, box) ?? null
}

function polygon(inner: string, box: Box): Path | null | undefined {
  const points = inner.split(',').map((point) => wordsOf(point).map(readLength))
  if (!points.every(([x, y, ...more]) => x && y && more.length === 0)) return undefined
  const numbers = points.flatMap(([x, y]) =>
    x && y ? [box.x + inPx(x, box.width), box.y + inPx(y, box.height)] : [],
  )
  return BASIC_SHAPES.get('polygon')?.({ points: numbers.join(' ') }, box) ?? null
}

function inset(inner: string, box: Box): Path | null | undefined {
  const [sizes = '', corners = '0', ...more] = inner.split(/\sround\s/i)
  const lengths = wordsOf(sizes).map(readLength)
  const [top, right = top, bottom = top, left = right] = lengths
  const radius = readLength(corners.trim())
  if (more.length > 0 || lengths.length > 4 || !top || !right || !bottom || !left) return undefined
  if (!radius || radius.value < 0 || radius.percent) return undefined
  const sides = [
    inPx(top, box.height),
    inPx(right, box.width),
    inPx(bottom, box.height),
    inPx(left, box.width),
  ] as const
  return rectangle(box, sides, radius.value)
}

function rectangle(
  box: Box,
  [top, right, bottom, left]: readonly [number, number, number, number],
  radius: number,
): Path | null {
  const width = box.width - left - right
  const height = box.height - top - bottom
  // CSS scales corners that do not fit in both directions alike.
  const r = Math.min(radius, width / 2, height / 2)
  const declared = {
    x: `${box.x + left}`,
    y: `${box.y + top}`,
    width: `${width}`,
    height: `${height}`,
    rx: `${r}`,
  }
  return BASIC_SHAPES.get('rect')?.(declared, box) ?? null
}

const wordsOf = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean)
