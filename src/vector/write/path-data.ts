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
  const text = String(units / UNITS).replace('0.', (zero, at: number, whole: string) =>
    at === 0 || (at === 1 && whole[0] === '-') ? '.' : zero,
  )
  if (kept) texts[index] = text
  return text
}

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

/** A minus sign or a second point in a row ends a number by itself. */
const needsGap = (units: number, afterDot: boolean) => units >= 0 && !(afterDot && units > 0 && units < UNITS)

/** Puts commands one after the other, each in its shorter form. */
class DataWriter {
  text = ''
  /** The command that numbers without a letter belong to. */
  #implied = ''
  #dotted = false

  /**
   * A command with these arguments, absolute or relative to the point (x, y), whose coordinates they are measured from in
   * turn. Absolute where both are as long: an importer that adds up in single precision drifts less.
   */
  put(letter: string, absolute: readonly number[], relative: readonly number[]): void {
    const small = letter.toLowerCase()
    if (this.#cost(small, relative) < this.#cost(letter, absolute)) this.#append(small, relative)
    else this.#append(letter, absolute)
  }

  close(): void {
    this.text += 'Z'
    this.#implied = ''
  }

  #cost(letter: string, values: readonly number[]): number {
    const repeats = letter === this.#implied
    let cost = repeats ? 0 : 1
    let gap = repeats
    let dotted = this.#dotted
    for (const value of values) {
      cost += lengthOf(value) + (gap && needsGap(value, dotted) ? 1 : 0)
      dotted = isDotted(value)
      gap = true
    }
    return cost
  }

  #append(letter: string, values: readonly number[]): void {
    let gap = letter === this.#implied
    let text = gap ? '' : letter
    for (const value of values) {
      if (gap && needsGap(value, this.#dotted)) text += ' '
      text += decimal(value)
      this.#dotted = isDotted(value)
      gap = true
    }
    this.text += text
    this.#implied = letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter
  }
}

/**
 * The path as the shortest path data that one look at a time finds: relative or absolute, H, V and S where they say the
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
      const [x1, y1, x2, y2, x3, y3] = [next(), next(), next(), next(), next(), next()]
      const absolute = [x2, y2, x3, y3]
      const relative = [x2 - x, y2 - y, x3 - x, y3 - y]
      if (x1 === mirrorX && y1 === mirrorY) writer.put('S', absolute, relative)
      else writer.put('C', [x1, y1, ...absolute], [x1 - x, y1 - y, ...relative])
      x = x3
      y = y3
      mirrorX = 2 * x3 - x2
      mirrorY = 2 * y3 - y2
    } else {
      const [toX, toY] = [next(), next()]
      if (command === MOVE) writer.put('M', [toX, toY], [toX - x, toY - y])
      else if (toY === y) writer.put('H', [toX], [toX - x])
      else if (toX === x) writer.put('V', [toY], [toY - y])
      else writer.put('L', [toX, toY], [toX - x, toY - y])
      if (command === MOVE) {
        startX = toX
        startY = toY
      }
      mirrorX = x = toX
      mirrorY = y = toY
    }
  }
  return writer.text
}
