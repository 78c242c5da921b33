/** The possible replacements of a color with their costs. Choices much worse than the best may be omitted. */
export interface ColorChoices<T> {
  readonly color: string
  /** Visible area of the color, relative to the others. */
  readonly weight: number
  readonly choices: readonly {
    /** Choices with the same key look the same. */
    readonly key: string
    readonly to: T
    readonly cost: number
  }[]
}

/** A choice that costs up to this much more than the best is acceptable: two or three just noticeable differences. */
export const SLACK = 0.05

/**
 * Assigns a replacement to each color: an acceptable one that no other color has, if possible. The color that would lose the
 * most by taking its second choice, weighted by area, is assigned first. A color without a free choice shares its best one.
 * `taken`: keys that are in use already. Colors without choices are omitted from the result.
 */
export function assign<T>(colors: readonly ColorChoices<T>[], taken: readonly string[]): Map<string, T> {
  const used = new Set(taken)
  const found = new Map<string, T>()
  let waiting = colors
    .filter(({ choices }) => choices.length > 0)
    .map(({ color, weight, choices }) => {
      const sorted = [...choices].sort((a, b) => a.cost - b.cost || (a.key < b.key ? -1 : 1))
      const most = (sorted[0]?.cost ?? 0) + SLACK
      return { color, weight, good: sorted.filter(({ cost }) => cost <= most) }
    })
    .sort((a, b) => (a.color < b.color ? -1 : 1))
  while (waiting.length > 0) {
    let next = waiting[0]
    let most = -1
    for (const entry of waiting) {
      const [first, second] = entry.good.filter(({ key }) => !used.has(key))
      const loss = first ? entry.weight * (second ? second.cost - first.cost : SLACK * 2) : 0
      if (loss > most) [next, most] = [entry, loss]
    }
    if (!next) break
    const choice = next.good.find(({ key }) => !used.has(key)) ?? next.good[0]
    if (choice) {
      found.set(next.color, choice.to)
      used.add(choice.key)
    }
    waiting = waiting.filter((entry) => entry !== next)
  }
  return found
}
