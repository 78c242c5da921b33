import { readFileSync } from 'node:fs'
import { forEachSegments } from '../../../src/vector/coverage/flatten'
import type { Shape } from '../../../src/vector/drawing'
import { CLOSE, CUBIC, MOVE, type Path, PathBuilder } from '../../../src/vector/path/path'
import { readSvg } from '../../../src/vector/read/read'
import type { Make, Part } from './kit'
import { areaOf, boxOf, filled, type Polygon, placed, type Region, stroked } from './regions'

/** Icons with fewer or more shapes are left out, because the objects of pictures have several parts. */
const MIN_PARTS = 2
const MAX_PARTS = 30

interface IconSet {
  readonly width?: number
  readonly height?: number
  readonly icons: Readonly<
    Record<string, { readonly body: string; readonly width?: number; readonly height?: number }>
  >
}

/** Returns the icons of an `@iconify-json` set as objects, in their own colors. */
export function iconKit(file: string): readonly Make[] {
  const { icons, width = 16, height = 16 } = JSON.parse(readFileSync(file, 'utf8')) as IconSet
  return Object.values(icons).map((icon) => {
    let parts: readonly Part[] | null = null
    return () => (parts ??= partsOf(icon.body, icon.width ?? width, icon.height ?? height))
  })
}

/** Empty if the icon has gradients, translucent parts, or too few or too many shapes. */
function partsOf(body: string, width: number, height: number): readonly Part[] {
  let shapes: readonly Shape[]
  try {
    shapes = readSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" viewBox="0 0 ${width} ${height}">${body}</svg>`,
    ).drawing.shapes
  } catch {
    return []
  }
  const parts = shapes.flatMap(partsOfShape).filter(({ region }) => areaOf(region) > 100)
  if (parts.length < MIN_PARTS || parts.length > MAX_PARTS) return []
  if (!shapes.every(isPlain)) return []
  const boxes = parts.map(({ region }) => boxOf(region))
  const left = Math.min(...boxes.map((each) => each.left))
  const top = Math.min(...boxes.map((each) => each.top))
  const side = Math.max(
    Math.max(...boxes.map((each) => each.right)) - left,
    Math.max(...boxes.map((each) => each.bottom)) - top,
  )
  const scale = 10_000 / side
  return parts.map(({ color, region }) => ({
    color,
    region: placed(region, scale, (-left * scale) / 100, (-top * scale) / 100),
  }))
}

const isPlain = ({ fill, opacity, stroke }: Shape): boolean =>
  (!fill || (fill.type === 'solid' && opacity === 1)) &&
  (!stroke || (stroke.paint.type === 'solid' && stroke.opacity === 1 && stroke.dashes.length === 0))

function partsOfShape({ path, fill, fillRule, stroke }: Shape): Part[] {
  const parts: Part[] = []
  if (fill?.type === 'solid')
    parts.push({
      color: fill.color,
      region: filled(
        subpaths(path).map(({ points }) => points),
        fillRule,
      ),
    })
  if (stroke?.paint.type === 'solid') {
    const region = subpaths(path).flatMap(
      ({ points, closed }): Region => stroked([points], stroke.width, closed),
    )
    parts.push({
      color: stroke.paint.color,
      region: filled(
        region.map((p) => p.flatMap(({ x, y }) => [x / 100, y / 100])),
        'nonzero',
      ),
    })
  }
  return parts
}

interface Subpath {
  readonly points: Polygon
  readonly closed: boolean
}

/** Returns the subpaths, with curves as lines. */
function subpaths({ commands, coords }: Path): Subpath[] {
  const found: Subpath[] = []
  let at = 0
  for (let i = 0; i < commands.length; ) {
    const builder = new PathBuilder()
    const points: number[] = [coords[at] ?? 0, coords[at + 1] ?? 0]
    builder.move(coords[at] ?? 0, coords[at + 1] ?? 0)
    at += 2
    i += 1
    let closed = false
    for (; i < commands.length && commands[i] !== MOVE; i += 1) {
      if (commands[i] === CLOSE) closed = true
      else if (commands[i] === CUBIC) {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = coords.subarray(at, at + 6)
        builder.cubic(a, b, c, d, e, f)
        at += 6
      } else {
        builder.line(coords[at] ?? 0, coords[at + 1] ?? 0)
        at += 2
      }
    }
    forEachSegments(builder.finish(), 1, false, (segments, end) => {
      for (let k = 0; k < end; k += 4) points.push(segments[k + 2] ?? 0, segments[k + 3] ?? 0)
    })
    found.push({ points, closed })
  }
  return found
}
