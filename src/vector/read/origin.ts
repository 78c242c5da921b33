import { IDENTITY, type Matrix, multiply } from '../matrix'
import type { Box } from './bounds'
import { inPx, readLength, type ViewSize } from './lengths'

const ACROSS: Readonly<Record<string, string>> = { left: '0%', center: '50%', right: '100%' }
const DOWN: Readonly<Record<string, string>> = { top: '0%', center: '50%', bottom: '100%' }

/**
 * Returns a transform around a `transform-origin`, whose percentages refer to the view or, with `transform-box: fill-box`, to the
 * box of the element. A syntax error is the initial value, the origin of the view.
 */
export function aroundOrigin(matrix: Matrix, origin: string, view: ViewSize, box: Box | null): Matrix {
  const [first = '0', second, third] = origin.trim().toLowerCase().split(/\s+/)
  if (third !== undefined && !readLength(third)) return matrix
  const place = readPosition(
    [first, ...(second === undefined ? [] : [second])],
    box ?? { x: 0, y: 0, ...view },
  )
  if (!place) return matrix
  const { x: e, y: f } = place
  return multiply(multiply({ ...IDENTITY, e, f }, matrix), { ...IDENTITY, e: -e, f: -f })
}

/** Reads a CSS position of one or two words, in lower case, within a box. Null for a syntax error. */
export function readPosition(
  [first = '', second]: readonly string[],
  box: Box,
): { readonly x: number; readonly y: number } | null {
  const isSwapped =
    first in DOWN && first !== 'center'
      ? true
      : second !== undefined && second in ACROSS && second !== 'center'
  const [across, down] = isSwapped ? [second ?? 'center', first] : [first, second ?? 'center']
  const x = readLength(ACROSS[across] ?? across)
  const y = readLength(DOWN[down] ?? down)
  return x && y ? { x: box.x + inPx(x, box.width), y: box.y + inPx(y, box.height) } : null
}
