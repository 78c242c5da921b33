import { describe } from '../../protocol/channel'
import { type Pause, slices } from './slices'

/** So many layers are visited at most: more are no design, and nobody waits for them. */
const LIMIT = 20_000

/** Whether a layer, or something that it lies in, is locked. Read only where it is asked for. */
export type IsLocked = () => boolean

export type VisitLayer = (layer: SceneNode, isLocked: IsLocked) => void | Promise<void>

export interface VisitOptions {
  readonly pause: Pause
  /** Asked after each pause: a visit that is stopped leaves the rest out. */
  readonly isStopped?: () => boolean
  /** Leaves out what the layers hold. */
  readonly isShallow?: boolean
  /** Goes through the layers again after a pause, for those that were moved to where it had been already. */
  readonly catchesUp?: boolean
}

export interface VisitReport {
  /** Layers that were gone when their turn came, or could not be read. */
  readonly skipped: number
  /** There are more layers than were visited: there are too many, or the visit was stopped. */
  readonly isPartial: boolean
}

interface Turn {
  readonly layer: SceneNode
  readonly isLocked: IsLocked
}

/**
 * Visits layers and all they hold, each once and before what it holds, the first at the back, in slices.
 *
 * A list of nodes is true only until the next pause: the user goes on working, and so do others in the file. So each layer is
 * asked whether it is still there when its turn comes; what is gone is skipped and counted. Every visit that pauses goes through
 * here. `roots` may throw where what holds the layers is gone. Rejects with what `pause` rejects with, and with nothing else.
 */
export async function visitLayers(
  roots: () => readonly SceneNode[],
  visit: VisitLayer,
  { pause, isStopped = () => false, isShallow = false, catchesUp = false }: VisitOptions,
): Promise<VisitReport> {
  const slice = slices(pause)
  const seen = new Set<string>()
  let skipped = 0
  let hasPaused = false
  let before: number
  do {
    hasPaused = false
    before = seen.size
    // The next one is the last of the list.
    const turns: Turn[] = []
    addTurns(turns, valueOr([], roots), isInLocked)
    for (let turn = turns.pop(); turn; turn = turns.pop()) {
      const { layer, isLocked } = turn
      const { id } = layer
      const isNew = !seen.has(id)
      if (isNew && seen.size >= LIMIT) return { skipped, isPartial: true }
      seen.add(id)
      try {
        if (layer.removed) throw new Error('it is gone')
        const visited = isNew && visit(layer, isLocked)
        if (visited) await visited
      } catch (error) {
        if (isNew) skipped += 1
        // One layer that cannot be read is no reason to leave the others out.
        if (!layer.removed) console.warn(`a layer was skipped: ${describe(error)}`)
      }
      if (!isShallow) addTurns(turns, childrenOf(layer), isLocked)
      if (slice.isOver()) {
        await slice.next()
        if (isStopped()) return { skipped, isPartial: true }
        hasPaused = true
      }
    }
  } while (catchesUp && hasPaused && seen.size > before)
  return { skipped, isPartial: false }
}

const childrenOf = (layer: SceneNode): readonly SceneNode[] =>
  valueOr([], () => ('children' in layer ? layer.children : []))

/** Adds the layers of a list, the first at the end; of very many no more than may be visited, and one. */
function addTurns(
  turns: Turn[],
  layers: readonly SceneNode[],
  isLockedAround: (layer: SceneNode) => boolean,
): void {
  for (let i = Math.min(layers.length - 1, LIMIT); i >= 0; i -= 1) {
    const layer = layers[i]
    if (layer) turns.push({ layer, isLocked: lockOf(layer, isLockedAround) })
  }
}

function lockOf(layer: SceneNode, isLockedAround: (layer: SceneNode) => boolean): IsLocked {
  let isLocked: boolean | null = null
  return () => {
    isLocked ??= valueOr(false, () => layer.locked || isLockedAround(layer))
    return isLocked
  }
}

function isInLocked({ parent }: SceneNode): boolean {
  for (let at = parent; at && at.type !== 'PAGE'; at = at.parent) {
    if ('locked' in at && at.locked) return true
  }
  return false
}

/** What is read, or another value where the layer is gone. */
function valueOr<T>(other: T, read: () => T): T {
  try {
    return read()
  } catch {
    return other
  }
}
