import { appendArc } from './arc'
import { type Path, PathBuilder } from './path'
import { Scanner } from './scan'

/**
 * Parses SVG path data and converts all commands to absolute MOVE, LINE, CUBIC and CLOSE. As SVG 1.1 (F.2) requires, a
 * syntax error ends the path, and what comes before it is kept. Also stops after `limit` segments, with `complete: false`.
 */
export function parsePath(data: string, limit: number): { readonly path: Path; readonly complete: boolean } {
  const scanner = new Scanner(data)
  const builder = new PathBuilder()
  const pen = new Pen(builder)
  let command = ''
  while (!scanner.ended && builder.segments <= limit) {
    const letter = scanner.letter()
    if (letter) command = letter
    else command = command === 'M' ? 'L' : command === 'm' ? 'l' : command
    const isFirst = builder.segments === 0
    if (command === '' || (isFirst && command !== 'M' && command !== 'm')) break
    // Numbers may not follow a closepath.
    if (!letter && (command === 'Z' || command === 'z')) break
    if (!step(scanner, pen, command)) break
  }
  const complete = builder.segments <= limit
  return { path: builder.finish(), complete }
}

/** Reads one command's numbers and draws it. Returns false if numbers are missing. */
function step(scanner: Scanner, pen: Pen, command: string): boolean {
  const relative = command >= 'a'
  const ox = relative ? pen.x : 0
  const oy = relative ? pen.y : 0
  switch (command.toUpperCase()) {
    case 'M':
      return pen.move(ox + scanner.number(), oy + scanner.number())
    case 'L':
      return pen.line(ox + scanner.number(), oy + scanner.number())
    case 'H':
      return pen.line(ox + scanner.number(), pen.y)
    case 'V':
      return pen.line(pen.x, oy + scanner.number())
    case 'C':
      return pen.cubic(
        ox + scanner.number(),
        oy + scanner.number(),
        ox + scanner.number(),
        oy + scanner.number(),
        ox + scanner.number(),
        oy + scanner.number(),
      )
    case 'S': {
      const [x1, y1] = pen.reflected('cubic')
      return pen.cubic(
        x1,
        y1,
        ox + scanner.number(),
        oy + scanner.number(),
        ox + scanner.number(),
        oy + scanner.number(),
      )
    }
    case 'Q':
      return pen.quadratic(
        ox + scanner.number(),
        oy + scanner.number(),
        ox + scanner.number(),
        oy + scanner.number(),
      )
    case 'T': {
      const [x1, y1] = pen.reflected('quadratic')
      return pen.quadratic(x1, y1, ox + scanner.number(), oy + scanner.number())
    }
    case 'A': {
      const [rx, ry, rotation] = [scanner.number(), scanner.number(), scanner.number()]
      const [large, sweep] = [scanner.flag(), scanner.flag()]
      return pen.arc(rx, ry, rotation, large, sweep, ox + scanner.number(), oy + scanner.number())
    }
    case 'Z':
      return pen.close()
    default:
      return false
  }
}

/** Tracks the current point, and the control point that a smooth command reflects. */
class Pen {
  x = 0
  y = 0
  #startX = 0
  #startY = 0
  #controlX = 0
  #controlY = 0
  #smooth: 'cubic' | 'quadratic' | null = null
  #closed = false
  readonly #builder: PathBuilder

  constructor(builder: PathBuilder) {
    this.#builder = builder
  }

  reflected(kind: 'cubic' | 'quadratic'): [number, number] {
    return this.#smooth === kind
      ? [2 * this.x - this.#controlX, 2 * this.y - this.#controlY]
      : [this.x, this.y]
  }

  move(x: number, y: number): boolean {
    if (!finite(x, y)) return false
    this.#builder.move(x, y)
    this.#startX = x
    this.#startY = y
    this.#closed = false
    return this.#arrive(x, y)
  }

  line(x: number, y: number): boolean {
    if (!finite(x, y)) return false
    this.#reopen()
    this.#builder.line(x, y)
    return this.#arrive(x, y)
  }

  cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): boolean {
    if (!finite(x1, y1, x2, y2, x, y)) return false
    this.#reopen()
    this.#builder.cubic(x1, y1, x2, y2, x, y)
    return this.#arrive(x, y, 'cubic', x2, y2)
  }

  quadratic(x1: number, y1: number, x: number, y: number): boolean {
    if (!finite(x1, y1, x, y)) return false
    this.#reopen()
    const third = (from: number, to: number) => from + ((to - from) * 2) / 3
    this.#builder.cubic(third(this.x, x1), third(this.y, y1), third(x, x1), third(y, y1), x, y)
    return this.#arrive(x, y, 'quadratic', x1, y1)
  }

  arc(rx: number, ry: number, rotation: number, large: number, sweep: number, x: number, y: number): boolean {
    if (!finite(rx, ry, rotation, large, sweep, x, y)) return false
    this.#reopen()
    appendArc(this.#builder, this.x, this.y, {
      rx,
      ry,
      rotation,
      large: large === 1,
      sweep: sweep === 1,
      x,
      y,
    })
    return this.#arrive(x, y)
  }

  close(): boolean {
    if (!this.#closed) this.#builder.close()
    this.#closed = true
    return this.#arrive(this.#startX, this.#startY)
  }

  /** A command after a closepath starts a new subpath at the start of the last one. */
  #reopen(): void {
    if (!this.#closed) return
    this.#closed = false
    this.#builder.move(this.#startX, this.#startY)
  }

  #arrive(x: number, y: number, smooth: 'cubic' | 'quadratic' | null = null, cx = x, cy = y): boolean {
    this.x = x
    this.y = y
    this.#smooth = smooth
    this.#controlX = cx
    this.#controlY = cy
    return true
  }
}

/** Returns whether all numbers are finite: any other number minus itself is NaN. */
const finite = (a: number, b: number, c = 0, d = 0, e = 0, f = 0, g = 0) =>
  a - a + (b - b) + (c - c) + (d - d) + (e - e) + (f - f) + (g - g) === 0
