import { parseArgs } from 'node:util'

/** What `npm run mutate` was asked for. */
export interface MutateArguments {
  /** Only behaviors whose sentence, file or tests have one of these in them; all where empty. */
  readonly names: readonly string[]
  /** Whether the tests are first run with nothing broken. */
  readonly baseline: boolean
  /** Where the table goes as JSON, if anywhere. */
  readonly json: string | null
}

export const USAGE = `npm run mutate -- [OPTIONS] [NAME-PART…]

Breaks each behavior once in a copy of the project, and runs the tests that must notice.

  --no-baseline   does not first run the tests with nothing broken
  --json FILE     writes the table as JSON
  --help          shows this

Exit code: 0 if every behavior was caught, 1 if any was not, 2 for wrong arguments or tests that fail with nothing broken.
`

/** Reads the command line; null where it asks for help. Throws an Error in plain words. */
export function readArguments(argv: readonly string[]): MutateArguments | null {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      'no-baseline': { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  return { names: positionals, baseline: !values['no-baseline'], json: values.json ?? null }
}
