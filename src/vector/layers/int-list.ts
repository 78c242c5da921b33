/** A growing list of 32-bit integers. */
export class IntList {
  #data = new Int32Array(256)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Adds the value and returns its index. */
  push(value: number): number {
    if (this.#length === this.#data.length) {
      const wider = new Int32Array(this.#length * 2)
      wider.set(this.#data)
      this.#data = wider
    }
    this.#data[this.#length] = value
    return this.#length++
  }

  /** Removes and returns the last value; -1 if the list is empty. */
  pop(): number {
    return this.#length === 0 ? -1 : (this.#data[--this.#length] ?? -1)
  }

  /** -1 outside the list. */
  at(index: number): number {
    return this.#data[index] ?? -1
  }

  set(index: number, value: number): void {
    this.#data[index] = value
  }

  /** Returns the values as a view of the internal array. */
  values(): Int32Array {
    return this.#data.subarray(0, this.#length)
  }
}
