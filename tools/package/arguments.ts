import { parseArgs } from 'node:util'

/** The parsed command line of `npm run package`. */
export interface PackageArguments {
  /** The plugin's id at Figma; null for the one in `manifest.json`. */
  readonly id: string | null
  /** An email address or https URL; null for `bugs` in `package.json`. */
  readonly support: string | null
  /** Folder for the zip and its checksum. */
  readonly out: string
}

export const USAGE = `npm run package -- [OPTIONS]

Checks and builds the plugin, and writes inkwright-VERSION.zip and its checksum. The same commit gives the same bytes.

  --id ID            the plugin's id at Figma (default: the one in manifest.json)
  --support CONTACT  an email address or https URL (default: bugs in package.json)
  --out DIR          where the zip goes (default: out/package)
  --help             shows this

Exit code: 0 if the zip was written, 1 if something stands in the way.
`

/** Reads the command line; null if it asks for help. Throws an Error with a message for the terminal. */
export function readArguments(argv: readonly string[]): PackageArguments | null {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      id: { type: 'string' },
      support: { type: 'string' },
      out: { type: 'string', default: 'out/package' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  return { id: values.id ?? null, support: values.support ?? null, out: values.out }
}
