import { ApiError } from './errors'
import type { ModeledType } from './node-data'

const LEAVES: readonly ModeledType[] = ['VECTOR', 'RECTANGLE', 'ELLIPSE', 'LINE', 'TEXT', 'MADE_UP_LAYER']

/** Returns whether a node can contain another one. Only covers exceptions (Figma doc: appendChild). */
function mayHold(holder: ModeledType, child: ModeledType): boolean {
  if (child === 'DOCUMENT' || LEAVES.includes(holder)) return false
  if (holder === 'DOCUMENT' || child === 'PAGE') return holder === 'DOCUMENT' && child === 'PAGE'
  if (holder === 'SLIDE_GRID' || child === 'SLIDE_ROW')
    return holder === 'SLIDE_GRID' && child === 'SLIDE_ROW'
  if (holder === 'SLIDE_ROW' || child === 'SLIDE') return holder === 'SLIDE_ROW' && child === 'SLIDE'
  if (child === 'SLIDE_GRID') return holder === 'PAGE'
  if (child === 'SECTION') return holder === 'PAGE' || holder === 'SECTION'
  // Recorded: components themselves are refused there.
  if (holder === 'SLOT') return child !== 'COMPONENT' && child !== 'COMPONENT_SET'
  return holder !== 'COMPONENT_SET' || child === 'COMPONENT'
}

/** Throws if a node of one type cannot contain one of another. */
export function assertHolds(holder: ModeledType, child: ModeledType): void {
  if (!mayHold(holder, child)) throw new ApiError(`A ${holder} cannot hold a ${child}`)
}

/** Returns whether nodes of this type have coordinates of their own for their children, like frames. */
export function isFrameLike(type: ModeledType): boolean {
  return FRAMES.includes(type)
}

const FRAMES: readonly ModeledType[] = [
  ...(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SLIDE', 'SLOT', 'MADE_UP_FRAME'] as const),
]
