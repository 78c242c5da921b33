/** Integers with fewer digits than this, and these powers of ten, are exact as doubles. */
const EXACT = 16
const TENS = Array.from({ length: EXACT }, (_, power) => 10 ** power)

/** Reads the numbers and letters of path data in a single pass, without regular expressions that could backtrack. */
export class Scanner {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Returns the next command letter, or '' if a number follows or the text has ended. */
  letter(): string {
    this.#skip()
    const code = this.#text.charCodeAt(this.#at)
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    return isLetter ? (this.#text[this.#at++] ?? '') : ''
  }

  get ended(): boolean {
    this.#skip()
    return this.#at >= this.#text.length
  }

  /** Returns the next number, or NaN if none follows. */
  number(): number {
    this.#skip()
    const text = this.#text
    const start = this.#at
    let at = start
    let code = text.charCodeAt(at)
    if (code === 43 || code === 45) code = text.charCodeAt(++at)
    /** The digits without the decimal point. Only used if there are few enough to be exact. */
    let value = 0
    let digits = 0
    let decimals = 0
    for (; code >= 48 && code <= 57; digits += 1) {
      value = value * 10 + code - 48
      code = text.charCodeAt(++at)
    }
    if (code === 46) {
      code = text.charCodeAt(++at)
      for (; code >= 48 && code <= 57; decimals += 1) {
        value = value * 10 + code - 48
        code = text.charCodeAt(++at)
      }
      digits += decimals
    }
    if (digits === 0) return Number.NaN
    this.#at = at
    const plain = code !== 101 && code !== 69
    if (!plain) this.#exponent()
    // Both are exact, so the quotient is rounded only once: the same result as `Number`, several times as fast.
    if (plain && digits < EXACT)
      return (text.charCodeAt(start) === 45 ? -value : value) / (TENS[decimals] ?? 1)
    return Number(text.slice(start, this.#at))
  }

  /** Reads a flag of an arc: a single 0 or 1, which needs no separator after it. NaN otherwise. */
  flag(): number {
    this.#skip()
    const code = this.#text.charCodeAt(this.#at)
    if (code !== 48 && code !== 49) return Number.NaN
    this.#at += 1
    return code - 48
  }

  #exponent(): void {
    let at = this.#at + 1
    const sign = this.#text.charCodeAt(at)
    if (sign === 43 || sign === 45) at += 1
    const digits = at
    while (this.#text.charCodeAt(at) >= 48 && this.#text.charCodeAt(at) <= 57) at += 1
    if (at > digits) this.#at = at
  }

  #skip(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      // Whitespace and commas.
      if (code !== 32 && code !== 44 && !(code >= 9 && code <= 13)) return
      this.#at += 1
    }
  }
}
