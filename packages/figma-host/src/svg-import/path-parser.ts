// cspell:words unarc unshort
import svgpath from 'svgpath'
import type { PathCommand } from '../document/geometry/path-data'

/** A path as far as it could be read; `error` says what stopped it. Browsers draw up to there, too. */
export interface ParsedPath {
  readonly commands: PathCommand[]
  readonly error: string | null
}

/** Reads the `d` of an SVG path into absolute M, L, Q, C and Z. Arcs become cubics, shorthands are written out. */
export function parseSvgPath(text: string): ParsedPath {
  const path = svgpath(text)
  // Typings leave out what the library keeps of an error.
  const { err } = path as unknown as { readonly err: string }
  const commands: PathCommand[] = []
  let [at, start] = [ORIGIN, ORIGIN]
  const add = (type: PathCommand['type'], numbers: readonly number[]) => {
    // After a Z the next figure starts where the last one did; Figma's path text wants that said.
    if (type !== 'M' && commands.at(-1)?.type === 'Z') commands.push({ type: 'M', points: [start] })
    const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []))
    commands.push({ type, points })
    at = points.at(-1) ?? start
    if (type === 'M') start = at
  }
  path
    .abs()
    .unshort()
    .unarc()
    .iterate(([type, ...numbers]) => {
      const [first = 0] = numbers as number[]
      if (type === 'H') add('L', [first, at.y])
      else if (type === 'V') add('L', [at.x, first])
      else if (type === 'Z' || type === 'z') commands.push({ type: 'Z', points: [] })
      else add(type as PathCommand['type'], numbers as number[])
      if (type === 'Z' || type === 'z') at = start
    })
  return { commands, error: err ? `unreadable: ${err}` : null }
}

const ORIGIN = { x: 0, y: 0 }
