import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { path } from './project.ts'

const TABLE = path('src/segmind/models.ts')

/**
 * Puts a file with another `MODELS` in the place of the plugin's own table; without one it changes nothing. That file itself
 * may import the plugin's table.
 */
export function modelTable(file: string | undefined): Plugin {
  const other = file ? resolve(file) : TABLE
  return {
    name: 'model-table',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || !source.endsWith('/models') || importer === other) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return found?.id === TABLE ? other : found
    },
  }
}
