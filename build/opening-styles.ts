import { PurgeCSS } from 'purgecss'
import { build } from 'vite'
import { BROWSERS, path } from './project.ts'

/** Returns the panel's minified styles, as in its page. */
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
      lib: { entry: path('src/ui/styles/index.ts'), formats: ['es'] },
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  })
  const [result] = [built].flat()
  const styles =
    result && 'output' in result ? result.output.find(({ fileName }) => fileName.endsWith('.css')) : null
  if (styles?.type !== 'asset') throw new Error('the styles were not built')
  return styles.source.toString()
}

/** Returns the styles that may apply to elements of the page `html`. */
export async function stylesOf(html: string, styles: string): Promise<string> {
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: html, extension: 'html' }],
    css: [{ raw: styles }],
    keyframes: true,
  })
  return purged?.css ?? styles
}
