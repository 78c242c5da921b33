import type { ExportSettingsSVGString } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { boolean, oneOf, optional, record } from '../check'
import { ApiError, notModeled } from '../errors'
import { exportSvg } from '../render/export-svg'

const FLAGS = ['svgOutlineText', 'svgIdAttribute', 'svgSimplifyStroke', 'useAbsoluteBounds', 'contentsOnly']

/** Exporting a layer as SVG text. Other formats are not modeled. */
export const exporting = {
  exportAsync: {
    call: async ({ document, id }: NodeSubject, settings) => {
      const fields = record(settings ?? {}, 'settings', ['format', ...FLAGS])
      const format = oneOf(fields.format, 'settings.format', ['SVG_STRING', 'PNG', 'JPG', 'SVG', 'PDF'])
      if (format !== 'SVG_STRING') throw notModeled(`exportAsync as ${format}`)
      const given = FLAGS.filter((name) => optional(fields[name], `settings.${name}`, boolean) !== undefined)
      if (fields.svgIdAttribute === true) throw notModeled('svgIdAttribute: true')
      for (const name of given) {
        if (['useAbsoluteBounds', 'contentsOnly'].includes(name)) throw notModeled(`settings.${name}`)
      }
      const svg = exportSvg(document, document.need(id), fields.svgOutlineText !== false)
      // Figma's message (recorded).
      if (svg === null)
        throw new ApiError('Failed to export node. This node may not have any visible layers.')
      return svg
    },
  },
} satisfies Capability<{ exportAsync(settings: ExportSettingsSVGString): Promise<string> }>
