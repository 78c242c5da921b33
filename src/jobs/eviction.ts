/** What Figma lets a plugin store on a device, in bytes. */
export const SPACE = 5_000_000

/** Part of it that is left to the settings, in bytes. */
const FOR_SETTINGS = 200_000

/** What pictures and journal may take of this space; both in bytes. */
export const budgetOf = (space: number): number => Math.max(0, space - FOR_SETTINGS)

/** What matters about a stored picture when space is needed. */
export interface StoredPicture {
  readonly id: string
  readonly bytes: number
  /** ms since 1970. */
  readonly at: number
  readonly inserted: boolean
  readonly starred: boolean
}

/** Which pictures must go so that `needed` bytes fit, and whether the user must be asked first. */
export interface EvictionPlan {
  readonly remove: readonly string[]
  /** True if a picture that was never inserted, or one with a star, would be removed. */
  readonly ask: boolean
  /** False if it does not fit even into an empty history. */
  readonly fits: boolean
}

/**
 * Makes room, oldest first: inserted pictures without a star, then pictures never inserted, then starred ones.
 * `used`, `needed` and `budget` in bytes.
 */
export function planEviction(
  pictures: readonly StoredPicture[],
  used: number,
  needed: number,
  budget = budgetOf(SPACE),
): EvictionPlan {
  const order = [...pictures].sort((a, b) => rank(a) - rank(b) || a.at - b.at)
  const remove: string[] = []
  let ask = false
  let free = budget - used
  for (const picture of order) {
    if (free >= needed) break
    remove.push(picture.id)
    ask ||= rank(picture) > 0
    free += picture.bytes
  }
  return { remove, ask, fits: free >= needed }
}

const rank = ({ inserted, starred }: StoredPicture): number => (starred ? 2 : inserted ? 0 : 1)
