/** Number of arguments of each command. Arcs and quadratic curves are never written. */
const COUNTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, z: 0 }

/** A plain decimal: no plus sign, no exponent, no leading zeros. */
const NUMBER = /-?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)/y

/**
 * Returns what is wrong with path data; null if nothing is. Stricter than SVG: it starts with a move; numbers are plain decimals, with one
 * space between them if nothing else separates them; it contains nothing else. Shares no code with the writer.
 */
export function pathFault(data: string): string | null {
  let at = 0
  const fault = (what: string) => `${what} at ${at} in "${data.slice(Math.max(0, at - 10), at + 10)}"`
  if (!/^[Mm]/.test(data)) return fault('no move')
  while (at < data.length) {
    const letter = data[at] ?? ''
    const count = COUNTS[letter.toLowerCase()]
    if (count === undefined) return fault('no command')
    at += 1
    let numbers = 0
    let before = ''
    while (at < data.length && !/[a-z]/i.test(data[at] ?? '')) {
      const spaced = data[at] === ' '
      if (spaced && before === '') return fault('a space after a letter')
      if (spaced) at += 1
      NUMBER.lastIndex = at
      const number = NUMBER.exec(data)?.[0]
      if (number === undefined) return fault('no number')
      const separated =
        spaced || before === '' || number[0] === '-' || (number[0] === '.' && before.includes('.'))
      if (!separated) return fault('two numbers in one')
      before = number
      at += number.length
      numbers += 1
    }
    if (count === 0 ? numbers > 0 : numbers === 0 || numbers % count !== 0) return fault(`${numbers} numbers`)
  }
  return null
}
