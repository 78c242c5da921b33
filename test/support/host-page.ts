import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildHostPage } from 'figma-host/server'
import { PROJECT } from '../../tools/start/build-plugin'

const HOST = `${PROJECT}packages/figma-host`

/** Absolute path of the built host page. */
export const HOST_PAGE = `${HOST}/dist`

/**
 * Builds the host page if there is none, or if it is older than its sources. Runs before the workers start, because two builds at the same
 * time would interfere.
 */
export async function refreshHostPage(): Promise<void> {
  const built = timeOf(`${HOST_PAGE}/index.html`)
  const sources = readdirSync(`${HOST}/src`, { recursive: true, encoding: 'utf8' })
  if (sources.some((file) => timeOf(join(HOST, 'src', file)) > built)) await buildHostPage()
}

/** Returns when a file was last changed, in ms since 1970; 0 if it does not exist. */
const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
