import type { NodeType } from '@figma/plugin-typings/plugin-api-standalone'
import type { AssetKind, AssetOf } from './assets'
import type { DocumentModel } from './document'
import { ApiError } from './errors'
import type { NodeData } from './node-data'
import type { Session } from './session'

/** Represents a node of the typings in arguments and results. */
export class NodeRef {
  readonly id: string

  constructor(id: string) {
    this.id = id
  }
}

/** Represents a variable, a collection of variables, or a style of the typings. */
export class AssetRef {
  readonly kind: AssetKind
  readonly id: string

  constructor(kind: AssetKind, id: string) {
    this.kind = kind
    this.id = id
  }
}

/** Represents an API area of the typings, such as `figma.ui`. */
export class AreaRef {
  readonly area: string

  /** `area`: its full name, such as `figma.ui`. */
  constructor(area: string) {
    this.area = area
  }
}

/** `figma.mixed`: the value of a property that differs between the parts of a layer. */
export const MIXED: unique symbol = Symbol('figma.mixed')

/** A type of the typings as the host models it: nodes, variables, and styles become references; everything else is unchanged. */
export type Modeled<T> = 0 extends 1 & T
  ? unknown
  : T extends { readonly id: string; readonly type: NodeType; readonly removed: boolean }
    ? NodeRef
    : T extends { readonly id: string; readonly key: string; readonly remote: boolean }
      ? AssetRef
      : T extends Promise<infer Result>
        ? Promise<Modeled<Result>>
        : T extends symbol
          ? typeof MIXED
          : T extends readonly (infer Item)[]
            ? number extends T['length']
              ? readonly Modeled<Item>[]
              : T
            : T

/** A property with its getter and, unless it is read-only, its setter, which validates the value. */
export interface Property<Subject, T> {
  readonly get: (subject: Subject) => Modeled<T>
  readonly set?: (subject: Subject, value: unknown) => void
}

/** A method. It validates its arguments; missing ones are undefined. */
export interface Method<Subject, Arguments extends readonly unknown[], Result> {
  readonly call: (subject: Subject, ...args: { [I in keyof Arguments]-?: unknown }) => Modeled<Result>
}

/** The model of one member of an interface of the typings. */
export type Member<Subject, T> = [T] extends [(...args: infer Arguments) => infer Result]
  ? Method<Subject, Arguments, Result>
  : Property<Subject, T>

/** Members of a node interface of the typings, as a capability that node types share. */
export type Capability<Interface> = {
  readonly [Name in keyof Interface]?: Member<NodeSubject, Interface[Name]>
}

/** Members of an API area of the typings. */
export type Area<Interface> = {
  readonly [Name in keyof Interface]?: Member<Session, Interface[Name]>
}

/** A member without its types. */
export interface AnyMember<Subject> {
  readonly get?: (subject: Subject) => unknown
  readonly set?: (subject: Subject, value: unknown) => void
  readonly call?: (subject: Subject, ...args: unknown[]) => unknown
}

/** The modeled members of a node type or API area, by name. */
export type MemberTable<Subject> = Readonly<Record<string, AnyMember<Subject>>>

/** A node that a plugin is accessing. */
export class NodeSubject {
  readonly session: Session
  readonly document: DocumentModel
  readonly id: string

  constructor(session: Session, id: string) {
    this.session = session
    this.document = session.document
    this.id = id
  }

  /** The node's record. Throws if the node was removed. */
  get data(): NodeData {
    return this.document.need(this.id)
  }
}

/** A variable, collection, or style that a plugin is accessing. */
export class AssetSubject<Kind extends AssetKind = AssetKind> {
  readonly session: Session
  readonly document: DocumentModel
  readonly kind: Kind
  readonly id: string

  constructor(session: Session, kind: Kind, id: string) {
    this.session = session
    this.document = session.document
    this.kind = kind
    this.id = id
  }

  /** The record. Throws if it was removed. */
  get data(): AssetOf<Kind> {
    const data = this.document.asset(this.kind, this.id)
    if (!data) throw new ApiError(`The ${this.kind} with id "${this.id}" does not exist`)
    return data
  }

  /** Changes fields of the record. Throws if it belongs to a library (Figma doc: remote). */
  update(patch: Partial<AssetOf<Kind>>): void {
    const { data } = this
    if (data.remote) throw new ApiError(`Cannot change a ${this.kind} of a library`)
    this.document.putAsset({ ...data, ...patch })
  }
}

/** Members of an interface of the typings for an asset. */
export type AssetMembers<Kind extends AssetKind, Interface> = {
  readonly [Name in keyof Interface]?: Member<AssetSubject<Kind>, Interface[Name]>
}
