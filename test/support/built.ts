import { existsSync, readFileSync } from 'node:fs'

/** The bytes of a file that `npm run build` makes. Throws an error that says what to do where nothing is built. */
export function readBuilt(name: 'code.js' | 'ui.html'): Buffer {
  const file = new URL(`../../dist/${name}`, import.meta.url)
  if (!existsSync(file))
    throw new Error('The plugin is not built. Run `npm run build`, and then this test again.')
  return readFileSync(file)
}
