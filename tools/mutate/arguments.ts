import { parseArgs } from 'node:util'

/** The parsed command line of `npm run mutate`. */
export interface MutateArguments {
  /** Only behaviors whose sentence, file or tests contain one of these; all if empty. */
  readonly names: readonly string[]
  /** Whether to run the tests on the unbroken code first. */
  readonly baseline: boolean
  /** File for the table as JSON; null for none. */
  readonly json: string | null
}

export const USAGE = `npm run mutate -- [OPTIONS] [NAME-PART…]

Breaks each behavior once in a copy of the project, and runs the tests that must notice.

  --no-baseline   does not first run the tests with nothing broken
  --json FILE     writes the table as JSON
  --help          shows this

Exit code: 0 if every behavior was caught, 1 if any was not, 2 for wrong arguments or tests that fail with nothing broken.
`

/** Reads the command line; null if it asks for help. Throws an Error with a message for the terminal. */
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
