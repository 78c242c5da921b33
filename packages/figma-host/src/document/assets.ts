import type { Paint, RGBA, VariableAlias, VariableScope } from '@figma/plugin-typings/plugin-api-standalone'

/** The types of variables that the host models. The typings have two more, EASING and TIMING. */
export type VariableType = 'BOOLEAN' | 'COLOR' | 'FLOAT' | 'STRING'

/** A value of a variable: of its type, or another variable's. Colors always have an alpha here. */
export type AssetValue = boolean | number | string | RGBA | VariableAlias

/** A variable. `remote` ones belong to a library: a plugin may bind them but not change them. */
export interface VariableData {
  readonly kind: 'variable'
  readonly id: string
  readonly name: string
  readonly description: string
  readonly key: string
  readonly collection: string
  readonly resolvedType: VariableType
  readonly values: Readonly<Record<string, AssetValue>>
  readonly scopes: readonly VariableScope[]
  readonly codeSyntax: Readonly<Record<string, string>>
  readonly hiddenFromPublishing: boolean
  readonly remote: boolean
  /** False for a variable of a library that no one has imported into this file yet. */
  readonly imported: boolean
  readonly pluginData: Readonly<Record<string, string>>
}

/** A collection of variables, with its modes in order; the first one is the default. */
export interface CollectionData {
  readonly kind: 'collection'
  readonly id: string
  readonly name: string
  readonly key: string
  /** The name of the library that a remote collection comes from. */
  readonly library: string
  readonly modes: readonly { readonly modeId: string; readonly name: string }[]
  readonly hiddenFromPublishing: boolean
  readonly remote: boolean
  readonly pluginData: Readonly<Record<string, string>>
}

/** A paint style. */
export interface StyleData {
  readonly kind: 'style'
  readonly id: string
  readonly name: string
  readonly description: string
  readonly key: string
  readonly paints: readonly Paint[]
  readonly remote: boolean
  readonly imported: boolean
  readonly pluginData: Readonly<Record<string, string>>
}

/** What a document holds beside its nodes: immutable plain data, replaced as a whole on every change. */
export type AssetData = VariableData | CollectionData | StyleData

/** The kinds of assets. */
export type AssetKind = AssetData['kind']

/** The record of an asset of one kind. */
export type AssetOf<Kind extends AssetKind> = Extract<AssetData, { readonly kind: Kind }>
