import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildHostPage } from 'figma-host/server'
import { PROJECT } from '../../tools/start/build-plugin'

const HOST = `${PROJECT}packages/figma-host`

/** The host page as its sources are now: built where there is none, or an older one. */
export async function hostPageDir(): Promise<string> {
  const built = timeOf(`${HOST}/dist/index.html`)
  const sources = readdirSync(`${HOST}/src`, { recursive: true, encoding: 'utf8' })
  if (sources.some((file) => timeOf(join(HOST, 'src', file)) > built)) return buildHostPage()
  return `${HOST}/dist`
}

/** When a file was last changed, in ms since 1970; 0 where there is none. */
const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
