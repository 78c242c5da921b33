import { type Plugin, runnerImport } from 'vite'
import { panelStyles, stylesOf } from './opening-styles.ts'
import { JSX, path } from './project.ts'
import { escapeRefusedTexts } from './refused-texts.ts'

const ID = 'virtual:opening-shells'

/** Provides `virtual:opening-shells`: the panel's first view as HTML, shown before its script runs, and the styles it uses. */
export function openingShells(relay: string | null, swaps: Plugin[]): Plugin {
  return {
    name: 'opening-shells',
    resolveId: (source) => (source === ID ? `\0${ID}` : null),
    async load(source) {
      if (source !== `\0${ID}`) return null
      const [{ module }, styles] = await Promise.all([
        runnerImport<{ renderShells(relay: string | null): Record<string, string> }>(
          path('src/ui/opening/shells.tsx'),
          { configFile: false, logLevel: 'warn', oxc: JSX, plugins: swaps },
        ),
        panelStyles(),
      ])
      const views = await Promise.all(
        Object.entries(module.renderShells(relay)).map(async ([name, html]) => {
          return [name, { html, styles: await stylesOf(html, styles) }] as const
        }),
      )
      return `export default ${escapeRefusedTexts(JSON.stringify(Object.fromEntries(views)))}`
    },
  }
}

/** Inserts the check for outdated browsers at the start of the page's body. */
export function outdatedCheck(swaps: Plugin[]): Plugin {
  return {
    name: 'outdated-check',
    async transformIndexHtml() {
      const { module } = await runnerImport<{ outdatedScript(): string }>(
        path('src/ui/opening/outdated.ts'),
        { configFile: false, logLevel: 'warn', plugins: swaps },
      )
      return [{ tag: 'script', children: module.outdatedScript(), injectTo: 'body-prepend' }]
    },
  }
}
