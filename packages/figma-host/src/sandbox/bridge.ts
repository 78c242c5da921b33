import { AREA_MEMBERS } from '../document/api'
import type { AssetKind } from '../document/assets'
import { ASSET_MEMBERS } from '../document/assets-api'
import {
  type AnyMember,
  type AreaRef,
  AssetRef,
  AssetSubject,
  NodeRef,
  NodeSubject,
} from '../document/capability'
import { assertInEditor } from '../document/editors'
import { ApiError, BareApiError, notModeled } from '../document/errors'
import { assertAllowedDuringInput, NO_EDITING } from '../document/input-mode'
import type { ModeledType } from '../document/node-data'
import { NODE_MEMBERS } from '../document/nodes'
import type { Session } from '../document/session'

/** A request of the sandbox: reading, writing, or calling a member of a node or an API area. */
export interface MemberRequest {
  readonly op: 'get' | 'set' | 'call' | 'has'
  readonly subject: NodeRef | AssetRef | AreaRef
  readonly member: string
  /** The value to write, or the list of arguments. */
  readonly value: unknown
}

/** The host's answer. `method`: whether the member is a method, which the sandbox then calls. */
export interface MemberAnswer {
  readonly value: unknown
  readonly method?: boolean
  /** Whether the host keeps the functions that it received beyond this call. */
  readonly keeps?: boolean
}

/** Returns the name of a node type's interface in the typings, such as `ComponentSetNode`. */
const interfaceOf = (type: ModeledType): string =>
  `${type.toLowerCase().replace(/(?:^|_)(.)/g, (_, first: string) => first.toUpperCase())}Node`

const ASSETS: Readonly<Record<AssetKind, string>> = {
  variable: 'Variable',
  collection: 'VariableCollection',
  style: 'PaintStyle',
}

/** Members whose function arguments are kept after the call. */
const KEEPERS = new Set(['on', 'once', 'notify', 'onmessage'])

/** Properties of removed nodes that stay readable. */
const READABLE_WHEN_REMOVED = new Set(['id', 'type', 'removed'])

/** A place where members are looked up. */
interface Subject {
  readonly name: string
  readonly member: AnyMember<never> | undefined
  readonly target: NodeSubject | AssetSubject | Session
}

/**
 * Handles a request of the sandbox with the tables of members. Throws an ApiError for anything that a plugin must not do: members that
 * Figma does not have or the host does not model, writing to read-only properties, invalid values, removed nodes.
 */
export function answerMember(session: Session, request: MemberRequest): MemberAnswer {
  const { op, member: name } = request
  const subject = find(session, request)
  const { member } = subject
  if (op === 'has') return { value: member !== undefined }
  if (!member) throw missing(subject, op, name)
  note(session, subject, name)
  if (op === 'get' && subject.target instanceof NodeSubject && !member.call)
    countRead(session, subject.target)
  // Reading a method in order to call it is allowed: the call is refused.
  if (subject.name === 'figma' && (op !== 'get' || !member.call))
    named(callName(op, name), () => assertInEditor(session.editorType, name))
  if (subject.target instanceof NodeSubject && (op !== 'get' || !READABLE_WHEN_REMOVED.has(name))) {
    if (!session.document.get(subject.target.id)) {
      throw new BareApiError(
        `in ${callName(op, name)}: The node with id "${subject.target.id}" does not exist`,
      )
    }
  }
  return named(callName(op, name), () =>
    duringInput(session, subject, op, name, () => settled(session, () => answer(subject, member, request))),
  )
}

/** Records that a member was used, for reports. Areas such as `figma.ui` are not recorded. */
function note({ membersUsed }: Session, { name }: Subject, used: string): void {
  const full = `${name}.${used}`
  if (!Object.hasOwn(AREA_MEMBERS, full)) membersUsed.add(full)
}

function countRead({ nodeReads }: Session, { id }: NodeSubject): void {
  nodeReads.set(id, (nodeReads.get(id) ?? 0) + 1)
}

/** Runs a call. While the plugin is asked for suggestions, it must not change or show anything. */
function duringInput<Result>(
  session: Session,
  { name }: Subject,
  op: 'get' | 'set' | 'call',
  member: string,
  run: () => Result,
): Result {
  if (!session.input) return run()
  if (name.startsWith('figma')) assertAllowedDuringInput(name, op, member)
  session.document.frozen = NO_EDITING
  try {
    return run()
  } finally {
    session.document.frozen = null
  }
}

/** Runs a call, then updates auto layout, even if the call throws. */
function settled<Result>({ document }: Session, run: () => Result): Result {
  try {
    return run()
  } finally {
    document.settle()
  }
}

function answer(
  subject: Subject,
  member: AnyMember<never>,
  { op, member: name, value: given }: MemberRequest,
): MemberAnswer {
  const target = subject.target as never
  if (op === 'get') {
    return member.call ? { value: null, method: true } : { value: member.get?.(target) }
  }
  if (op === 'set') {
    if (!member.set) throw new ApiError(`Cannot assign to read only property '${name}' of ${subject.name}`)
    member.set(target, given)
    return { value: undefined, keeps: KEEPERS.has(name) }
  }
  const args = given as unknown[]
  const value = member.call?.(target, ...args)
  return { value: value instanceof Promise ? namedLater(name, value) : value, keeps: KEEPERS.has(name) }
}

function find(session: Session, { subject, member }: MemberRequest): Subject {
  const own = <Table extends object>(table: Table) =>
    Object.hasOwn(table, member) ? (table as Record<string, AnyMember<never>>)[member] : undefined
  if (subject instanceof NodeRef) {
    const type = session.document.typeOf(subject.id)
    return {
      name: interfaceOf(type),
      member: own(NODE_MEMBERS[type]),
      target: new NodeSubject(session, subject.id),
    }
  }
  if (subject instanceof AssetRef) {
    return {
      name: ASSETS[subject.kind],
      member: own(ASSET_MEMBERS[subject.kind]),
      target: new AssetSubject(session, subject.kind, subject.id),
    }
  }
  const members = AREA_MEMBERS[subject.area]
  if (!members) throw notModeled(subject.area)
  return { name: subject.area, member: own(members), target: session }
}

/** Returns the error for a member that the host does not model, whether or not Figma has it. */
function missing({ name }: Subject, op: MemberRequest['op'], member: string): BareApiError {
  return new BareApiError(
    op === 'set'
      ? `Cannot add property ${member}, ${name} is not extensible as far as the host models it`
      : `no such property '${member}' on ${name} as far as the host models it`,
  )
}

/** Returns the name of a call in Figma's messages: `resize`, `get_fills`, `set_fills` (recorded). */
function callName(op: MemberRequest['op'], name: string): string {
  return op === 'call' ? name : `${op}_${name}`
}

/** Runs a call and prefixes error messages with its name. */
function named<Result>(call: string, run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw withName(call, error)
  }
}

async function namedLater(call: string, promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise
  } catch (error) {
    throw withName(call, error)
  }
}

function withName(call: string, error: unknown): unknown {
  return error instanceof ApiError && !(error instanceof BareApiError)
    ? new BareApiError(`in ${call}: ${error.message}`)
    : error
}
