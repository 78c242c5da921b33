/** What a color may become, and at what cost each. Choices that are not about as good as the best may be left out. */
export interface Wish<T> {
  readonly color: string
  /** How much is seen of it, beside the others. */
  readonly weight: number
  readonly choices: readonly {
    /** Choices of one key are the same to the eye. */
    readonly key: string
    readonly to: T
    readonly cost: number
  }[]
}

/** A choice that costs so much more than the best is still about as good: two or three steps of what can just be seen. */
export const SLACK = 0.05

/**
 * One choice for each color: of those about as good as its best, one that no other color has, as far as there are any.
 * The color by which most would be lost if it gave way chooses first, a large area before a small one; the others follow,
 * and who finds none left shares its best.
 * `taken`: keys that are given away already. A color without choices is left out.
 */
export function assign<T>(wishes: readonly Wish<T>[], taken: readonly string[]): Map<string, T> {
  const used = new Set(taken)
  const found = new Map<string, T>()
  let waiting = wishes
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
    for (const wish of waiting) {
      const [first, second] = wish.good.filter(({ key }) => !used.has(key))
      const loss = first ? wish.weight * (second ? second.cost - first.cost : SLACK * 2) : 0
      if (loss > most) [next, most] = [wish, loss]
    }
    if (!next) break
    const choice = next.good.find(({ key }) => !used.has(key)) ?? next.good[0]
    if (choice) {
      found.set(next.color, choice.to)
      used.add(choice.key)
    }
    waiting = waiting.filter((wish) => wish !== next)
  }
  return found
}
