import type { AnyMember, MemberTable, NodeSubject } from '../capability'
import { ApiError, notModeled } from '../errors'

/**
 * What a slot has of a frame. It is filled by appending (Figma doc: SLOT properties); that anything else about it may be changed is not
 * sure, so that here nothing else may.
 */
export function slotMembers(frame: MemberTable<NodeSubject>): MemberTable<NodeSubject> {
  const members = Object.entries(frame).map(([name, member]): [string, AnyMember<NodeSubject>] => [
    name,
    member.set || SIZING.has(name) ? readOnly(member) : member,
  ])
  return { ...Object.fromEntries(members), resetSlot: refused, limitViolations: { get: () => [] } }
}

const SIZING = new Set(['resize', 'resizeWithoutConstraints', 'rescale', 'clone'])

const refuse = () => {
  throw new ApiError('A slot is filled by appending; its properties cannot be changed')
}

const refused: AnyMember<NodeSubject> = {
  call: () => {
    throw notModeled('SlotNode.resetSlot')
  },
}

const readOnly = ({ get, call }: AnyMember<NodeSubject>): AnyMember<NodeSubject> =>
  call ? { call: refuse } : { ...(get && { get }), set: refuse }
