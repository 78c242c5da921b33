import { existsSync } from 'node:fs'
import { buildHostPage } from 'figma-host/server'
import { PROJECT } from '../../tools/start/build-plugin'

/** The host page, built once before the tests run. */
export async function hostPageDir(): Promise<string> {
  const dir = `${PROJECT}packages/figma-host/dist`
  if (!existsSync(`${dir}/index.html`)) await buildHostPage()
  return dir
}
