import { build } from 'vite'
import { path } from '../../build/project.ts'

/** A file for each platform: `relay.js` for Cloudflare Workers, Deno, and Bun, `node.mjs` for Node. */
const ENTRIES = { 'relay.js': 'relay/index.ts', 'node.mjs': 'relay/node.ts' }

/**
 * Bundles the relay into files without imports. `upstream`: origins to forward requests to instead of Segmind's hosts, by host, for tests.
 * Rejects if the build fails.
 */
export async function bundleRelay(out: string, upstream?: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, entry] of Object.entries(ENTRIES))
    await build({
      configFile: false,
      root: path('relay'),
      publicDir: false,
      logLevel: 'warn',
      ...(upstream && { define: { UPSTREAM: JSON.stringify(upstream) } }),
      build: {
        outDir: out,
        emptyOutDir: false,
        target: 'es2022',
        // So that users can read the code that will receive their key.
        minify: false,
        reportCompressedSize: false,
        lib: { entry: path(entry), formats: ['es'], fileName: () => name },
        rolldownOptions: { external: /^node:/ },
      },
    })
}
