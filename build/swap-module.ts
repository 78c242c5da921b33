import { basename, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { path } from './project.ts'

/**
 * Puts another module in the place of one of the plugin's own; without one it changes nothing. The other module may import the
 * one that it replaces. For tests, which build the plugin with models and languages that do not exist.
 *
 * @param own The module that is replaced, relative to the project.
 * @param other The module that takes its place, relative to the current folder.
 */
export function swapModule(own: string, other: string | undefined): Plugin {
  const from = path(own)
  const to = other ? resolve(other) : from
  const name = `/${basename(own, '.ts')}`
  return {
    name: `swap-${basename(own, '.ts')}`,
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || !source.endsWith(name) || importer === to) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return found?.id === from ? to : found
    },
  }
}
