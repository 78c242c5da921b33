/** A seeded source of numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A number in [low, high). */
  between(low: number, high: number): number
  /** A whole number in [low, high], both included. */
  whole(low: number, high: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of the values. Throws on an empty list. */
  pick<T>(values: readonly T[]): T
  /** The values in another order; the argument is left alone. */
  shuffled<T>(values: readonly T[]): T[]
  /** An independent source for a part of the work, so that one part's draws do not shift another's. */
  fork(label: string): Random
}

/** FNV-1a over UTF-16 units, finished with a mixing step: 32 unsigned bits, stable between runs. */
export function hash(text: string): number {
  let bits = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193)
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** A `Random` (mulberry32) from any text. */
export function randomFrom(seed: string): Random {
  let state = hash(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (values) => {
      const value = values[Math.floor(next() * values.length)]
      if (value === undefined) throw new Error('pick: the list is empty')
      return value
    },
    shuffled: (values) => {
      const copy = [...values]
      for (let index = copy.length - 1; index > 0; index--) {
        const other = whole(0, index)
        const held = copy[index]
        const swapped = copy[other]
        if (held === undefined || swapped === undefined) continue
        copy[index] = swapped
        copy[other] = held
      }
      return copy
    },
    fork: (label) => randomFrom(`${seed}/${label}`),
  }
}
