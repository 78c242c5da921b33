import type { Note } from '../../protocol/contract'
import { isSurface, type LayerSnapshot } from './snapshots'

/** A layer that cannot be inserted into, or in which a picture would be invisible, and why. */
export interface Blocker {
  readonly snapshot: LayerSnapshot
  readonly note: Note | null
}

interface BlockerOptions {
  /** Whether to look for masks, which reads all siblings of the layer and of its ancestors. */
  readonly masks?: boolean
}

/**
 * Finds what prevents a picture from going into `parent`, next to `child` or, if that is null, in front. Returns the outermost
 * layer that the picture must stay out of. For a mask directly on a page or slide, which have no outside, returns the masked layer.
 */
export function blockerIn(
  parent: LayerSnapshot,
  child: LayerSnapshot | null,
  { masks = true }: BlockerOptions = {},
): Blocker | null {
  let found: Blocker | null = null
  // A slot can be filled even in an instance, but layers nested in the slot cannot.
  let isOpen = parent.type === 'SLOT'
  let inner = child
  for (let around: LayerSnapshot | null = parent; around; inner = around, around = around.parent) {
    const note = noteAgainst(around, isOpen)
    if (note !== undefined) found = { snapshot: around, note }
    if (around.type === 'INSTANCE') isOpen = false
    const masked = masks && maskedIn(around, inner)
    if (masked) found = { snapshot: masked, note: 'masked' }
  }
  return found
}

/** Returns why a layer cannot be inserted into; null if it cannot but needs no explanation, undefined if it can. */
function noteAgainst(snapshot: LayerSnapshot, isOpen: boolean): Note | null | undefined {
  if (snapshot.type === 'INSTANCE' && !isOpen) return 'instance'
  if (snapshot.locked) return 'locked'
  if (snapshot.isHidden) return 'hidden'
  const isClosed = snapshot.accepts === 'nothing' && snapshot.type !== 'INSTANCE'
  return isClosed || snapshot.isPicture ? null : undefined
}

/** Returns the layer that a picture must go next to, so that no mask in `around` hides it; null if none would. */
function maskedIn(around: LayerSnapshot, inner: LayerSnapshot | null): LayerSnapshot | null {
  const { firstMask } = around
  if (firstMask === null || (inner && inner.index < firstMask)) return null
  return isSurface(around) ? inner : around
}
