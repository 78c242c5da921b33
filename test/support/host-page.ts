import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildHostPage } from 'figma-host/server'
import { PROJECT } from '../../tools/start/build-plugin'

const HOST = `${PROJECT}packages/figma-host`

/** Absolute path of the built host page. */
export const HOST_PAGE = `${HOST}/dist`

/** Builds the host page where there is none, or an older one than its sources. Before the workers start: two builds at once would take files from each other. */
export async function refreshHostPage(): Promise<void> {
  const built = timeOf(`${HOST_PAGE}/index.html`)
  const sources = readdirSync(`${HOST}/src`, { recursive: true, encoding: 'utf8' })
  if (sources.some((file) => timeOf(join(HOST, 'src', file)) > built)) await buildHostPage()
}

/** When a file was last changed, in ms since 1970; 0 where there is none. */
const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
