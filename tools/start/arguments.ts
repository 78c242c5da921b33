import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Recording, readRecording } from 'segmind-stand-in'
import { samplePictures } from 'segmind-stand-in/pictures'
import { DEFAULT_MODEL } from '../../src/segmind/request'

const STYLES = DEFAULT_MODEL.styles.map(({ id }) => id)
const SIZES = DEFAULT_MODEL.sizes.map(({ id }): string => id)
const [STYLE = ''] = STYLES
const [SIZE = ''] = SIZES

/** The parsed command line of `npm start`. */
export interface StartArguments {
  /** Options of an unattended run; null for an interactive one. */
  readonly unattended: {
    readonly prompt: string
    readonly style: string
    readonly size: string
    readonly out: string
  } | null
  /** Folder of another plugin to run without the stand-in; null for Inkwright. */
  readonly plugin: string | null
  /** Folder or file of SVG pictures to serve instead of the stand-in's own pictures. */
  readonly samples: string | null
  /** Responses of the live service, whose format the stand-in's get; null for its own format. */
  readonly replay: Recording | null
  /** Duration of a job in ms; null for realistic timing. */
  readonly duration: number | null
  readonly port: number
  /** Whether saving a source file rebuilds and reloads the plugin. */
  readonly watch: boolean
  readonly help: boolean
}

export const USAGE = `npm start                         opens a canvas with Inkwright at work, for a person
npm start -- --prompt "…" --out DIR   the same without a person: writes canvas.png, canvas.svg and layers.json to DIR
npm start -- --plugin DIR             runs another plugin: a folder with a manifest.json and built files
npm run dev                           the same as npm start, and each save rebuilds the plugin and reloads it on the page

  --style NAME      ${STYLES.join(', ')} (default ${STYLE})
  --size WxH        one of the ${SIZES.length} sizes (default ${SIZE})
  --samples PATH    serve the SVG files of a folder, or one file, instead of pictures drawn here
  --replay FILE     answer in the form that npm run probe has recorded
  --duration SEC    how long a picture takes (default: as long as at Segmind; 0 without a person)
  --port N          port of the page (default: any free one)
`

/** Reads the command line. Throws an Error with a message for the terminal. */
export function readArguments(argv: readonly string[]): StartArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      prompt: { type: 'string' },
      style: { type: 'string', default: STYLE },
      size: { type: 'string', default: SIZE },
      out: { type: 'string' },
      plugin: { type: 'string' },
      samples: { type: 'string' },
      replay: { type: 'string' },
      duration: { type: 'string' },
      port: { type: 'string', default: '0' },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { prompt, style, size, out } = values
  if (prompt !== undefined && out === undefined)
    throw new Error('--prompt needs --out DIR: where the results go.')
  if (prompt === undefined && out !== undefined) throw new Error('--out needs --prompt "…": what to draw.')
  if (
    values.plugin !== undefined &&
    (prompt ?? values.samples ?? values.replay ?? values.duration) !== undefined
  )
    throw new Error('--plugin goes with --port only: there is no stand-in.')
  if (prompt !== undefined && values.watch)
    throw new Error('npm run dev is for a person at the page: leave --prompt out.')
  if (prompt?.trim() === '') throw new Error('--prompt is empty.')
  mustBeOneOf(style, STYLES, 'style')
  mustBeOneOf(size, SIZES, 'size')
  // Checked before building: throws if there are no pictures.
  if (values.samples !== undefined) samplePictures(values.samples)
  return {
    unattended: prompt === undefined || out === undefined ? null : { prompt, style, size, out },
    plugin: values.plugin ?? null,
    samples: values.samples ?? null,
    replay: values.replay === undefined ? null : readRecording(readFileSync(values.replay, 'utf8')),
    duration: values.duration === undefined ? null : 1000 * number(values.duration, '--duration'),
    port: number(values.port, '--port'),
    watch: values.watch,
    help: values.help,
  }
}

function mustBeOneOf(value: string, known: readonly string[], what: string): void {
  if (!known.includes(value))
    throw new Error(`There is no ${what} "${value}". There are: ${known.join(', ')}.`)
}

function number(text: string, name: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new Error(`${name} takes a number, not "${text}".`)
  return value
}
