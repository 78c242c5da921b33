import type { Note } from '../../protocol/contract'
import { isSurface, type LayerSnapshot } from './snapshots'

/** A layer that nothing may be put into, or in which it would not be seen, and why. */
export interface Blocker {
  readonly snapshot: LayerSnapshot
  readonly note: Note | null
}

interface BlockerOptions {
  /** Whether masks count. To look for them reads every layer beside it and beside what is around it. */
  readonly masks?: boolean
}

/**
 * What stands against a picture in `parent`, beside `child` or, where that is null, in front: the outermost layer that it must
 * be outside of. Where a mask lies on a page or slide itself, which have no outside, that is the masked layer in it.
 */
export function blockerIn(
  parent: LayerSnapshot,
  child: LayerSnapshot | null,
  { masks = true }: BlockerOptions = {},
): Blocker | null {
  let found: Blocker | null = null
  // A slot is filled also in an instance, but nothing deeper in it is.
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

/** Why nothing in this layer may be, or would be seen; null without words, undefined where there is no reason. */
function noteAgainst(snapshot: LayerSnapshot, isOpen: boolean): Note | null | undefined {
  if (snapshot.type === 'INSTANCE' && !isOpen) return 'instance'
  if (snapshot.locked) return 'locked'
  if (snapshot.isHidden) return 'hidden'
  const isClosed = snapshot.accepts === 'nothing' && snapshot.type !== 'INSTANCE'
  return isClosed || snapshot.isPicture ? null : undefined
}

/** What a picture must be beside, so that no mask in `around` hides it: it would be in front of `inner`, or of all. */
function maskedIn(around: LayerSnapshot, inner: LayerSnapshot | null): LayerSnapshot | null {
  const { firstMask } = around
  if (firstMask === null || (inner && inner.index < firstMask)) return null
  return isSurface(around) ? inner : around
}
