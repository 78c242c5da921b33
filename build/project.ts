import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The absolute path of a file or folder of the project. */
export const path = (relative: string): string => fileURLToPath(new URL(`../${relative}`, import.meta.url))

/** What `package.json` says. `repository`, where there is one, is its page: problem reports become issues there. */
export const about: { readonly version: string; readonly repository?: string } = JSON.parse(
  readFileSync(path('package.json'), 'utf8'),
)

/** The oldest browsers that the panel runs in, in script and style: below them, `src/ui/opening/outdated.ts` says so. */
export const BROWSERS = ['chrome111', 'edge111', 'firefox113', 'safari16.4']

/** How JSX is compiled, in the panel and in what is rendered of it while building. */
export const JSX = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const
