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
  /** What else is asked of the place. */
  readonly isAllowed?: ((place: Box) => boolean) | undefined
}

/**
 * The place nearest to the first of the wishes that overlaps nothing: one of them, or what is found by moving aside from
 * whatever is in the way, on whole px. Null where there is none within `within` that is allowed; without bounds there always is one.
 */
export function freePlace(
  wishes: readonly [Box, ...Box[]],
  { obstacles, gap, within, isAllowed }: FreePlaceOptions,
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
    if (!obstacle && (!within || contains(within, box)) && (!isAllowed || isAllowed(box))) return box
    for (const next of obstacle ? asides(box, obstacle, gap) : []) {
      const key = keyOf(next)
      if (seen.has(key)) continue
      seen.add(key)
      waiting.push(next)
    }
  }
  if (within || isAllowed) return null
  const right = obstacles.reduce((most, { x, width }) => Math.max(most, x + width + gap), wish.x)
  return { ...wish, x: Math.ceil(right) }
}

/** The four ways out of an obstacle, to whole px. */
const asides = (box: Box, { x, y, width, height }: Box, gap: number): Box[] => [
  { ...box, x: Math.ceil(x + width + gap) },
  { ...box, y: Math.ceil(y + height + gap) },
  { ...box, x: Math.floor(x - gap - box.width) },
  { ...box, y: Math.floor(y - gap - box.height) },
]

const keyOf = ({ x, y }: Box) => `${x} ${y}`
