import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PROJECT } from '../../tools/start/build-plugin'

/** Where `npm run build` writes the plugin. */
export const DIST = join(PROJECT, 'dist')

/** Returns the bytes of a file of the built plugin. If nothing is built, throws an error that says what to do. */
export function readBuilt(name: 'code.js' | 'ui.html', dist = DIST): Buffer {
  const file = join(dist, name)
  if (!existsSync(file))
    throw new Error('The plugin is not built. Run `npm run build`, and then this test again.')
  return readFileSync(file)
}

/** Creates a separate folder for a plugin that is built differently. */
export function buildFolder() {
  const dist = mkdtempSync(join(tmpdir(), 'inkwright-build-'))
  return {
    dist,
    /** Builds the plugin into the folder, like `npm run build` with these environment variables. */
    async build(variables: Readonly<Record<string, string>>): Promise<void> {
      const env = { ...process.env, NODE_ENV: 'production', ...variables, INKWRIGHT_OUT: dist }
      await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: PROJECT, env })
    },
    remove: () => rmSync(dist, { recursive: true, force: true }),
  }
}
