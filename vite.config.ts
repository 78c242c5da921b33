import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { preact } from '@preact/preset-vite'
import { defineConfig, type Plugin, type PluginOption } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Another folder than `dist`, for builds beside the usual one. */
const dist = process.env.INKWRIGHT_OUT ?? path('dist')

/** `INKWRIGHT_RELAY=https://relay.example npm run build`: a panel that speaks to Segmind through that relay. */
const relay = relayOrigin(process.env.INKWRIGHT_RELAY)

/** Both halves of the plugin in one run: `client` is the panel, one HTML file; `code` is the sandbox, one script. */
export default defineConfig({
  root: path('src/ui'),
  publicDir: false,
  define: { RELAY: JSON.stringify(relay) },
  plugins: [preact(), onlyIn('code', builtManifest(relay)), onlyIn('client', viteSingleFile())],
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment)
    },
  },
  environments: {
    client: {
      build: {
        outDir: dist,
        emptyOutDir: true,
        target: 'es2022',
        reportCompressedSize: false,
        rolldownOptions: { input: path('src/ui/ui.html') },
      },
    },
    code: {
      consumer: 'client',
      build: {
        outDir: dist,
        emptyOutDir: false,
        target: 'es2017',
        // Unminified: a minifier can write `n-- > 0` as `n-->0`, a text that Figma refuses.
        minify: false,
        reportCompressedSize: false,
        lib: {
          entry: path('src/code/main.ts'),
          name: 'inkwright',
          formats: ['iife'],
          fileName: () => 'code.js',
        },
      },
    },
  },
})

function onlyIn(name: string, plugin: PluginOption): Plugin {
  return { ...(plugin as Plugin), applyToEnvironment: (environment) => environment.name === name }
}

/** The origin that the environment names, or null. Throws an Error for what is no https origin (http on this machine, to try it out). */
function relayOrigin(text: string | undefined): string | null {
  if (!text) return null
  const { origin, protocol, hostname } = new URL(text)
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost'
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal))
    throw new Error('INKWRIGHT_RELAY must begin with https://')
  return origin
}

/** `dist/manifest.json`, for a plugin that is handed on as a folder: with the relay's host instead of Segmind's, where there is one. */
function builtManifest(relay: string | null): Plugin {
  return {
    name: 'built-manifest',
    async generateBundle() {
      const manifest = JSON.parse(await readFile(path('manifest.json'), 'utf8'))
      manifest.main = 'code.js'
      manifest.ui = 'ui.html'
      if (relay) {
        manifest.networkAccess = {
          allowedDomains: [relay],
          reasoning: `${relay} is a relay to Segmind, which draws the pictures: it receives the prompt, the style, the size and the user's own API key. No other host is contacted, and nothing of the document is sent.`,
        }
      }
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.json',
        source: `${JSON.stringify(manifest, null, 2)}\n`,
      })
    },
  }
}
