import { LIMITS, VectorError } from '../../errors'

/** A cascade layer. Its own rules take precedence over those of its nested layers, and over those of earlier layers. */
export class CascadeLayer {
  /** Higher takes precedence. Set by `rank` after all sheets have been read. */
  strength = 0
  readonly #within = new Map<string, CascadeLayer>()
  readonly #depth: number

  constructor(depth = 0) {
    this.#depth = depth
  }

  /**
   * Returns the nested layer with that name, created if necessary; `a.b` is layer b within layer a. An empty name always creates
   * an anonymous layer. Throws VectorError.
   */
  open(name: string): CascadeLayer {
    let layer: CascadeLayer = this
    for (const step of name === '' ? [` ${this.#within.size}`] : name.split('.')) {
      const depth = layer.#depth + 1
      if (depth > LIMITS.nesting) throw new VectorError('too-large', 'layers nested too deeply')
      const next = layer.#within.get(step) ?? new CascadeLayer(depth)
      layer.#within.set(step, next)
      layer = next
    }
    return layer
  }

  /** Assigns strengths from `least` up to this layer and its nested layers. Returns the highest. */
  rank(least = 0): number {
    let next = least
    for (const layer of this.#within.values()) next = layer.rank(next) + 1
    this.strength = next
    return next
  }
}
