/** What the text is for. `svg`: works in every renderer. `canvas`: only what Figma imports; the rest is in `finish`. */
export type Target = 'svg' | 'canvas'

/** Definitions that paths and groups refer to by id. */
export class Definitions {
  readonly #prefix: () => string
  readonly #texts: string[] = []
  readonly target: Target

  /** `prefix` makes the ids unique on a page. */
  constructor(prefix: () => string, target: Target) {
    this.#prefix = prefix
    this.target = target
  }

  /** Adds a definition and returns a reference to it. */
  add(write: (id: string) => string): string {
    const index = this.#texts.push('')
    const id = `${this.#prefix()}${index}`
    this.#texts[index - 1] = write(id)
    return `url(#${id})`
  }

  /** The `defs` element; empty if there are no definitions. */
  get text(): string {
    return this.#texts.length > 0 ? `<defs>${this.#texts.join('')}</defs>` : ''
  }
}
