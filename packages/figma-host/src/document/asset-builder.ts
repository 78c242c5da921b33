import type { Paint, RGBA, SolidPaint, VariableScope } from '@figma/plugin-typings/plugin-api-standalone'
import type { AssetValue, CollectionData, VariableData, VariableType } from './assets'
import type { DocumentModel } from './document'

/** Returns a solid paint with a `#rrggbb` color, in the form in which Figma returns it. */
export function solidOf(hex: string): SolidPaint {
  const { r, g, b } = colorOf(hex)
  return { type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r, g, b } }
}

/** Returns the channels of `#rrggbb` or `#rrggbbaa`, 0 to 1. */
function colorOf(hex: string): RGBA {
  const [r = 0, g = 0, b = 0, a = 1] = (hex.match(/[\da-f]{2}/gi) ?? []).map(
    (pair) => Number.parseInt(pair, 16) / 255,
  )
  return { r, g, b, a }
}

/** Properties of a variable. */
export interface VariableFields {
  readonly type?: VariableType
  readonly scopes?: readonly VariableScope[]
  /** A value for each mode, by the mode's name. Colors as `#rrggbb(aa)`; `{ alias: id }` refers to another variable. */
  readonly values: Readonly<Record<string, string | number | boolean | { readonly alias: string }>>
  /** For a library variable: whether this file uses it already. Default: true. */
  readonly imported?: boolean
}

/** Creates variables and paint styles for tests. Each method returns the new id. */
export class AssetBuilder {
  readonly document: DocumentModel

  constructor(document: DocumentModel) {
    this.document = document
  }

  /** Adds a collection of variables with some modes. `library`: the name of the library it belongs to, if any. */
  collection(name: string, modes: readonly string[] = ['Mode 1'], library = ''): string {
    const number = this.document.freshId()
    const id = `VariableCollectionId:${number}`
    this.document.putAsset({
      kind: 'collection',
      id,
      name,
      key: keyOf(number),
      library,
      modes: modes.map((mode) => ({ modeId: this.document.freshId(), name: mode })),
      hiddenFromPublishing: false,
      remote: library !== '',
      pluginData: {},
    })
    return id
  }

  /** Adds a variable to a collection: by default a color with all scopes. */
  variable(
    collection: string,
    name: string,
    { type = 'COLOR', scopes = ['ALL_SCOPES'], values, imported = true }: VariableFields,
  ): string {
    const { modes, remote } = this.#collection(collection)
    const number = this.document.freshId()
    const variable: VariableData = {
      kind: 'variable',
      id: `VariableID:${number}`,
      name,
      description: '',
      key: keyOf(number),
      collection,
      resolvedType: type,
      values: Object.fromEntries(
        modes.map((mode) => [
          mode.modeId,
          readValue(values[mode.name] ?? Object.values(values)[0] ?? '', type),
        ]),
      ),
      scopes,
      codeSyntax: {},
      hiddenFromPublishing: false,
      remote,
      imported,
      pluginData: {},
    }
    this.document.putAsset(variable)
    return variable.id
  }

  /** Adds a paint style. `remote`: whether it belongs to a library; `imported`: whether this file uses it already. */
  paintStyle(
    name: string,
    paints: string | readonly Paint[],
    { remote = false, imported = true } = {},
  ): string {
    const number = this.document.freshId()
    const id = `S:${keyOf(number)},${remote ? number : ''}`
    this.document.putAsset({
      kind: 'style',
      id,
      name,
      description: '',
      key: keyOf(number),
      paints: typeof paints === 'string' ? [solidOf(paints)] : paints,
      remote,
      imported,
      pluginData: {},
    })
    return id
  }

  /** Returns the id of a collection's mode by its name. */
  modeId(collection: string, name: string): string {
    const mode = this.#collection(collection).modes.find((mode) => mode.name === name)
    if (!mode) throw new Error(`There is no mode "${name}"`)
    return mode.modeId
  }

  /** Returns a paint that is bound to a variable. */
  boundTo(variable: string, opacity = 1): SolidPaint {
    const alias = { type: 'VARIABLE_ALIAS', id: variable } as const
    return { ...solidOf('#000000'), opacity, boundVariables: { color: alias } }
  }

  #collection(id: string): CollectionData {
    const collection = this.document.asset('collection', id)
    if (!collection) throw new Error(`There is no collection ${id}`)
    return collection
  }
}

/** Returns the library key of something: 40 hexadecimal digits, derived from the id's number. */
export function keyOf(number: string): string {
  return number.replace(':', '').padStart(40, '0')
}

function readValue(value: VariableFields['values'][string], type: VariableType): AssetValue {
  if (typeof value === 'object') return { type: 'VARIABLE_ALIAS', id: value.alias }
  return type === 'COLOR' && typeof value === 'string' ? colorOf(value) : value
}
