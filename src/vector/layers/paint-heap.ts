/** A priority queue of the paints that can come next. A paint is as urgent as its most urgent ready shape; ties go to the paint with more of those. */
export class PaintHeap {
  readonly #heap: Int32Array
  #size = 0
  /** Each paint's index in the heap; -1 if it is not in it. */
  readonly #place: Int32Array
  /** The highest urgency of the paint's ready shapes, and how many of them have it. */
  readonly #urgency: Float64Array
  readonly #counts: Int32Array

  constructor(paints: number) {
    this.#heap = new Int32Array(paints)
    this.#place = new Int32Array(paints).fill(-1)
    this.#urgency = new Float64Array(paints)
    this.#counts = new Int32Array(paints)
  }

  add(paint: number, urgency: number): void {
    let place = this.#place[paint] ?? -1
    const known = place < 0 ? Number.NEGATIVE_INFINITY : (this.#urgency[paint] ?? 0)
    if (urgency < known) return
    this.#counts[paint] = urgency > known ? 1 : (this.#counts[paint] ?? 0) + 1
    this.#urgency[paint] = urgency
    if (place < 0) {
      place = this.#size++
      this.#put(paint, place)
    }
    this.#rise(paint, place)
  }

  /** Removes and returns the most urgent paint; -1 if there is none. */
  take(): number {
    if (this.#size === 0) return -1
    const first = this.#heap[0] ?? -1
    this.#place[first] = -1
    this.#size -= 1
    if (this.#size > 0) this.#sink(this.#heap[this.#size] ?? -1)
    return first
  }

  #rise(paint: number, from: number): void {
    let place = from
    while (place > 0) {
      const above = (place - 1) >> 1
      const other = this.#heap[above] ?? -1
      if (!this.#precedes(paint, other)) break
      this.#put(other, place)
      place = above
    }
    this.#put(paint, place)
  }

  #sink(paint: number): void {
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      if (below >= this.#size) break
      const right = below + 1
      if (right < this.#size && this.#precedes(this.#heap[right] ?? -1, this.#heap[below] ?? -1))
        below = right
      const other = this.#heap[below] ?? -1
      if (!this.#precedes(other, paint)) break
      this.#put(other, place)
      place = below
    }
    this.#put(paint, place)
  }

  #put(paint: number, place: number): void {
    this.#heap[place] = paint
    this.#place[paint] = place
  }

  #precedes(a: number, b: number): boolean {
    const urgency = (this.#urgency[a] ?? 0) - (this.#urgency[b] ?? 0)
    if (urgency !== 0) return urgency > 0
    const count = (this.#counts[a] ?? 0) - (this.#counts[b] ?? 0)
    return count !== 0 ? count > 0 : a < b
  }
}
