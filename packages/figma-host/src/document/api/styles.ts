import type { PluginAPI } from '@figma/plugin-typings/plugin-api-standalone'
import { keyOf } from '../asset-builder'
import { type Area, AssetRef } from '../capability'
import { text } from '../check'
import { ApiError } from '../errors'
import type { Session } from '../session'
import { forbidden } from './pages'

/** Paint styles. `dynamic-page` forbids reading styles synchronously. */
export const styles = {
  getStyleById: { call: forbidden('figma.getStyleById', 'figma.getStyleByIdAsync') },
  getLocalPaintStyles: { call: forbidden('figma.getLocalPaintStyles', 'figma.getLocalPaintStylesAsync') },
  getLocalTextStyles: { call: forbidden('figma.getLocalTextStyles', 'figma.getLocalTextStylesAsync') },
  getLocalEffectStyles: { call: forbidden('figma.getLocalEffectStyles', 'figma.getLocalEffectStylesAsync') },
  getLocalGridStyles: { call: forbidden('figma.getLocalGridStyles', 'figma.getLocalGridStylesAsync') },
  getLocalPaintStylesAsync: {
    call: async ({ document }: Session) =>
      document
        .assets('style')
        .filter(({ remote }) => !remote)
        .map(({ id }) => new AssetRef('style', id)),
  },
  getStyleByIdAsync: {
    call: async ({ document }: Session, id) => {
      const style = document.asset('style', text(id, 'id'))
      return style && (!style.remote || style.imported) ? new AssetRef('style', style.id) : null
    },
  },
  createPaintStyle: {
    call: ({ document }: Session) => {
      const key = keyOf(document.freshId())
      const id = `S:${key},`
      document.putAsset({
        ...{ kind: 'style', id, name: 'Style', description: '', key, paints: [] },
        ...{ remote: false, imported: true, pluginData: {} },
      })
      return new AssetRef('style', id)
    },
  },
  importStyleByKeyAsync: {
    call: async ({ document }: Session, key) => {
      const wanted = text(key, 'key')
      const style = document.assets('style').find((one) => one.remote && one.key === wanted)
      if (!style) throw new ApiError(`There is no published style with the key "${wanted}"`)
      if (!style.imported) document.putAsset({ ...style, imported: true })
      return new AssetRef('style', style.id)
    },
  },
} satisfies Area<PluginAPI>
