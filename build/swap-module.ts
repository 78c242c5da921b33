import { basename, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { path } from './project.ts'

/**
 * Replaces one of the plugin's modules by another one, which may import the original. For tests, which build the plugin with
 * made-up models and languages.
 *
 * @param own The module to replace, relative to the project.
 * @param other The replacement, relative to the current folder; undefined to replace nothing.
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
