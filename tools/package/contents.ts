import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBuilder } from 'vite'
import { PROJECT } from '../start/build-plugin'
import { type License, noticesOf } from './notices'

/** Files in which the build lists the licenses of the libraries in its three bundles. */
const LICENSES = { client: 'licenses-panel.json', code: 'licenses-code.json', worker: 'licenses-worker.json' }

/** The licenses of libraries that are published without a license file. */
const MISSING = { saxes: readFileSync(new URL('licenses/saxes.txt', import.meta.url), 'utf8') }

export interface ContentsOptions {
  /** An empty folder to build in. */
  readonly folder: string
  readonly version: string
  readonly id: string
  readonly support: string
  /** Origin of the relay that the plugin is built for; null for none. */
  readonly relay: string | null
}

/** Builds the plugin as for production. Resolves to the files of the package, by name. Rejects if the build fails, or a library has no license. */
export async function packageContents(options: ContentsOptions): Promise<Record<string, string>> {
  const { folder, version, id, support, relay } = options
  process.env.NODE_ENV = 'production'
  process.env.INKWRIGHT_OUT = folder
  const listing = (fileName: string) => ({ build: { license: { fileName } } })
  const builder = await createBuilder({
    configFile: join(PROJECT, 'vite.config.ts'),
    logLevel: 'warn',
    environments: { client: listing(LICENSES.client), code: listing(LICENSES.code) },
  })
  await builder.buildApp()
  const built = (name: string) => readFileSync(join(folder, name), 'utf8')
  const licenses = Object.values(LICENSES).flatMap((name): License[] => JSON.parse(built(name)))
  const service = relay
    ? `This build contacts only the relay ${relay}, which passes your requests on.`
    : 'Segmind charges $0.10 for each image.'
  return {
    'manifest.json': `${JSON.stringify({ ...JSON.parse(built('manifest.json')), id }, null, 2)}\n`,
    'code.js': built('code.js'),
    'ui.html': built('ui.html'),
    LICENSE: readFileSync(join(PROJECT, 'LICENSE'), 'utf8'),
    'NOTICES.txt': noticesOf(licenses, MISSING),
    'INSTALL.txt': readFileSync(new URL('INSTALL.txt', import.meta.url), 'utf8')
      .replaceAll('{{VERSION}}', version)
      .replace('{{SERVICE}}', service)
      .replace('{{SUPPORT}}', support)
      // Before 2018, Notepad on Windows did not recognize other line endings.
      .replaceAll('\n', '\r\n'),
  }
}
