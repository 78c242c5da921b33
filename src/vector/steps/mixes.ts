/** The visible color at a point, as a weighted mix of units. The remaining weight up to 1 is the backdrop. */
export interface Mix {
  /** Unit numbers, each once. */
  readonly units: readonly number[]
  /** The weight of each unit, above 0. */
  readonly parts: readonly number[]
}

/** Mix number 0 is the backdrop alone. */
export const BACKDROP = 0

/** Smaller weights are dropped: they are less than half a level of 255. */
const MIN_WEIGHT = 1 / 512

/** Number of distinct opacities. */
const OPACITIES = 1024

/** The mixes that result from painting units over each other, each with a number. */
export class Mixes {
  readonly #list: Mix[] = [{ units: [], parts: [] }]
  readonly #known = new Map<number, number>()
  readonly #layers: number
  readonly #most: number

  /** `units`: number of units. `most`: maximum number of mixes; see `isFull`. */
  constructor(units: number, most: number) {
    this.#layers = (units + 1) * (OPACITIES + 1)
    this.#most = most
  }

  /** Whether there are too many mixes. The result of `over` is wrong then. */
  get isFull(): boolean {
    return this.#list.length > this.#most
  }

  at(number: number): Mix {
    return this.#list[number] ?? { units: [], parts: [] }
  }

  /** Returns the number of the mix that results from painting a unit over mix `under`. Opacity: 0 to 1. */
  over(under: number, unit: number, opacity: number): number {
    const alpha = Math.round(opacity * OPACITIES)
    if (alpha <= 0 || this.isFull) return under
    const below = alpha >= OPACITIES ? BACKDROP : under
    const key = below * this.#layers + unit * (OPACITIES + 1) + alpha
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#list.push(blend(this.at(below), unit, alpha / OPACITIES))
    this.#known.set(key, this.#list.length - 1)
    return this.#list.length - 1
  }
}

function blend(under: Mix, unit: number, alpha: number): Mix {
  const units = [unit]
  const parts = [alpha]
  for (const [i, other] of under.units.entries()) {
    const part = (under.parts[i] ?? 0) * (1 - alpha)
    if (other === unit) parts[0] = (parts[0] ?? 0) + part
    else if (part >= MIN_WEIGHT) {
      units.push(other)
      parts.push(part)
    }
  }
  return { units, parts }
}
