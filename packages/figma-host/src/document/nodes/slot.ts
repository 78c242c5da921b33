import type { AnyMember, MemberTable, NodeSubject } from '../capability'
import { ApiError, notModeled } from '../errors'

/**
 * Returns the members of a slot: those of a frame, read-only except for adding and removing layers (Figma doc: SLOT properties), because it
 * is unknown whether anything else can be changed.
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
