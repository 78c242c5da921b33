import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { PathCommand } from '../document/geometry/path-data'
import { arcToCubics } from './arcs'

/** A path as far as it could be read; `error` says what stopped it. Browsers draw up to there, too. */
export interface ParsedPath {
  readonly commands: PathCommand[]
  readonly error: string | null
}

const COUNTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
}
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy
const GAP = /[\s,]*/y

/** Reads the `d` of an SVG path into absolute M, L, Q, C and Z. Arcs become cubics, shorthands are written out. */
export function parseSvgPath(text: string): ParsedPath {
  const reader = new Reader(text)
  const pen = new Pen()
  let letter = ''
  while (!reader.atEnd) {
    const next = reader.letter()
    if (next !== null) letter = next
    else if (letter === '' || letter === 'Z' || letter === 'z') return fail(pen, reader)
    else if (letter === 'M') letter = 'L'
    else if (letter === 'm') letter = 'l'
    if (pen.commands.length === 0 && letter.toUpperCase() !== 'M') return fail(pen, reader)
    const numbers = reader.numbers(letter.toUpperCase())
    if (!numbers) return fail(pen, reader)
    pen.draw(letter, numbers)
  }
  return { commands: pen.commands, error: null }
}

function fail({ commands }: Pen, { at }: Reader): ParsedPath {
  return { commands, error: `unreadable at character ${at}` }
}

/** Takes letters and numbers off a path text. */
class Reader {
  readonly #text: string
  at = 0

  constructor(text: string) {
    this.#text = text
    this.#skipGap()
  }

  get atEnd(): boolean {
    return this.at >= this.#text.length
  }

  letter(): string | null {
    const letter = this.#text[this.at] ?? ''
    if (COUNTS[letter.toUpperCase()] === undefined) return null
    this.at++
    this.#skipGap()
    return letter
  }

  /** The numbers that a command takes once, or null where they are not there. */
  numbers(command: string): number[] | null {
    const numbers: number[] = []
    for (let index = 0; index < (COUNTS[command] ?? 0); index++) {
      const flag = command === 'A' && (index === 3 || index === 4)
      const number = flag ? this.#flag() : this.#number()
      if (number === null) return null
      numbers.push(number)
    }
    return numbers
  }

  #flag(): number | null {
    const digit = this.#text[this.at]
    if (digit !== '0' && digit !== '1') return null
    this.at++
    this.#skipGap()
    return Number(digit)
  }

  #number(): number | null {
    NUMBER.lastIndex = this.at
    const match = NUMBER.exec(this.#text)
    if (!match) return null
    this.at = NUMBER.lastIndex
    this.#skipGap()
    return Number(match[0])
  }

  #skipGap(): void {
    GAP.lastIndex = this.at
    GAP.exec(this.#text)
    this.at = GAP.lastIndex
  }
}

/** Draws commands one after the other. */
class Pen {
  readonly commands: PathCommand[] = []
  #at: Vector = { x: 0, y: 0 }
  #start: Vector = { x: 0, y: 0 }
  /** The last control point, which S and T mirror, and the kind of curve that it belongs to. */
  #handle: Vector = { x: 0, y: 0 }
  #handleOf: 'C' | 'Q' | null = null

  draw(letter: string, numbers: readonly number[]): void {
    const type = letter.toUpperCase()
    const { x: ox, y: oy } = letter === type ? { x: 0, y: 0 } : this.#at
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = numbers
    switch (type) {
      case 'M':
        this.#start = { x: ox + a, y: oy + b }
        return this.#add('M', this.#start)
      case 'L':
        return this.#add('L', { x: ox + a, y: oy + b })
      case 'H':
        return this.#add('L', { x: ox + a, y: this.#at.y })
      case 'V':
        return this.#add('L', { x: this.#at.x, y: oy + a })
      case 'C':
        return this.#add('C', { x: ox + a, y: oy + b }, { x: ox + c, y: oy + d }, { x: ox + e, y: oy + f })
      case 'S':
        return this.#add('C', this.#mirrored('C'), { x: ox + a, y: oy + b }, { x: ox + c, y: oy + d })
      case 'Q':
        return this.#add('Q', { x: ox + a, y: oy + b }, { x: ox + c, y: oy + d })
      case 'T':
        return this.#add('Q', this.#mirrored('Q'), { x: ox + a, y: oy + b })
      case 'A': {
        const to = { x: ox + f, y: oy + g }
        const arc = { from: this.#at, to, radii: { x: a, y: b }, rotation: c, large: d === 1, sweep: e === 1 }
        for (const { type, points } of arcToCubics(arc)) this.#add(type, ...points)
        this.#handleOf = null
        return
      }
      default:
        this.commands.push({ type: 'Z', points: [] })
        this.#at = this.#start
        this.#handleOf = null
    }
  }

  #add(type: PathCommand['type'], ...points: Vector[]): void {
    // After a Z the next figure starts where the last one did; Figma's path text wants that said.
    if (type !== 'M' && this.commands[this.commands.length - 1]?.type === 'Z') {
      this.commands.push({ type: 'M', points: [this.#start] })
    }
    this.commands.push({ type, points })
    this.#handleOf = type === 'C' || type === 'Q' ? type : null
    this.#handle = points[points.length - 2] ?? this.#at
    this.#at = points[points.length - 1] ?? this.#at
  }

  #mirrored(type: 'C' | 'Q'): Vector {
    if (this.#handleOf !== type) return this.#at
    return { x: 2 * this.#at.x - this.#handle.x, y: 2 * this.#at.y - this.#handle.y }
  }
}
