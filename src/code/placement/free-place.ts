import { type Box, contains, overlap } from './boxes'

/** After this many tries, the position to the right of everything is used. */
const MAX_ATTEMPTS = 2000

interface FreePlaceOptions {
  /** Boxes that must not be overlapped. */
  readonly obstacles: readonly Box[]
  /** Minimum distance from each obstacle, in px. */
  readonly gap: number
  /** Bounds of the result. Default: none. */
  readonly within?: Box | undefined
  /** An additional condition for the result. */
  readonly isAllowed?: ((place: Box) => boolean) | undefined
}

/**
 * Finds a place without overlap, as near as possible to the first preferred one: one of the preferred places, or one found by
 * moving past obstacles, on whole px. Null if there is none; without `within` and `isAllowed`, there always is one.
 */
export function freePlace(
  preferred: readonly [Box, ...Box[]],
  { obstacles, gap, within, isAllowed }: FreePlaceOptions,
): Box | null {
  const [first] = preferred
  const distance = ({ x, y }: Box) => Math.hypot(x - first.x, y - first.y)
  const waiting: Box[] = [...preferred]
  const seen = new Set(preferred.map(keyOf))
  for (let attempt = 0; attempt < MAX_ATTEMPTS && waiting.length > 0; attempt += 1) {
    const nearest = waiting.reduce(
      (best, box, i) => (distance(box) < distance(waiting[best] ?? box) ? i : best),
      0,
    )
    const [box = first] = waiting.splice(nearest, 1)
    const obstacle = obstacles.find((other) => overlap(box, other, gap))
    if (!obstacle && (!within || contains(within, box)) && (!isAllowed || isAllowed(box))) return box
    for (const next of obstacle ? neighborsOf(box, obstacle, gap) : []) {
      const key = keyOf(next)
      if (seen.has(key)) continue
      seen.add(key)
      waiting.push(next)
    }
  }
  if (within || isAllowed) return null
  const right = obstacles.reduce((most, { x, width }) => Math.max(most, x + width + gap), first.x)
  return { ...first, x: Math.ceil(right) }
}

/** The four positions next to an obstacle, on whole px. */
const neighborsOf = (box: Box, { x, y, width, height }: Box, gap: number): Box[] => [
  { ...box, x: Math.ceil(x + width + gap) },
  { ...box, y: Math.ceil(y + height + gap) },
  { ...box, x: Math.floor(x - gap - box.width) },
  { ...box, y: Math.floor(y - gap - box.height) },
]

const keyOf = ({ x, y }: Box) => `${x} ${y}`
