import type { Paint, RGBA, VariableAlias, VariableScope } from '@figma/plugin-typings/plugin-api-standalone'

/** The modeled types of variables. The typings also have EASING and TIMING. */
export type VariableType = 'BOOLEAN' | 'COLOR' | 'FLOAT' | 'STRING'

/** A value of a variable: of its type, or an alias. Colors always have an alpha here. */
export type AssetValue = boolean | number | string | RGBA | VariableAlias

/** A variable. `remote` ones belong to a library: plugins can bind them but not change them. */
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
  /** False for a library variable that has not been imported into this file yet. */
  readonly imported: boolean
  readonly pluginData: Readonly<Record<string, string>>
}

/** A collection of variables with its modes in order. The first is the default. */
export interface CollectionData {
  readonly kind: 'collection'
  readonly id: string
  readonly name: string
  readonly key: string
  /** The name of a remote collection's library. */
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

/** Anything in a document that is not a node: immutable plain data, replaced as a whole on every change. */
export type AssetData = VariableData | CollectionData | StyleData

/** The kinds of assets. */
export type AssetKind = AssetData['kind']

/** The record of an asset of one kind. */
export type AssetOf<Kind extends AssetKind> = Extract<AssetData, { readonly kind: Kind }>
