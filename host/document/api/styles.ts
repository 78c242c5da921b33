import type { PluginAPI, VariablesAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { forbidden } from './pages'

/** Reading styles at once, which `dynamic-page` forbids. The asynchronous calls are not modelled. */
export const styles = {
  getStyleById: { call: forbidden('figma.getStyleById', 'figma.getStyleByIdAsync') },
  getLocalPaintStyles: { call: forbidden('figma.getLocalPaintStyles', 'figma.getLocalPaintStylesAsync') },
  getLocalTextStyles: { call: forbidden('figma.getLocalTextStyles', 'figma.getLocalTextStylesAsync') },
  getLocalEffectStyles: { call: forbidden('figma.getLocalEffectStyles', 'figma.getLocalEffectStylesAsync') },
  getLocalGridStyles: { call: forbidden('figma.getLocalGridStyles', 'figma.getLocalGridStylesAsync') },
} satisfies Area<
  PluginAPI,
  | 'getStyleById'
  | 'getLocalPaintStyles'
  | 'getLocalTextStyles'
  | 'getLocalEffectStyles'
  | 'getLocalGridStyles'
>

/** Reading variables at once, which `dynamic-page` forbids. The asynchronous calls are not modelled. */
export const variables = {
  getVariableById: { call: forbidden('getVariableById', 'figma.variables.getVariableByIdAsync') },
  getVariableCollectionById: {
    call: forbidden('getVariableCollectionById', 'figma.variables.getVariableCollectionByIdAsync'),
  },
  getLocalVariables: { call: forbidden('getLocalVariables', 'figma.variables.getLocalVariablesAsync') },
  getLocalVariableCollections: {
    call: forbidden('getLocalVariableCollections', 'figma.variables.getLocalVariableCollectionsAsync'),
  },
} satisfies Area<
  VariablesAPI,
  'getVariableById' | 'getVariableCollectionById' | 'getLocalVariables' | 'getLocalVariableCollections'
>
