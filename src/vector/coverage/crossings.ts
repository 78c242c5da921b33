/** Up to this many items, insertion sort is faster than the engine's sort. */
const INSERTION_SORT_LIMIT = 16

/** Where the edges of a boundary that run in one direction cross each row: one array with a range for each row. Reused for the next boundary. */
export class Crossings {
  /** While counting, the change of the count from row to row. */
  readonly #counts: Int32Array
  /** The index of the next crossing of each row; after all `put` calls, the end of the row's range. */
  readonly #ends: Int32Array
  /** The crossings of the row that was sorted last are in `x` from `start` up to `end`, exclusive. */
  x = new Float64Array(1024)
  start = 0
  end = 0
  #top: number
  #bottom = 0
  #total = 0

  constructor(rows: number) {
    this.#counts = new Int32Array(rows + 1)
    this.#ends = new Int32Array(rows)
    this.#top = rows
  }

  /** The first row with a crossing; the number of rows if there is none. */
  get top(): number {
    return this.#top
  }

  /** The row after the last one with a crossing. */
  get bottom(): number {
    return this.#bottom
  }

  /** Step 1: counts one more crossing in each row from `first` up to `end`, exclusive. */
  count(first: number, end: number): void {
    this.#counts[first] = (this.#counts[first] ?? 0) + 1
    this.#counts[end] = (this.#counts[end] ?? 0) - 1
    if (first < this.#top) this.#top = first
    if (end > this.#bottom) this.#bottom = end
  }

  /** Step 2: computes where each row begins, and returns the number of crossings. */
  place(): number {
    let total = 0
    let open = 0
    for (let row = this.#top; row < this.#bottom; row += 1) {
      open += this.#counts[row] ?? 0
      this.#counts[row] = 0
      this.#ends[row] = total
      total += open
    }
    this.#counts[this.#bottom] = 0
    this.#total = total
    return total
  }

  /** Step 3: allocates space for them. */
  reserve(): void {
    if (this.#total > this.x.length) this.x = new Float64Array(2 * this.#total)
  }

  /** Step 4: stores each counted crossing, in any order. */
  put(row: number, x: number): void {
    const at = this.#ends[row] ?? 0
    this.x[at] = x
    this.#ends[row] = at + 1
  }

  /** Step 5: sorts the crossings of a row from left to right. */
  sort(row: number): void {
    const { x } = this
    const there = row >= this.#top && row < this.#bottom
    this.start = there && row > this.#top ? (this.#ends[row - 1] ?? 0) : 0
    this.end = there ? (this.#ends[row] ?? 0) : 0
    if (this.end - this.start > INSERTION_SORT_LIMIT) x.subarray(this.start, this.end).sort()
    else {
      for (let i = this.start + 1; i < this.end; i += 1) {
        const value = x[i] ?? 0
        let at = i
        for (; at > this.start && (x[at - 1] ?? 0) > value; at -= 1) x[at] = x[at - 1] ?? 0
        x[at] = value
      }
    }
  }

  /** Step 6: empties it for the next boundary. */
  clear(): void {
    this.#top = this.#counts.length - 1
    this.#bottom = 0
  }
}
