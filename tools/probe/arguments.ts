import { parseArgs } from 'node:util'

/** The parsed command line of `npm run probe`. */
export interface ProbeArguments {
  readonly keyFile: string
  /** Folder for the recording. */
  readonly out: string
  /** Address of a relay or a stand-in to call instead of Segmind; null for Segmind. */
  readonly at: string | null
}

export const USAGE = `npm run probe -- --key-file FILE [OPTIONS]

Asks Segmind's API what nobody has written down, and writes the answers to probe/DATE.json. Free, except for one picture, which
it orders only if you say yes. "npm start -- --replay FILE" then answers in the same form.

  --key-file FILE  a file with your API key and nothing else
  --out DIR        where the answers go (default: probe)
  --at ADDRESS     calls a relay instead of Segmind
  --help           shows this

Exit code: 0 if every call was answered, 1 otherwise.
`

/** Reads the command line; null if it asks for help. Throws an Error with a message for the terminal. */
export function readArguments(argv: readonly string[]): ProbeArguments | null {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      'key-file': { type: 'string' },
      out: { type: 'string', default: 'probe' },
      at: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const keyFile = values['key-file']
  if (keyFile === undefined)
    throw new Error('--key-file FILE is missing: a file with your API key and nothing else.')
  return { keyFile, out: values.out, at: values.at ?? null }
}
