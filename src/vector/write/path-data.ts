import { CLOSE, CUBIC, MOVE, type Path } from '../path/path'

/** What coordinates are counted in: hundredths of a px. Whole numbers add up without an error. */
const UNITS = 100

/** Texts of small numbers, which nearly all relative coordinates are, are kept. */
const KEPT = 1 << 14
const texts: string[] = []

/** A plain decimal without needless zeros. An exponent would be legal, but is no part of what is known to import. */
function decimal(units: number): string {
  const index = units + KEPT
  const kept = index >= 0 && index < 2 * KEPT
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

/** Two digits without the zero at their end. */
const decimals = (rest: number): string | number =>
  rest % 10 === 0 ? rest / 10 : rest < 10 ? `0${rest}` : rest

const isDotted = (units: number) => units % UNITS !== 0

/** Length of `decimal(units)`, without making it. */
function lengthOf(units: number): number {
  const size = Math.abs(units)
  let length = units < 0 ? 1 : 0
  if (isDotted(size)) length += size % 10 === 0 ? 2 : 3
  else if (size === 0) length += 1
  for (let bound = UNITS; size >= bound; bound *= 10) length += 1
  return length
}

/** A minus sign or a second point in a row ends a number without a separator. */
const needsGap = (units: number, afterDot: boolean) => units >= 0 && !(afterDot && units > 0 && units < UNITS)

/** Puts commands one after the other, each in its shorter form. */
class DataWriter {
  /** Put together once, at the end: a text that grows is kept by the engine as a tree of all its pieces. */
  readonly #pieces: string[] = []
  /** The command that numbers without a letter belong to. */
  #implied = ''
  #dotted = false

  /** The arguments of the next command, absolute and relative. Two lists for all commands: a large picture has a million. */
  readonly #absolute = [0, 0, 0, 0, 0, 0]
  readonly #relative = [0, 0, 0, 0, 0, 0]
  #count = 0

  /** One more argument of the next command, and what it is measured from where that is relative. */
  argument(value: number, from: number): void {
    this.#absolute[this.#count] = value
    this.#relative[this.#count] = value - from
    this.#count += 1
  }

  /**
   * The command of the arguments so far, absolute or relative. Absolute where both are as long: an importer that adds up in
   * single precision drifts less.
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
 * The path as the shortest path data that a greedy choice per command finds: relative or absolute, H, V and S where they say the
 * same, no separator and no letter that the grammar of SVG 1.1 (8.3.9) can do without. Coordinates in px, rounded to a
 * hundredth; what is relative counts from the rounded point, so that errors do not add up.
 */
export function pathData({ commands, coords }: Path): string {
  const writer = new DataWriter()
  let at = 0
  let [x, y, startX, startY] = [0, 0, 0, 0]
  // Where S would put the first control point.
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
      const isLevel = isLine && toY === y
      const isUpright = isLine && !isLevel && toX === x
      if (!isUpright) writer.argument(toX, x)
      if (!isLevel) writer.argument(toY, y)
      if (!isLine) writer.put('M', 'm')
      else if (isLevel) writer.put('H', 'h')
      else if (isUpright) writer.put('V', 'v')
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
