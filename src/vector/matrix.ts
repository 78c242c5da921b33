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

/** The map that does `inner` first, then `outer`. */
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

export function isIdentity({ a, b, c, d, e, f }: Matrix): boolean {
  return a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0
}

const isFiniteMatrix = ({ a, b, c, d, e, f }: Matrix): boolean => [a, b, c, d, e, f].every(Number.isFinite)

const FUNCTION = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)[\s,]*/y

/** Reads a `transform` attribute. Null when any part of it is not a transform list. */
export function parseTransform(text: string): Matrix | null {
  let matrix = IDENTITY
  const trimmed = text.trim()
  FUNCTION.lastIndex = 0
  while (FUNCTION.lastIndex < trimmed.length) {
    const at = FUNCTION.exec(trimmed)
    if (!at) return null
    const numbers = (at[2] ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number)
    const next = single(at[1] ?? '', numbers)
    if (!next || !isFiniteMatrix(next)) return null
    matrix = multiply(matrix, next)
  }
  return matrix
}

function single(name: string, n: readonly number[]): Matrix | null {
  const [p = 0, q, r, s, t, u] = n
  if (n.length === 0) return null
  const radians = (p * Math.PI) / 180
  switch (name) {
    case 'matrix':
      if (q === undefined || r === undefined || s === undefined || t === undefined || u === undefined)
        return null
      return { a: p, b: q, c: r, d: s, e: t, f: u }
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
      if (q === undefined || r === undefined) return turn
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
