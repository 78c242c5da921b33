import { fileURLToPath } from 'node:url'
import { preact } from '@preact/preset-vite'
import { defineConfig, type Plugin, type PluginOption } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

const dist = fileURLToPath(new URL('dist', import.meta.url))
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Both halves of the plugin in one run: `client` is the panel, one HTML file; `code` is the sandbox, one script. */
export default defineConfig({
  root: path('src/ui'),
  publicDir: false,
  plugins: [preact(), bangImports(), onlyIn('client', viteSingleFile())],
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
        // The `eval` is in a helper of @create-figma-plugin that does not reach the bundle; a test looks.
        rolldownOptions: { input: path('src/ui/ui.html'), checks: { eval: false } },
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

/** `@create-figma-plugin/ui` imports its base stylesheet as `!../css/base.css`, the syntax of its own build tool. */
function bangImports(): Plugin {
  return {
    name: 'bang-imports',
    enforce: 'pre',
    resolveId(source, importer) {
      return source.startsWith('!') ? this.resolve(source.slice(1), importer) : null
    },
  }
}
