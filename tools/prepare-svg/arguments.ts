import { parseArgs } from 'node:util'
import type { PrepareOptions } from '../../src/vector/prepare'

/** The parsed command line of `npm run prepare-svg`. */
export interface PrepareArguments {
  /** Files, folders with `recursive`, and `-` for standard input. */
  readonly files: readonly string[]
  readonly recursive: boolean
  /** The folder for the prepared pictures. */
  readonly out: string
  readonly options: PrepareOptions
}

const LAYERS = ['as-drawn', 'grouped', 'merged', 'objects'] as const
const BACKGROUNDS = ['keep', 'remove', 'frame'] as const
const HOLES = ['keep', 'cut'] as const

/** Maximum side of a picture in px, as in `prepare`. */
const MAX_SIDE = 100_000

export const USAGE = `npm run -s prepare-svg -- [OPTIONS] --out DIR FILE…

Prepares SVG files as the plugin does: writes DIR/<name>.svg and prints one line of JSON for each file. The file - is
standard input, and becomes DIR/stdin.svg.

  --out DIR           where the prepared pictures go; it is made where it is missing
  --layers MODE       as-drawn, grouped, merged or objects (default merged)
  --background MODE   keep, remove or frame (default keep)
  --holes MODE        keep, or cut: what is painted in the background's color becomes holes (default keep)
  --unify DISTANCE    solid colors closer than this in OKLab become one, 0 to 1; up to 0.02, the default, only where
                      nobody can see it; 0 keeps all, and so does as-drawn
  --prompt TEXT       what the picture shows, in English: names objects where the match is certain
  --size WxH          the size to draw at, in px (default: the file's own)
  --recursive         a FILE may be a folder: all .svg files in it, at the same places in DIR
  --help              shows this

Exit code: 0 if all files were prepared, 1 if any was not, 2 for wrong arguments.
`

/** Reads the command line; null if it asks for help. Throws an Error with a message for the terminal. */
export function readArguments(argv: readonly string[]): PrepareArguments | null {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      layers: { type: 'string', default: 'merged' },
      background: { type: 'string', default: 'keep' },
      holes: { type: 'string', default: 'keep' },
      unify: { type: 'string', default: '0.02' },
      size: { type: 'string' },
      prompt: { type: 'string' },
      recursive: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  if (!values.out) throw new Error('--out DIR is missing: where the prepared pictures go.')
  if (positionals.length === 0) throw new Error('No file was named.')
  return {
    files: positionals,
    recursive: values.recursive,
    out: values.out,
    options: {
      layers: oneOf(LAYERS, values.layers, '--layers'),
      background: oneOf(BACKGROUNDS, values.background, '--background'),
      holes: oneOf(HOLES, values.holes, '--holes'),
      unify: readUnify(values.unify),
      ...(values.prompt !== undefined && { prompt: values.prompt }),
      ...(values.size !== undefined && { size: readSize(values.size) }),
    },
  }
}

function oneOf<T extends string>(known: readonly T[], value: string, name: string): T {
  const found = known.find((one) => one === value)
  if (!found) throw new Error(`${name} takes one of ${known.join(', ')}, not "${value}".`)
  return found
}

function readUnify(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new Error(`--unify takes a number from 0 to 1, not "${text}".`)
  return value
}

function readSize(text: string): { readonly width: number; readonly height: number } {
  const match = /^(\d+)x(\d+)$/.exec(text)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  if (![width, height].every((side) => side >= 1 && side <= MAX_SIDE))
    throw new Error(`--size takes WxH, each from 1 to ${MAX_SIDE} px, not "${text}".`)
  return { width, height }
}
