import { parseArgs } from 'node:util'

/** The parsed command line. */
export interface Choice {
  /** Names of figures, in the order of `known`. */
  readonly names: readonly string[]
  readonly json: boolean
}

/** Reads `[--json] [NAME …]`; without names, selects every figure. Throws an Error with a message for the terminal. */
export function readChoice(args: string[], known: readonly string[]): Choice {
  const options = { json: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const unknown = positionals.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Error(`No figure is named ${unknown.join(', ')}. Figures: ${known.join(', ')}.`)
  }
  const names = positionals.length === 0 ? known : known.filter((name) => positionals.includes(name))
  return { names, json: values.json }
}
