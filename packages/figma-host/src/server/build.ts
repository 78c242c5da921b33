import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import config from '../../vite.config'

const usualFolder = fileURLToPath(new URL('../../dist', import.meta.url))

/**
 * Builds the host page with Vite.
 * It is built in a temporary folder that then replaces the target, so that a server for that folder, or another build at the same time,
 * never sees a partial page.
 * @param folder The target. Default: the package's `dist`. Its previous content is removed.
 * @returns The absolute path of the folder that contains `index.html`.
 * @throws Error if the page does not build.
 */
export async function buildHostPage(folder = usualFolder): Promise<string> {
  const target = resolve(folder)
  const aside = join(dirname(target), `.host-${randomUUID()}`)
  try {
    await build({
      ...config,
      configFile: false,
      logLevel: 'warn',
      build: { ...config.build, outDir: aside },
    })
    await rm(target, { recursive: true, force: true })
    await rename(aside, target).catch((error: NodeJS.ErrnoException) => {
      // Another build of the same sources was faster.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  return target
}
