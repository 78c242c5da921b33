import type { VariablesAPI } from '@figma/plugin-typings/plugin-api-standalone'
import { keyOf } from '../asset-builder'
import type { VariableType } from '../assets'
import { checkedName } from '../assets-api/values'
import { type Area, AssetRef } from '../capability'
import { asset, oneOf, optional, text } from '../check'
import { ApiError, notModeled } from '../errors'
import { solidPaint } from '../paints'
import type { Session } from '../session'
import { resolveVariable, usableVariable } from '../variables'
import { forbidden } from './pages'

const BLANK = { COLOR: { r: 1, g: 1, b: 1, a: 1 }, FLOAT: 0, STRING: '', BOOLEAN: false } as const

function variableType(value: unknown, where: string): VariableType {
  if (value === 'EASING' || value === 'TIMING') throw notModeled(`variables of the type ${value}`)
  return oneOf(value, where, ['BOOLEAN', 'COLOR', 'FLOAT', 'STRING'])
}

function needVariable({ document }: Session, value: unknown) {
  const { id } = asset(value, 'variable', 'variable')
  const variable = usableVariable(document, id)
  if (!variable) throw new ApiError(`The variable with id "${id}" does not exist`)
  return variable
}

/** Binds a color. Does not keep the opacity: it is unknown whether Figma does, so plugins have to set it again. */
function bindPaint(session: Session, value: unknown, field: unknown, wanted: unknown) {
  const paint = solidPaint(value, 'paint')
  oneOf(field, 'field', ['color'])
  const { boundVariables: _, ...unbound } = paint
  if (wanted === null) return unbound
  const { id, name, resolvedType } = needVariable(session, wanted)
  if (resolvedType !== 'COLOR') throw new ApiError(`The variable "${name}" is no color`)
  const color = resolveVariable(session.document, id, null)
  const { r, g, b } = typeof color === 'object' && 'r' in color ? color : paint.color
  return {
    ...{ ...unbound, color: { r, g, b }, opacity: 1 },
    boundVariables: { color: { type: 'VARIABLE_ALIAS', id } as const },
  }
}

/** The variables of the file. `dynamic-page` forbids reading them synchronously. */
export const variables = {
  getVariableById: { call: forbidden('getVariableById', 'figma.variables.getVariableByIdAsync') },
  getVariableCollectionById: {
    call: forbidden('getVariableCollectionById', 'figma.variables.getVariableCollectionByIdAsync'),
  },
  getLocalVariables: { call: forbidden('getLocalVariables', 'figma.variables.getLocalVariablesAsync') },
  getLocalVariableCollections: {
    call: forbidden('getLocalVariableCollections', 'figma.variables.getLocalVariableCollectionsAsync'),
  },
  getVariableByIdAsync: {
    call: async ({ document }: Session, id) => {
      const wanted = text(id, 'id')
      return usableVariable(document, wanted) ? new AssetRef('variable', wanted) : null
    },
  },
  getVariableCollectionByIdAsync: {
    call: async ({ document }: Session, id) => {
      const wanted = text(id, 'id')
      const collection = document.asset('collection', wanted)
      const used =
        !collection?.remote ||
        document.assets('variable').some((one) => one.collection === wanted && one.imported)
      return collection && used ? new AssetRef('collection', wanted) : null
    },
  },
  getLocalVariablesAsync: {
    call: async ({ document }: Session, type) => {
      const wanted = optional(type, 'type', variableType)
      return document
        .assets('variable')
        .filter(({ remote, resolvedType }) => !remote && (!wanted || resolvedType === wanted))
        .map(({ id }) => new AssetRef('variable', id))
    },
  },
  getLocalVariableCollectionsAsync: {
    call: async ({ document }: Session) =>
      document
        .assets('collection')
        .filter(({ remote }) => !remote)
        .map(({ id }) => new AssetRef('collection', id)),
  },
  createVariable: {
    call: ({ document }: Session, name, collection, type) => {
      const owner = document.asset('collection', asset(collection, 'collection', 'collection').id)
      if (!owner || owner.remote)
        throw new ApiError('Variables are made in the collections of this file only')
      const resolvedType = variableType(type, 'resolvedType')
      const number = document.freshId()
      const id = `VariableID:${number}`
      document.putAsset({
        ...{ kind: 'variable', id, name: checkedName(document, name, owner.id, null), description: '' },
        ...{ key: keyOf(number), collection: owner.id, resolvedType, scopes: ['ALL_SCOPES'] },
        values: Object.fromEntries(owner.modes.map(({ modeId }) => [modeId, BLANK[resolvedType]])),
        ...{ codeSyntax: {}, hiddenFromPublishing: false, remote: false, imported: true, pluginData: {} },
      })
      return new AssetRef('variable', id)
    },
  },
  createVariableCollection: {
    call: ({ document }: Session, name) => {
      const number = document.freshId()
      const id = `VariableCollectionId:${number}`
      document.putAsset({
        ...{ kind: 'collection', id, name: text(name, 'name'), key: keyOf(number), library: '' },
        modes: [{ modeId: document.freshId(), name: 'Mode 1' }],
        ...{ hiddenFromPublishing: false, remote: false, pluginData: {} },
      })
      return new AssetRef('collection', id)
    },
  },
  createVariableAlias: {
    call: (session: Session, variable) => ({
      type: 'VARIABLE_ALIAS',
      id: needVariable(session, variable).id,
    }),
  },
  setBoundVariableForPaint: { call: bindPaint },
  importVariableByKeyAsync: {
    call: async ({ document }: Session, key) => {
      const wanted = text(key, 'key')
      const variable = document.assets('variable').find((one) => one.remote && one.key === wanted)
      if (!variable) throw new ApiError(`There is no published variable with the key "${wanted}"`)
      if (!variable.imported) document.putAsset({ ...variable, imported: true })
      return new AssetRef('variable', variable.id)
    },
  },
} satisfies Area<VariablesAPI>
