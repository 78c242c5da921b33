import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin, type PluginOption } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { newsOf } from './build/changelog.ts'
import { builtManifest } from './build/manifest.ts'
import { openingShells, outdatedCheck } from './build/opening-shell.ts'
import { about, BROWSERS, JSX, path } from './build/project.ts'
import { relayAddress } from './build/relay.ts'
import { swapModule } from './build/swap-module.ts'
import { workerText } from './build/worker-text.ts'

/** Another folder than `dist`, for builds beside the usual one. */
const outDir = process.env.INKWRIGHT_OUT ?? path('dist')
/** Another table of models and another language, for tests. */
const swaps = [
  swapModule('src/segmind/models.ts', process.env.INKWRIGHT_MODELS),
  swapModule('src/strings/en.ts', process.env.INKWRIGHT_LANGUAGE),
]
const relay = relayAddress(process.env.INKWRIGHT_RELAY)
const relayOrigin = relay?.origin ?? null

/** Adds the plugin to one of the two environments: `client` is the panel, `code` the sandbox. */
const onlyIn = (name: 'client' | 'code', plugin: PluginOption): Plugin => ({
  ...(plugin as Plugin),
  applyToEnvironment: (environment) => environment.name === name,
})

export default defineConfig({
  root: path('src/ui'),
  publicDir: false,
  oxc: JSX,
  define: {
    RELAY: JSON.stringify(relay?.base ?? null),
    VERSION: JSON.stringify(about.version),
    NEWS: JSON.stringify(newsOf(readFileSync(path('CHANGELOG.md'), 'utf8'), about.version)),
    REPOSITORY: JSON.stringify(about.repository ?? null),
  },
  plugins: [
    ...swaps,
    onlyIn('client', outdatedCheck(swaps)),
    onlyIn('client', viteSingleFile()),
    onlyIn('code', builtManifest(relayOrigin)),
    onlyIn('code', workerText()),
    onlyIn('code', openingShells(relayOrigin, swaps)),
  ],
  builder: {
    async buildApp(builder) {
      await Promise.all(Object.values(builder.environments).map((each) => builder.build(each)))
    },
  },
  environments: {
    client: {
      build: {
        outDir,
        // The names of the files are fixed: each build overwrites the last one.
        emptyOutDir: false,
        target: BROWSERS,
        // There is one script, and it is in the page.
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        rolldownOptions: { input: path('src/ui/ui.html') },
      },
    },
    code: {
      consumer: 'client',
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2017',
        // Unminified: a minifier can write `n-- > 0` as `n-->0`, a text that Figma refuses.
        minify: false,
        reportCompressedSize: false,
        // Rendering the first view takes most of the time: known, and not worth a warning.
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
