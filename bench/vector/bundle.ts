import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type * as page from './page'

/** What the bundle's script puts into the global scope. */
export interface BundleScope {
  readonly inkwright: typeof page
}

/** A module, `page.ts` where left out, with all it needs as one script, which names it `inkwright`. */
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
