import { Scanner } from './path/scan'

/** An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Matrix {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

/** Returns the matrix that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  }
}

/** Applies the matrix to the point (x, y). */
export const apply = ({ a, b, c, d, e, f }: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]

/** Returns the matrix that undoes the given one; null if there is none. */
export function invert({ a, b, c, d, e, f }: Matrix): Matrix | null {
  const determinant = a * d - b * c
  if (!Number.isFinite(1 / determinant)) return null
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  }
}

export function isIdentity({ a, b, c, d, e, f }: Matrix): boolean {
  return a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0
}

const isFiniteMatrix = ({ a, b, c, d, e, f }: Matrix): boolean => [a, b, c, d, e, f].every(Number.isFinite)

const FUNCTION = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)[\s,]*/y

/** Reads a `transform` attribute. Null if any part of it is not a transform list. */
export function parseTransform(text: string): Matrix | null {
  let matrix = IDENTITY
  const trimmed = text.trim()
  FUNCTION.lastIndex = 0
  while (FUNCTION.lastIndex < trimmed.length) {
    const at = FUNCTION.exec(trimmed)
    if (!at) return null
    const numbers = readNumbers(at[2] ?? '')
    const next = numbers && matrixOf(at[1] ?? '', numbers)
    if (!next || !isFiniteMatrix(next)) return null
    matrix = multiply(matrix, next)
  }
  return isFiniteMatrix(matrix) ? matrix : null
}

/** Reads at most six numbers, which may touch as in path data (`1-2`), with CSS's `px` and `deg`. Null for anything else. */
function readNumbers(text: string): number[] | null {
  const scanner = new Scanner(text.replace(/px|deg/g, ' '))
  const numbers: number[] = []
  while (!scanner.ended) {
    const value = scanner.number()
    if (Number.isNaN(value) || numbers.length === 6) return null
    numbers.push(value)
  }
  return numbers
}

/** Allowed numbers of arguments of each function. */
const ARITIES: Readonly<Record<string, readonly number[]>> = {
  matrix: [6],
  translate: [1, 2],
  scale: [1, 2],
  rotate: [1, 3],
  skewX: [1],
  skewY: [1],
}

function matrixOf(name: string, n: readonly number[]): Matrix | null {
  const [p = 0, q, r = 0, s = 0, t = 0, u = 0] = n
  if (!ARITIES[name]?.includes(n.length)) return null
  const radians = (p * Math.PI) / 180
  switch (name) {
    case 'matrix':
      return { a: p, b: q ?? 0, c: r, d: s, e: t, f: u }
    case 'translate':
      return { ...IDENTITY, e: p, f: q ?? 0 }
    case 'scale':
      return { ...IDENTITY, a: p, d: q ?? p }
    case 'rotate': {
      const turn = {
        ...IDENTITY,
        a: Math.cos(radians),
        b: Math.sin(radians),
        c: -Math.sin(radians),
        d: Math.cos(radians),
      }
      if (q === undefined) return turn
      return multiply(multiply({ ...IDENTITY, e: q, f: r }, turn), { ...IDENTITY, e: -q, f: -r })
    }
    case 'skewX':
      return { ...IDENTITY, c: Math.tan(radians) }
    case 'skewY':
      return { ...IDENTITY, b: Math.tan(radians) }
    default:
      return null
  }
}
