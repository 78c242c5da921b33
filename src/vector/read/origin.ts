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
  const around = box ?? { x: 0, y: 0, ...view }
  const [first = '0', second, third] = origin.trim().toLowerCase().split(/\s+/)
  if (third !== undefined && !readLength(third)) return matrix
  const isSwapped =
    first in DOWN && first !== 'center'
      ? true
      : second !== undefined && second in ACROSS && second !== 'center'
  const [across, down] = isSwapped ? [second ?? 'center', first] : [first, second ?? 'center']
  const x = readLength(ACROSS[across] ?? across)
  const y = readLength(DOWN[down] ?? down)
  if (!x || !y) return matrix
  const e = around.x + inPx(x, around.width)
  const f = around.y + inPx(y, around.height)
  return multiply(multiply({ ...IDENTITY, e, f }, matrix), { ...IDENTITY, e: -e, f: -f })
}
