import { type Box, contains, overlap } from './boxes'

/** So many places are looked at; after that the one to the right of everything is taken. */
const ATTEMPTS = 2000

interface FreePlaceOptions {
  /** What must not be overlapped. */
  readonly obstacles: readonly Box[]
  /** Room kept to each of them, in px. */
  readonly gap: number
  /** Where the place must lie; anywhere where left out. */
  readonly within?: Box | undefined
}

/**
 * The place nearest to the first of the wishes that overlaps nothing: one of them, or what is found by moving aside from
 * whatever is in the way. Null where there is none within `within`; without bounds there always is one.
 */
export function freePlace(
  wishes: readonly [Box, ...Box[]],
  { obstacles, gap, within }: FreePlaceOptions,
): Box | null {
  const [wish] = wishes
  const distance = ({ x, y }: Box) => Math.hypot(x - wish.x, y - wish.y)
  const waiting: Box[] = [...wishes]
  const seen = new Set(wishes.map(keyOf))
  for (let attempt = 0; attempt < ATTEMPTS && waiting.length > 0; attempt += 1) {
    const nearest = waiting.reduce(
      (best, box, i) => (distance(box) < distance(waiting[best] ?? box) ? i : best),
      0,
    )
    const [box = wish] = waiting.splice(nearest, 1)
    const obstacle = obstacles.find((other) => overlap(box, other, gap))
    if (!obstacle && (!within || contains(within, box))) return box
    for (const next of obstacle ? asides(box, obstacle, gap) : []) {
      const key = keyOf(next)
      if (seen.has(key)) continue
      seen.add(key)
      waiting.push(next)
    }
  }
  if (within) return null
  return { ...wish, x: obstacles.reduce((right, { x, width }) => Math.max(right, x + width + gap), wish.x) }
}

/** The four ways out of an obstacle. */
const asides = (box: Box, { x, y, width, height }: Box, gap: number): Box[] => [
  { ...box, x: x + width + gap },
  { ...box, y: y + height + gap },
  { ...box, x: x - gap - box.width },
  { ...box, y: y - gap - box.height },
]

const keyOf = ({ x, y }: Box) => `${x} ${y}`
