/** The visible color at one place, as the share of each unit in it. The rest, up to 1, is the backdrop. */
export interface Mix {
  /** Numbers of units, each once. */
  readonly units: readonly number[]
  /** For each the part that it makes up, above 0. */
  readonly parts: readonly number[]
}

/** The backdrop alone: mix number 0. */
export const GROUND = 0

/** A part that is smaller is less than half a level of 255. */
const LEAST = 1 / 512

/** Number of distinct opacities. */
const OPACITIES = 1024

/** The mixes that arise where units are painted over each other, each with a number. */
export class Mixes {
  readonly #list: Mix[] = [{ units: [], parts: [] }]
  readonly #known = new Map<number, number>()
  readonly #layers: number
  readonly #most: number

  /** `units`: how many there are. `most`: how many mixes there may be; see `isFull`. */
  constructor(units: number, most: number) {
    this.#layers = (units + 1) * (OPACITIES + 1)
    this.#most = most
  }

  /** There are too many, and what `over` gives is wrong. */
  get isFull(): boolean {
    return this.#list.length > this.#most
  }

  at(number: number): Mix {
    return this.#list[number] ?? { units: [], parts: [] }
  }

  /** The number of the mix that results when the unit is painted over another mix. Opacity: 0 to 1. */
  over(under: number, unit: number, opacity: number): number {
    const alpha = Math.round(opacity * OPACITIES)
    if (alpha <= 0 || this.isFull) return under
    const below = alpha >= OPACITIES ? GROUND : under
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
    else if (part >= LEAST) {
      units.push(other)
      parts.push(part)
    }
  }
  return { units, parts }
}
