import type { Note } from '../../protocol/contract'
import { isSurface, type Spot } from './spots'

/** A layer that nothing may be put into, or in which it would not be seen, and why. */
export interface Hindrance {
  readonly spot: Spot
  readonly note: Note | null
}

interface HindranceOptions {
  /** Whether masks count. To look for them reads every layer beside it and beside what is around it. */
  readonly masks?: boolean
}

/**
 * What stands against a picture in `parent`, beside `child` or, where that is null, in front: the outermost layer that it must
 * be outside of. Where a mask lies on a page or slide itself, which have no outside, that is the masked layer in it.
 */
export function hindranceIn(
  parent: Spot,
  child: Spot | null,
  { masks = true }: HindranceOptions = {},
): Hindrance | null {
  let found: Hindrance | null = null
  // A slot is filled also in an instance, but nothing deeper in it is.
  let isOpen = parent.type === 'SLOT'
  let inner = child
  for (let around: Spot | null = parent; around; inner = around, around = around.parent) {
    const note = noteAgainst(around, isOpen)
    if (note !== undefined) found = { spot: around, note }
    if (around.type === 'INSTANCE') isOpen = false
    const masked = masks && maskedIn(around, inner)
    if (masked) found = { spot: masked, note: 'masked' }
  }
  return found
}

/** Why nothing in this layer may be, or would be seen; null without words, undefined where there is no reason. */
function noteAgainst(spot: Spot, isOpen: boolean): Note | null | undefined {
  if (spot.type === 'INSTANCE' && !isOpen) return 'instance'
  if (spot.locked) return 'locked'
  if (spot.isHidden) return 'hidden'
  const isClosed = spot.accepts === 'nothing' && spot.type !== 'INSTANCE'
  return isClosed || spot.isPicture ? null : undefined
}

/** What a picture must be beside, so that no mask in `around` hides it: it would be in front of `inner`, or of all. */
function maskedIn(around: Spot, inner: Spot | null): Spot | null {
  const { firstMask } = around
  if (firstMask === null || (inner && inner.index < firstMask)) return null
  return isSurface(around) ? inner : around
}
