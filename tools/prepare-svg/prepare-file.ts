import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { LIMITS } from '../../src/vector/errors'
import { type Prepared, type PrepareOptions, prepare } from '../../src/vector/prepare'
import { Failure, type FailureCode, failureOf, reasonOf } from './failure'
import { STANDARD_INPUT } from './sources'

/** The line that the command prints for a file. Unknown numbers are 0. */
export interface Line {
  readonly file: string
  readonly ok: boolean
  /** Time of `prepare` in ms, without reading and writing files. */
  readonly ms: number
  /** Sizes of the two files. */
  readonly bytesIn: number
  readonly bytesOut: number
  readonly shapesIn: number
  readonly layersOut: number
  /** Number of objects in mode `objects`; 0 if there are none, and in other modes. */
  readonly objects: number
  /** Number of colors. */
  readonly colors: number
  /** Points on the outlines of all shapes. */
  readonly anchors: number
  /** Shapes in the background's color: number of those that were cut out of the shapes below, and of the others. */
  readonly holes: { readonly cut: number; readonly left: number }
  /** Shapes that were dropped because others hide them. */
  readonly hidden: number
  /** Number of each kind. */
  readonly leftOut: Readonly<Record<string, number>>
  readonly error?: { readonly code: FailureCode; readonly message: string }
}

/** Maximum number of UTF-8 bytes per UTF-16 unit. */
const BYTES_PER_UNIT = 3

/** Prepares one file and writes the result to `target`. Never rejects: errors are in the line. */
export async function prepareFile(file: string, target: string, options: PrepareOptions): Promise<Line> {
  const line = { ...emptyLine(file), bytesIn: 0, ms: 0 }
  try {
    const bytes = await read(file)
    line.bytesIn = bytes.length
    const start = performance.now()
    let prepared: Prepared
    try {
      prepared = prepare(bytes.toString('utf8'), options)
    } finally {
      line.ms = Number((performance.now() - start).toFixed(1))
    }
    const { svg, report } = prepared
    await write(target, svg)
    const { shapesIn, layersOut, objects, anchors, holes, hidden, palette, leftOut } = report
    const bytesOut = Buffer.byteLength(svg)
    const counts = { shapesIn, layersOut, objects, anchors, hidden, colors: palette.length }
    const { cut, left } = holes
    return { ...line, ok: true, bytesOut, ...counts, holes: { cut, left }, leftOut }
  } catch (error) {
    return failedLine(line, error instanceof Failure ? error : failureOf(error))
  }
}

/** Returns the line for a file that was not prepared. */
export const failedLine = (line: Line, { code, message }: Failure): Line => ({
  ...line,
  error: { code, message },
})

/** Returns the line for a file before it is prepared. */
export function emptyLine(file: string): Line {
  const counts = { ms: 0, bytesIn: 0, bytesOut: 0, shapesIn: 0, layersOut: 0, objects: 0, anchors: 0 }
  return { file, ok: false, ...counts, hidden: 0, colors: 0, holes: { cut: 0, left: 0 }, leftOut: {} }
}

async function read(file: string): Promise<Buffer> {
  if (file === STANDARD_INPUT) return readInput()
  const info = await stat(file).catch(unreadable)
  // Reading a device or pipe may never end.
  if (!info.isFile()) throw new Failure('unreadable', 'This is no file.')
  if (info.size > LIMITS.length * BYTES_PER_UNIT) throw tooLarge()
  return readFile(file).catch(unreadable)
}

const tooLarge = () => new Failure('too-large', 'The file is larger than any picture that can be prepared.')

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > LIMITS.length * BYTES_PER_UNIT) throw tooLarge()
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function unreadable(error: NodeJS.ErrnoException): never {
  const reason = error.code === 'ENOENT' ? 'it is not there.' : reasonOf(error)
  throw new Failure('unreadable', `The file cannot be read: ${reason}`)
}

async function write(target: string, svg: string): Promise<void> {
  try {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, svg)
  } catch (error) {
    throw new Failure('not-written', `The picture cannot be written: ${reasonOf(error)}`)
  }
}
