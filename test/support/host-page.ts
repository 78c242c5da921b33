import { existsSync } from 'node:fs'
import { buildHostPage } from '../../host/server'
import { PROJECT } from '../../host/start/build-plugin'

/** The host page, built once before the tests run. */
export async function hostPageDir(): Promise<string> {
  const dir = `${PROJECT}build/host`
  if (!existsSync(`${dir}/index.html`)) await buildHostPage()
  return dir
}
