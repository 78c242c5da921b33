// cspell:words unarc unshort
import svgpath from 'svgpath'
import type { PathCommand } from '../document/geometry/path-data'

/** The valid part of a path, which browsers render as well. `error`: why the rest is invalid. */
export interface ParsedPath {
  readonly commands: PathCommand[]
  readonly error: string | null
}

/** Converts the `d` of an SVG path to absolute M, L, Q, C, and Z. */
export function parseSvgPath(text: string): ParsedPath {
  const path = svgpath(text)
  // The typings lack the library's error property.
  const { err } = path as unknown as { readonly err: string }
  const commands: PathCommand[] = []
  let [at, start] = [ORIGIN, ORIGIN]
  const add = (type: PathCommand['type'], numbers: readonly number[]) => {
    // After a Z, the next subpath starts at the start of the previous one. Figma's path data requires an explicit M.
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
