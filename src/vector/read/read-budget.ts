import { LIMITS, VectorError } from '../errors'
import type { XmlElement } from './document'

/** What the drawing lacks or changes compared to the file: the number of each kind, with SVG's names where they exist. */
export type LeftOut = Record<string, number>

/** Counts what is left out, and what is used of the caps. */
export class ReadBudget {
  readonly leftOut: LeftOut = {}
  #segments = 0
  #repeats = 0
  #isTrial = false

  /** Number of segments that the picture may still have. */
  get segmentsLeft(): number {
    return LIMITS.segments - this.#segments
  }

  leaveOut(kind: string): void {
    if (this.#isTrial) return
    this.leftOut[kind] = (this.leftOut[kind] ?? 0) + 1
  }

  /** Draws something only to measure it: what is left out of it is not counted. */
  tryOut<Result>(draw: () => Result): Result {
    const before = this.#isTrial
    this.#isTrial = true
    const result = draw()
    this.#isTrial = before
    return result
  }

  /** Counts segments against the cap; gradient stops and dashes count too, because each shape writes its own. Throws VectorError. */
  spend(segments: number): void {
    this.#segments += segments
    if (this.#segments > LIMITS.segments)
      throw new VectorError('too-large', `more than ${LIMITS.segments} segments`)
  }

  /** Counts an element that is read again because of a reference against the cap on repeats. Throws VectorError. */
  repeat({ attributes, children }: XmlElement): void {
    let length = 64 + 16 * children.length
    for (const name in attributes) length += 16 + (attributes[name] ?? '').length
    this.#repeats += length
    if (this.#repeats > LIMITS.repeats) throw new VectorError('too-large', 'too much is drawn by reference')
  }
}
