import type { Box } from '../placement/boxes'

/** A path in the format of `VectorNode.vectorPaths`: absolute M, L, C, and Z, separated by spaces. */
export interface AbsolutePath {
  readonly data: string
  /** Bounds of the outline without its stroke, in px. Null for a path without points. */
  readonly box: Box | null
}

/** Converts the path data that `src/vector/write` wrote: M, L, H, V, C, S and Z, absolute or relative. */
export function absolutePath(d: string): AbsolutePath {
  const tokens = d.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi) ?? []
  const out: string[] = []
  const bounds = new Bounds()
  let [x, y, startX, startY] = [0, 0, 0, 0]
  /** The first control point that S implies. */
  let [mirrorX, mirrorY] = [0, 0]
  let command = ''
  let at = 0
  const next = (origin: number) => Number(tokens[at++]) + (command >= 'a' ? origin : 0)
  while (at < tokens.length) {
    if (/[a-z]/i.test(tokens[at] ?? '')) command = tokens[at++] ?? ''
    const kind = command.toUpperCase()
    if (kind === 'Z') {
      out.push('Z')
      ;[x, y, mirrorX, mirrorY] = [startX, startY, startX, startY]
      continue
    }
    if (kind === 'C' || kind === 'S') {
      const isSmooth = kind === 'S'
      const x1 = isSmooth ? mirrorX : next(x)
      const y1 = isSmooth ? mirrorY : next(y)
      const [x2, y2, x3, y3] = [next(x), next(y), next(x), next(y)]
      bounds.addCurve([x, x1, x2, x3], [y, y1, y2, y3])
      out.push(`C ${x1} ${y1} ${x2} ${y2} ${x3} ${y3}`)
      ;[x, y, mirrorX, mirrorY] = [x3, y3, 2 * x3 - x2, 2 * y3 - y2]
      continue
    }
    const toX = kind === 'V' ? x : next(x)
    const toY = kind === 'H' ? y : next(y)
    ;[x, y, mirrorX, mirrorY] = [toX, toY, toX, toY]
    bounds.add(x, y)
    out.push(`${kind === 'M' ? 'M' : 'L'} ${x} ${y}`)
    if (kind === 'M') {
      ;[startX, startY] = [x, y]
      // Further points without a command are lines.
      command = command === 'M' ? 'L' : 'l'
    }
  }
  return { data: out.join(' '), box: bounds.box }
}

class Bounds {
  #left = Number.POSITIVE_INFINITY
  #top = Number.POSITIVE_INFINITY
  #right = Number.NEGATIVE_INFINITY
  #bottom = Number.NEGATIVE_INFINITY

  add(x: number, y: number): void {
    this.#left = Math.min(this.#left, x)
    this.#right = Math.max(this.#right, x)
    this.#top = Math.min(this.#top, y)
    this.#bottom = Math.max(this.#bottom, y)
  }

  addCurve(xs: Cubic, ys: Cubic): void {
    for (const t of [0, 1, ...turnsOf(xs), ...turnsOf(ys)]) this.add(pointAt(xs, t), pointAt(ys, t))
  }

  get box(): Box | null {
    const [x, y] = [this.#left, this.#top]
    return x <= this.#right ? { x, y, width: this.#right - x, height: this.#bottom - y } : null
  }
}

type Cubic = readonly [number, number, number, number]

const pointAt = ([a, b, c, d]: Cubic, t: number): number => {
  const u = 1 - t
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
}

/** Returns the extrema of one coordinate of a curve: the zeros of its derivative between 0 and 1. */
function turnsOf([p0, p1, p2, p3]: Cubic): number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0
  const b = 2 * (p2 - 2 * p1 + p0)
  const c = p1 - p0
  const root = Math.sqrt(b * b - 4 * a * c)
  const found = Math.abs(a) < 1e-9 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)]
  return found.filter((t) => t > 0 && t < 1)
}
