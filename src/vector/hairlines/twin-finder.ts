/** Cells for each number: the more, the fewer numbers share one by chance. */
const CELLS = 8

/**
 * Tells which numbers may have another one nearby: all that do, and few others. It is a table of how many numbers fall in a cell as wide as
 * the tolerance, which takes less time than sorting.
 */
export class TwinFinder {
  readonly #numbers: Float64Array
  readonly #counts: Uint8Array
  readonly #tolerance: number
  #size = 0
  #at = 0

  /** `most`: how many numbers there may be. */
  constructor(most: number, tolerance: number) {
    this.#numbers = new Float64Array(most)
    this.#counts = new Uint8Array(2 ** Math.ceil(Math.log2(CELLS * most)))
    this.#tolerance = tolerance
  }

  /** NaN has no twins. */
  add(number: number): void {
    this.#numbers[this.#size++] = number
    if (Number.isNaN(number)) return
    const cell = this.#cellOf(number)
    const count = this.#counts[cell] ?? 0
    if (count < 2) this.#counts[cell] = count + 1
  }

  /** Returns the next number, in the order in which they were added; null if it has no twin. */
  next(): number | null {
    const number = this.#numbers[this.#at++] ?? Number.NaN
    if (Number.isNaN(number)) return null
    const cell = this.#cellOf(number)
    const last = this.#counts.length - 1
    const around = (this.#counts[(cell - 1) & last] ?? 0) + (this.#counts[(cell + 1) & last] ?? 0)
    return around + (this.#counts[cell] ?? 0) > 1 ? number : null
  }

  #cellOf(number: number): number {
    return Math.floor(number / this.#tolerance) & (this.#counts.length - 1)
  }
}
