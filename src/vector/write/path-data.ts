import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'

/** Coordinates are counted in hundredths of a px: whole numbers add up without rounding errors. */
const UNITS = 100

/** Texts of numbers below this are cached: nearly all relative coordinates are small. */
const CACHED = 1 << 14
const texts: string[] = []

/** A plain decimal without needless zeros. An exponent would be valid SVG, but is not known to be imported by Figma. */
function decimal(units: number): string {
  const index = units + CACHED
  const kept = index >= 0 && index < 2 * CACHED
  const known = kept ? texts[index] : undefined
  if (known !== undefined) return known
  const size = Math.abs(units)
  const rest = size % UNITS
  const whole = (size - rest) / UNITS
  const sign = units < 0 ? '-' : ''
  const text = rest === 0 ? `${sign}${whole}` : `${sign}${whole || ''}.${decimals(rest)}`
  if (kept) texts[index] = text
  return text
}

/** Two digits without a trailing zero. */
const decimals = (rest: number): string | number =>
  rest % 10 === 0 ? rest / 10 : rest < 10 ? `0${rest}` : rest

const isDotted = (units: number) => units % UNITS !== 0

/** Length of `decimal(units)`, without creating the string. */
function lengthOf(units: number): number {
  const size = Math.abs(units)
  let length = units < 0 ? 1 : 0
  if (isDotted(size)) length += size % 10 === 0 ? 2 : 3
  else if (size === 0) length += 1
  for (let bound = UNITS; size >= bound; bound *= 10) length += 1
  return length
}

/** No separator is needed before a minus sign, or before a decimal point if the number before has one. */
const needsGap = (units: number, afterDot: boolean) => units >= 0 && !(afterDot && units > 0 && units < UNITS)

/** Writes one command after another, each in its shorter form. */
class DataWriter {
  /** Joined once at the end: engines store a growing string as a tree of all its pieces. */
  readonly #pieces: string[] = []
  /** The command that the grammar assumes for numbers without a letter. */
  #implied = ''
  #dotted = false

  /** The arguments of the next command, absolute and relative. The arrays are reused: a large picture has a million commands. */
  readonly #absolute = [0, 0, 0, 0, 0, 0]
  readonly #relative = [0, 0, 0, 0, 0, 0]
  #count = 0

  /** Adds an argument of the next command; `from` is the origin of its relative form. */
  argument(value: number, from: number): void {
    this.#absolute[this.#count] = value
    this.#relative[this.#count] = value - from
    this.#count += 1
  }

  /**
   * Writes a command with the arguments added so far, absolute or relative, whichever is shorter. Absolute if both have the
   * same length: an importer that adds up in single precision drifts less.
   */
  put(letter: string, small: string): void {
    if (this.#cost(small, this.#relative) < this.#cost(letter, this.#absolute))
      this.#append(small, this.#relative)
    else this.#append(letter, this.#absolute)
    this.#count = 0
  }

  toString(): string {
    return this.#pieces.join('')
  }

  close(): void {
    this.#pieces.push('Z')
    this.#implied = ''
  }

  #cost(letter: string, values: readonly number[]): number {
    const repeats = letter === this.#implied
    let cost = repeats ? 0 : 1
    let gap = repeats
    let dotted = this.#dotted
    for (let i = 0; i < this.#count; i += 1) {
      const value = values[i] ?? 0
      cost += lengthOf(value) + (gap && needsGap(value, dotted) ? 1 : 0)
      dotted = isDotted(value)
      gap = true
    }
    return cost
  }

  #append(letter: string, values: readonly number[]): void {
    let gap = letter === this.#implied
    let text = gap ? '' : letter
    for (let i = 0; i < this.#count; i += 1) {
      const value = values[i] ?? 0
      if (gap && needsGap(value, this.#dotted)) text += ' '
      text += decimal(value)
      this.#dotted = isDotted(value)
      gap = true
    }
    this.#pieces.push(text)
    this.#implied = letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter
  }
}

/**
 * Returns SVG path data for a path, with the shortest form for each command: relative or absolute; H, V and S where they are
 * equivalent; no separator or letter that the grammar of SVG 1.1 (8.3.9) does not require. Coordinates in px, rounded to
 * hundredths. Relative coordinates count from the rounded point, so that errors do not add up.
 */
export function pathData({ commands, coords }: Path): string {
  const writer = new DataWriter()
  let at = 0
  let [x, y, startX, startY] = [0, 0, 0, 0]
  // The first control point that S implies.
  let [mirrorX, mirrorY] = [0, 0]
  const next = () => Math.round((coords[at++] ?? 0) * UNITS) || 0
  for (const command of commands) {
    if (command === CLOSE) {
      writer.close()
      mirrorX = x = startX
      mirrorY = y = startY
    } else if (command === CUBIC) {
      const x1 = next()
      const y1 = next()
      const x2 = next()
      const y2 = next()
      const x3 = next()
      const y3 = next()
      const isSmooth = x1 === mirrorX && y1 === mirrorY
      if (!isSmooth) {
        writer.argument(x1, x)
        writer.argument(y1, y)
      }
      writer.argument(x2, x)
      writer.argument(y2, y)
      writer.argument(x3, x)
      writer.argument(y3, y)
      if (isSmooth) writer.put('S', 's')
      else writer.put('C', 'c')
      x = x3
      y = y3
      mirrorX = 2 * x3 - x2
      mirrorY = 2 * y3 - y2
    } else {
      const toX = next()
      const toY = next()
      const isLine = command !== MOVE
      const isHorizontal = isLine && toY === y
      const isVertical = isLine && !isHorizontal && toX === x
      if (!isVertical) writer.argument(toX, x)
      if (!isHorizontal) writer.argument(toY, y)
      if (!isLine) writer.put('M', 'm')
      else if (isHorizontal) writer.put('H', 'h')
      else if (isVertical) writer.put('V', 'v')
      else writer.put('L', 'l')
      if (command === MOVE) {
        startX = toX
        startY = toY
      }
      mirrorX = x = toX
      mirrorY = y = toY
    }
  }
  return writer.toString()
}
