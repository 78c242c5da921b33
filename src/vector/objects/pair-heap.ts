/** Two things that may be joined, and their versions when they were scored. */
export interface Pair {
  readonly score: number
  readonly a: number
  readonly b: number
  readonly versionA: number
  readonly versionB: number
}

/** A priority queue with the highest score first. Ties go to the lower numbers, so that the result is the same on every machine. */
export class PairHeap {
  readonly #heap: Pair[] = []

  add(pair: Pair): void {
    const heap = this.#heap
    let place = heap.length
    heap.push(pair)
    while (place > 0) {
      const above = (place - 1) >> 1
      const other = heap[above]
      if (!other || !precedes(pair, other)) break
      heap[place] = other
      place = above
    }
    heap[place] = pair
  }

  /** Removes and returns the first pair; undefined if there is none. */
  take(): Pair | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (!last || heap.length === 0) return first
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      let next = heap[below]
      const right = heap[below + 1]
      if (!next) break
      if (right && precedes(right, next)) {
        below += 1
        next = right
      }
      if (precedes(last, next)) break
      heap[place] = next
      place = below
    }
    heap[place] = last
    return first
  }
}

const precedes = (one: Pair, other: Pair): boolean =>
  one.score !== other.score ? one.score > other.score : one.a !== other.a ? one.a < other.a : one.b < other.b
