/** A growing list of 32-bit whole numbers. */
export class IntList {
  #data = new Int32Array(256)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Adds the value and gives its index. */
  push(value: number): number {
    if (this.#length === this.#data.length) {
      const wider = new Int32Array(this.#length * 2)
      wider.set(this.#data)
      this.#data = wider
    }
    this.#data[this.#length] = value
    return this.#length++
  }

  /** Takes the last value off. -1 when there is none. */
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

  /** What is in use, as a view. */
  values(): Int32Array {
    return this.#data.subarray(0, this.#length)
  }
}
