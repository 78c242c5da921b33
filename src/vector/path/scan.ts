/** Reads the numbers and letters of path data, one after the other. A single pass: no pattern that could backtrack. */
export class Scanner {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The next command letter, or '' when a number follows or the text has ended. */
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

  /** The next number, or NaN when none follows. */
  number(): number {
    this.#skip()
    const start = this.#at
    let code = this.#text.charCodeAt(this.#at)
    if (code === 43 || code === 45) code = this.#text.charCodeAt(++this.#at)
    const digits = this.#at
    while (code >= 48 && code <= 57) code = this.#text.charCodeAt(++this.#at)
    let any = this.#at > digits
    if (code === 46) {
      const fraction = ++this.#at
      code = this.#text.charCodeAt(this.#at)
      while (code >= 48 && code <= 57) code = this.#text.charCodeAt(++this.#at)
      any = any || this.#at > fraction
    }
    if (!any) {
      this.#at = start
      return Number.NaN
    }
    if (code === 101 || code === 69) this.#exponent()
    return Number(this.#text.slice(start, this.#at))
  }

  /** A flag of an arc: a single 0 or 1, which may touch what follows. NaN otherwise. */
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
      // White space of SVG, and the comma.
      if (code !== 32 && code !== 44 && !(code >= 9 && code <= 13)) return
      this.#at += 1
    }
  }
}
