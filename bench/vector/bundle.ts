import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type * as page from './page'

/** The global variable that the bundle defines. */
export interface BundleScope {
  readonly inkwright: typeof page
}

/** Bundles a module, by default `page.ts`, into one script that defines it as the global `inkwright`. */
export async function bundle(entry = new URL('page.ts', import.meta.url)): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: {
        entry: fileURLToPath(entry),
        name: 'inkwright',
        formats: ['iife'],
      },
    },
  })
  const [result] = [built].flat()
  const [chunk] = result && 'output' in result ? result.output : []
  if (!chunk) throw new Error('nothing was built')
  return chunk.code
}
