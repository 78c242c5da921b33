import { CAPS, VectorError } from '../errors'
import type { XmlElement } from './document'

/** What was in the file and is not in the drawing, or not as it was: how many of each kind, by SVG's own names where it has one. */
export type LeftOut = Record<string, number>

/** Counts what is left out and what is used up of the caps. */
export class ReadBudget {
  readonly leftOut: LeftOut = {}
  #segments = 0
  #repeats = 0

  /** Segments that the picture may still have. */
  get segmentsLeft(): number {
    return CAPS.segments - this.#segments
  }

  leaveOut(kind: string): void {
    this.leftOut[kind] = (this.leftOut[kind] ?? 0) + 1
  }

  /** Takes off the cap on segments; stops and dashes count, too, as each shape writes its own. Throws VectorError. */
  spend(segments: number): void {
    this.#segments += segments
    if (this.#segments > CAPS.segments)
      throw new VectorError('too-large', `more than ${CAPS.segments} segments`)
  }

  /** Takes an element that is read once more, being referred to, off the cap on repeats. Throws VectorError. */
  repeat({ attributes, children }: XmlElement): void {
    let length = 64 + 16 * children.length
    for (const name in attributes) length += 16 + (attributes[name] ?? '').length
    this.#repeats += length
    if (this.#repeats > CAPS.repeats) throw new VectorError('too-large', 'too much is drawn by reference')
  }
}
