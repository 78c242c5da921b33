import type { NodeType } from '@figma/plugin-typings/plugin-api-standalone'
import type { AssetKind, AssetOf } from './assets'
import type { DocumentModel } from './document'
import { ApiError } from './errors'
import type { NodeData } from './node-data'
import type { Session } from './session'

/** What the model hands out and takes where the typings have a node. */
export class NodeRef {
  readonly id: string

  constructor(id: string) {
    this.id = id
  }
}

/** What the model hands out and takes where the typings have a variable, a collection of variables or a style. */
export class AssetRef {
  readonly kind: AssetKind
  readonly id: string

  constructor(kind: AssetKind, id: string) {
    this.kind = kind
    this.id = id
  }
}

/** What the model hands out where the typings have an API area, such as `figma.ui`. */
export class AreaRef {
  readonly area: string

  /** `area` is its full name, such as `figma.ui`. */
  constructor(area: string) {
    this.area = area
  }
}

/** `figma.mixed`: what a property gives whose parts differ. */
export const MIXED: unique symbol = Symbol('figma.mixed')

/** A type of the typings as the host models it: nodes, variables and styles become references, everything else stays. */
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

/** A property: how it is read and, unless it is read-only, how it is written. `set` checks the value itself. */
export interface Property<Subject, T> {
  readonly get: (subject: Subject) => Modeled<T>
  readonly set?: (subject: Subject, value: unknown) => void
}

/** A method. It checks its own arguments; leaving out trailing ones gives undefined. */
export interface Method<Subject, Arguments extends readonly unknown[], Result> {
  readonly call: (subject: Subject, ...args: { [I in keyof Arguments]-?: unknown }) => Modeled<Result>
}

/** How the host models one member of an interface of the typings. */
export type Member<Subject, T> = [T] extends [(...args: infer Arguments) => infer Result]
  ? Method<Subject, Arguments, Result>
  : Property<Subject, T>

/** Some members of a node interface of the typings, as one capability that node types share. */
export type Capability<Interface> = {
  readonly [Name in keyof Interface]?: Member<NodeSubject, Interface[Name]>
}

/** Some members of an API area of the typings. */
export type Area<Interface> = {
  readonly [Name in keyof Interface]?: Member<Session, Interface[Name]>
}

/** A member once its types no longer matter. */
export interface AnyMember<Subject> {
  readonly get?: (subject: Subject) => unknown
  readonly set?: (subject: Subject, value: unknown) => void
  readonly call?: (subject: Subject, ...args: unknown[]) => unknown
}

/** What the host models of one node type or API area, by the members' names. */
export type MemberTable<Subject> = Readonly<Record<string, AnyMember<Subject>>>

/** A node at the moment a plugin reaches for it. */
export class NodeSubject {
  readonly session: Session
  readonly document: DocumentModel
  readonly id: string

  constructor(session: Session, id: string) {
    this.session = session
    this.document = session.document
    this.id = id
  }

  /** The node's record. Throws when the node was removed. */
  get data(): NodeData {
    return this.document.need(this.id)
  }
}

/** A variable, a collection or a style at the moment a plugin reaches for it. */
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

  /** The record. Throws when it was removed. */
  get data(): AssetOf<Kind> {
    const data = this.document.asset(this.kind, this.id)
    if (!data) throw new ApiError(`The ${this.kind} with id "${this.id}" does not exist`)
    return data
  }

  /** Changes fields of the record. Throws for one of a library (Figma doc: remote). */
  update(patch: Partial<AssetOf<Kind>>): void {
    const { data } = this
    if (data.remote) throw new ApiError(`Cannot change a ${this.kind} of a library`)
    this.document.putAsset({ ...data, ...patch })
  }
}

/** Some members of an interface of the typings that is kept beside the nodes. */
export type AssetMembers<Kind extends AssetKind, Interface> = {
  readonly [Name in keyof Interface]?: Member<AssetSubject<Kind>, Interface[Name]>
}
