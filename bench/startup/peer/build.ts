import { fileURLToPath } from 'node:url'
import { createBuilder } from 'vite'
import { PROJECT } from '../../../tools/start/build-plugin'

/** Builds the empty page as one HTML text, with the same plugins, target and minifier as the panel. */
export async function buildPeer(): Promise<string> {
  // The caller may run with another NODE_ENV.
  process.env.NODE_ENV = 'production'
  const root = fileURLToPath(new URL('.', import.meta.url))
  const builder = await createBuilder({
    configFile: `${PROJECT}vite.config.ts`,
    logLevel: 'warn',
    root,
    environments: {
      client: { build: { write: false, rolldownOptions: { input: `${root}ui.html` } } },
    },
  })
  const { client } = builder.environments
  if (!client) throw new Error('the configuration has no panel')
  const [result] = [await builder.build(client)].flat()
  const files = result && 'output' in result ? result.output : []
  const page = files.find(({ fileName }) => fileName.endsWith('.html'))
  if (page?.type !== 'asset' || files.length > 1) throw new Error('the empty page is not one file')
  return page.source.toString()
}
