import { CAPS, VectorError } from '../../errors'

/** A cascade layer: what it holds is stronger than what the layers within it hold, and than layers that came before it. */
export class CascadeLayer {
  /** The greater, the stronger; known once all sheets have been read and `rank` was called. */
  strength = 0
  readonly #within = new Map<string, CascadeLayer>()
  readonly #depth: number

  constructor(depth = 0) {
    this.#depth = depth
  }

  /**
   * The layer of that name within this one, `a.b` being one within another; without a name, one that nobody can name again.
   * Throws VectorError.
   */
  open(name: string): CascadeLayer {
    let layer: CascadeLayer = this
    for (const step of name === '' ? [` ${this.#within.size}`] : name.split('.')) {
      const depth = layer.#depth + 1
      if (depth > CAPS.nesting) throw new VectorError('too-large', 'layers nested too deeply')
      const next = layer.#within.get(step) ?? new CascadeLayer(depth)
      layer.#within.set(step, next)
      layer = next
    }
    return layer
  }

  /** Gives this layer and those within it their strengths, from `least` on; the greatest of them. */
  rank(least = 0): number {
    let next = least
    for (const layer of this.#within.values()) next = layer.rank(next) + 1
    this.strength = next
    return next
  }
}
