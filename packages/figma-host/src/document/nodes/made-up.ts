import type { MemberTable, NodeSubject } from '../capability'
import { ApiError } from '../errors'

/**
 * Stands for types of layers that the typings will have one day: a frame, by all that can be asked of it, which takes no layers from
 * plugins.
 */
export function madeUpFrame(frame: MemberTable<NodeSubject>): MemberTable<NodeSubject> {
  return { ...frame, appendChild: refused, insertChild: refused }
}

const refused = {
  call: () => {
    throw new ApiError('Cannot move node. New parent does not take this node')
  },
}
