import type { MemberTable, NodeSubject } from '../capability'
import { ApiError } from '../errors'

/** Represents future layer types: a frame in every respect, except that plugins cannot add layers to it. */
export function madeUpFrame(frame: MemberTable<NodeSubject>): MemberTable<NodeSubject> {
  return { ...frame, appendChild: refused, insertChild: refused }
}

const refused = {
  call: () => {
    throw new ApiError('Cannot move node. New parent does not take this node')
  },
}
