import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Returns the absolute path of a file or folder of the project. */
export const path = (relative: string): string => fileURLToPath(new URL(`../${relative}`, import.meta.url))

/** The content of `package.json`. */
export const about: {
  readonly version: string
  /** The page on which problem reports become issues. */
  readonly repository?: string
  /** The support contact: an email address or https URL. */
  readonly bugs?: string
} = JSON.parse(readFileSync(path('package.json'), 'utf8'))

/** The oldest supported browsers, for scripts and styles. In older ones, `src/ui/opening/outdated.ts` shows a message. */
export const BROWSERS = ['chrome111', 'edge111', 'firefox113', 'safari16.4']

/** JSX options for the panel, and for rendering it during the build. */
export const JSX = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const
