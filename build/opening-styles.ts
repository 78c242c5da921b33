import { PurgeCSS } from 'purgecss'
import { build } from 'vite'
import { BROWSERS, path } from './project.ts'

/** The panel's styles, minified, as its page has them. */
export async function panelStyles(): Promise<string> {
  const built = await build({
    configFile: false,
    root: path('src/ui'),
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: BROWSERS,
      reportCompressedSize: false,
      rolldownOptions: { input: path('src/ui/styles/panel.css'), checks: { bundlerTimings: false } },
    },
  })
  const [result] = [built].flat()
  const styles = result && 'output' in result ? result.output.find((file) => file.type === 'asset') : null
  if (!styles) throw new Error('the styles were not built')
  return styles.source.toString()
}

/** Those of the styles that may apply to something in the page `html`. */
export async function stylesOf(html: string, styles: string): Promise<string> {
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: html, extension: 'html' }],
    css: [{ raw: styles }],
    keyframes: true,
  })
  return purged?.css ?? styles
}
