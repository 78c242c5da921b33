/** The storage that Figma gives a plugin on a device, in bytes. */
export const SPACE = 5_000_000

/** Part of it that is reserved for the settings, in bytes. */
const SETTINGS_RESERVE = 200_000

/** Returns how much of this space pictures and journal may use; both in bytes. */
export const budgetOf = (space: number): number => Math.max(0, space - SETTINGS_RESERVE)

/** The facts about a stored picture that decide when it is removed to make room. */
export interface StoredPicture {
  readonly id: string
  readonly bytes: number
  /** ms since 1970. */
  readonly at: number
  readonly inserted: boolean
  readonly starred: boolean
}

/** Which pictures to remove so that `needed` bytes fit, and whether to ask the user first. */
export interface EvictionPlan {
  readonly remove: readonly string[]
  /** True if a picture that was never inserted, or one with a star, would be removed. */
  readonly ask: boolean
  /** False if it does not fit even into an empty history. */
  readonly fits: boolean
}

/**
 * Plans what to remove, oldest first: inserted pictures without a star, then pictures never inserted, then starred ones. `used`, `needed`
 * and `budget` in bytes.
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
