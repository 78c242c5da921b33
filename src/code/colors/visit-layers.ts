import { describe } from '../../protocol/channel'
import { type Pause, slices } from './slices'

/** Maximum number of layers to visit: more would take too long. */
const MAX_LAYERS = 20_000

/** Whether a layer or one of its ancestors is locked. Computed on demand. */
export type IsLocked = () => boolean

export type VisitLayer = (layer: SceneNode, isLocked: IsLocked) => void | Promise<void>

export interface VisitOptions {
  readonly pause: Pause
  /** Checked after each pause. If true, the remaining layers are not visited. */
  readonly isStopped?: () => boolean
  /** Visits only the given layers, not their descendants. */
  readonly isShallow?: boolean
  /** Repeats the visit after a pause, to find layers that were moved to a part already visited. */
  readonly repeats?: boolean
}

export interface VisitReport {
  /** Number of layers that were deleted in the meantime, or could not be read. */
  readonly skipped: number
  /** Whether layers were left out because there are too many, or the visit was stopped. */
  readonly isPartial: boolean
}

interface PendingVisit {
  readonly layer: SceneNode
  readonly isLocked: IsLocked
}

/**
 * Visits layers and their descendants in time slices, each once, parents before children, from back to front.
 *
 * A list of nodes is valid only until the next pause, because the user and others continue to edit. So each layer is checked
 * before its visit, and deleted ones are skipped and counted. All code that pauses between layers uses this function. `roots` may
 * throw if the parent is gone. Rejects only if `pause` does.
 */
export async function visitLayers(
  roots: () => readonly SceneNode[],
  visit: VisitLayer,
  { pause, isStopped = () => false, isShallow = false, repeats = false }: VisitOptions,
): Promise<VisitReport> {
  const slice = slices(pause)
  const seen = new Set<string>()
  let skipped = 0
  let hasPaused = false
  let before: number
  do {
    hasPaused = false
    before = seen.size
    // A stack: the next one is at the end.
    const pending: PendingVisit[] = []
    pushLayers(pending, valueOr([], roots), isInLocked)
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { layer, isLocked } = next
      const { id } = layer
      const isNew = !seen.has(id)
      if (isNew && seen.size >= MAX_LAYERS) return { skipped, isPartial: true }
      seen.add(id)
      try {
        if (layer.removed) throw new Error('it is gone')
        const visited = isNew && visit(layer, isLocked)
        if (visited) await visited
      } catch (error) {
        if (isNew) skipped += 1
        // One layer that cannot be read must not prevent visiting the others.
        if (!layer.removed) console.warn(`a layer was skipped: ${describe(error)}`)
      }
      if (!isShallow) pushLayers(pending, childrenOf(layer), isLocked)
      if (slice.isOver()) {
        await slice.next()
        if (isStopped()) return { skipped, isPartial: true }
        hasPaused = true
      }
    }
  } while (repeats && hasPaused && seen.size > before)
  return { skipped, isPartial: false }
}

const childrenOf = (layer: SceneNode): readonly SceneNode[] =>
  valueOr([], () => ('children' in layer ? layer.children : []))

/** Pushes layers so that the first is on top of the stack; at most one more than may be visited, so that the limit is noticed. */
function pushLayers(
  pending: PendingVisit[],
  layers: readonly SceneNode[],
  isLockedAround: (layer: SceneNode) => boolean,
): void {
  for (let i = Math.min(layers.length - 1, MAX_LAYERS); i >= 0; i -= 1) {
    const layer = layers[i]
    if (layer) pending.push({ layer, isLocked: lockOf(layer, isLockedAround) })
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

/** Returns the value read, or another one if reading throws because the layer is gone. */
function valueOr<T>(other: T, read: () => T): T {
  try {
    return read()
  } catch {
    return other
  }
}
