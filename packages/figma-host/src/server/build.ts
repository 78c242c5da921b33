import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import config from '../../vite.config'

const usualFolder = fileURLToPath(new URL('../../dist', import.meta.url))

/**
 * Builds the host page with Vite.
 *
 * It is built aside and then put in place whole, so that a server over the same folder, or another build at the
 * same time, never meets half a page.
 *
 * @param folder Where to: the package's `dist` when left out. What was there before is gone afterwards.
 * @returns The absolute path of the folder that holds `index.html`.
 * @throws Error when the page does not build.
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
