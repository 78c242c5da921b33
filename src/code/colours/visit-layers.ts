import { describe } from '../../protocol/channel'
import { type Pause, slices } from './slices'

/** So many layers are visited at most: more are no design, and nobody waits for them. */
const LIMIT = 20_000

/** What is done with a layer. `isLocked`: it, or something that it lies in, is locked. */
export type VisitLayer = (layer: SceneNode, isLocked: boolean) => void | Promise<void>

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
  readonly isInLocked: boolean
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
    const turns = inTurn(valueOr([], roots), isInLocked)
    for (let turn = turns.pop(); turn; turn = turns.pop()) {
      const { layer, isInLocked } = turn
      const { id } = layer
      const isNew = !seen.has(id)
      if (isNew && seen.size >= LIMIT) return { skipped, isPartial: true }
      seen.add(id)
      let isLocked = isInLocked
      try {
        if (layer.removed) throw new Error('it is gone')
        isLocked ||= layer.locked
        const visited = isNew && visit(layer, isLocked)
        if (visited) await visited
      } catch (error) {
        if (isNew) skipped += 1
        // One layer that cannot be read is no reason to leave the others out.
        if (!layer.removed) console.warn(`a layer was skipped: ${describe(error)}`)
      }
      if (!isShallow) turns.push(...inTurn(childrenOf(layer), () => isLocked))
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

/** The layers of a list, the last in front. */
function inTurn(layers: readonly SceneNode[], isLockedAround: (layer: SceneNode) => boolean): Turn[] {
  const turns: Turn[] = []
  for (let i = layers.length - 1; i >= 0; i -= 1) {
    const layer = layers[i]
    if (layer) turns.push({ layer, isInLocked: valueOr(false, () => isLockedAround(layer)) })
  }
  return turns
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
