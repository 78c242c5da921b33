import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin, type PluginOption, runnerImport } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { ALLOWED_DOMAINS } from './src/segmind/hosts.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Another folder than `dist`, for builds beside the usual one. */
const dist = process.env.INKWRIGHT_OUT ?? path('dist')

/** `INKWRIGHT_RELAY=https://relay.example npm run build`: a panel that speaks to Segmind through that relay. */
const relay = relayOrigin(process.env.INKWRIGHT_RELAY)

/** `repository`, where there is one, is the address of its page: reports of problems become issues there. */
const about: { readonly version: string; readonly repository?: string } = JSON.parse(
  readFileSync(path('package.json'), 'utf8'),
)

/** The oldest browsers that the panel runs in, in script and style: below them, `src/ui/opening/outdated.ts` says so. */
const BROWSERS = ['chrome111', 'edge111', 'firefox113', 'safari16.4']

/** Half a kilobyte less, zipped, than a `children` in every call. */
const JSX = {
  jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
  jsxInject: "import { h, Fragment } from 'preact'",
} as const

/**
 * The plugin in one run: `client` is the panel, one HTML file; `code` is the sandbox, one script, which carries the script
 * of the panel's worker, `worker`, as a text.
 */
export default defineConfig({
  root: path('src/ui'),
  publicDir: false,
  oxc: JSX,
  define: {
    RELAY: JSON.stringify(relay),
    VERSION: JSON.stringify(about.version),
    REPOSITORY: JSON.stringify(about.repository ?? null),
  },
  plugins: [
    onlyIn('code', builtManifest(relay)),
    onlyIn('client', viteSingleFile()),
    onlyIn('client', outdatedCheck()),
    onlyIn('code', workerText()),
    onlyIn('code', openingShells()),
  ],
  builder: {
    async buildApp(builder) {
      const { client, code } = builder.environments
      if (client) await builder.build(client)
      if (code) await builder.build(code)
    },
  },
  environments: {
    client: {
      build: {
        outDir: dist,
        emptyOutDir: true,
        target: BROWSERS,
        // A kilobyte less, zipped, than the bundler's own minifier.
        minify: 'terser',
        terserOptions: { ecma: 2020, compress: { passes: 3, inline: 1, keep_fargs: false } },
        // There is one script, and it is in the page.
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        // Terser takes most of the time: known, and not worth a warning.
        rolldownOptions: { input: path('src/ui/ui.html'), checks: { bundlerTimings: false } },
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
        // So does drawing the first view here.
        rolldownOptions: { checks: { bundlerTimings: false } },
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
      manifest.networkAccess.allowedDomains = ALLOWED_DOMAINS
      if (relay) {
        manifest.networkAccess = {
          allowedDomains: [relay],
          reasoning: `${relay} is a relay to Segmind, which draws the pictures: it receives the prompt, the style, the size and the user's own API key. No other host is contacted, and nothing of the document is sent but the colors that the user asks for in the prompt.`,
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

/** Stands in the code for the worker's script until the code is written. */
const PLACE = '__VECTOR_WORKER__'

/** `virtual:vector-worker`: the script of `src/worker`, minified, as a text that Figma does not take for code of the sandbox. */
function workerText(): Plugin {
  const id = 'virtual:vector-worker'
  let worker = ''
  return {
    name: 'worker-text',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(source) {
      if (source !== `\0${id}`) return null
      const built = await build({
        configFile: false,
        root: path('src/worker'),
        publicDir: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: BROWSERS,
          minify: true,
          lib: { entry: path('src/worker/main.ts'), name: 'vector', formats: ['iife'] },
        },
      })
      const [result] = [built].flat()
      const chunk = result && 'output' in result ? result.output[0] : null
      if (chunk?.type !== 'chunk') throw new Error('the worker was not built')
      for (const file of chunk.moduleIds) this.addWatchFile(file)
      worker = chunk.code
      return `export default '${PLACE}'`
    },
    // Put in at the very end: whatever writes code before would undo the escapes.
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        chunk.code = chunk.code.replace(new RegExp(`["'\`]${PLACE}["'\`]`), () =>
          harmless(JSON.stringify(worker)),
        )
      }
    },
  }
}

/** Puts the check for an outdated browser before everything else in the page. */
function outdatedCheck(): Plugin {
  return {
    name: 'outdated-check',
    async transformIndexHtml() {
      const { module } = await runnerImport<{ outdatedScript(): string }>(
        path('src/ui/opening/outdated.ts'),
        { configFile: false, logLevel: 'warn' },
      )
      return [{ tag: 'script', children: module.outdatedScript(), injectTo: 'body-prepend' }]
    },
  }
}

/** `virtual:opening-shells`: what stands in the page before the panel's script runs. */
function openingShells(): Plugin {
  const id = 'virtual:opening-shells'
  return {
    name: 'opening-shells',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(source) {
      if (source !== `\0${id}`) return null
      const { module } = await runnerImport<{ renderShells(relay: string | null): Record<string, string> }>(
        path('src/ui/opening/shells.tsx'),
        { configFile: false, logLevel: 'warn', oxc: JSX },
      )
      return `export default ${harmless(JSON.stringify(module.renderShells(relay)))}`
    },
  }
}

/** Figma refuses code with these texts even inside a string. */
const harmless = (literal: string) =>
  literal.replace(/import\s*\(|<!--|-->|eval\s*\(/g, (text) =>
    text.replace(/[(!>]/, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  )
