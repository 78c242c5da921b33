import fc from 'fast-check'

/** In px. */
export type Size = readonly [width: number, height: number]

/** A closed or open line as SVG path data in both directions. */
export interface Outline {
  readonly data: string
  readonly reversed: string
}

type Point = readonly [x: number, y: number]

/** Returns the attributes of an SVG element, each preceded by a space. */
export const attributesOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')

const pair = ([x, y]: Point) => `${x} ${y}`

function polygon(points: readonly Point[], closed = true): Outline {
  const draw = (from: readonly Point[]) => `M${from.map(pair).join('L')}${closed ? 'Z' : ''}`
  return { data: draw(points), reversed: draw([...points].reverse()) }
}

const rectangle = (x: number, y: number, w: number, h: number) =>
  polygon([
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ])

function ellipse(x: number, y: number, rx: number, ry: number): Outline {
  const draw = (sweep: number) =>
    `M${x - rx} ${y}A${rx} ${ry} 0 0 ${sweep} ${x + rx} ${y}A${rx} ${ry} 0 0 ${sweep} ${x - rx} ${y}Z`
  return { data: draw(1), reversed: draw(0) }
}

/** Returns consecutive cubics, closed by a line, with three points each after the first. */
function blob([first = [0, 0], ...rest]: readonly Point[]): Outline {
  const draw = (from: Point, to: readonly Point[]) => `M${pair(from)}C${to.map(pair).join(' ')}Z`
  const last = rest.at(-1) ?? first
  return { data: draw(first, rest), reversed: draw(last, [...rest.slice(0, -1).reverse(), first]) }
}

/** Returns outlines without area: single points, lines of zero length, lines that return on themselves, collinear corners. */
function degenerate([x, y]: Point, [toX, toY]: Point): Outline[] {
  const still = [
    `M${x} ${y}`,
    `M${x} ${y}Z`,
    `M${x} ${y}L${x} ${y}`,
    `M${x} ${y}C${x} ${y} ${x} ${y} ${x} ${y}Z`,
  ]
  const there: Point[] = [
    [x, y],
    [toX, toY],
  ]
  return [
    ...still.map((data) => ({ data, reversed: data })),
    polygon(there),
    polygon([...there, [(x + toX) / 2, (y + toY) / 2]]),
  ]
}

/** Returns tiles without gaps: rectangles, or each cut into two triangles. */
function tiles(left: number, top: number, size: number, count: number, cut: boolean): Outline[] {
  return Array.from({ length: count * count }, (_, i) => {
    const x = left + (i % count) * size
    const y = top + Math.floor(i / count) * size
    if (!cut) return [rectangle(x, y, size, size)]
    const from: Point = [x, y]
    const to: Point = [x + size, y + size]
    return [polygon([from, [x + size, y], to]), polygon([from, to, [x, y + size]])]
  }).flat()
}

/** Returns a rectangle, and a frame around it whose hole it fits into. */
function framed(x: number, y: number, w: number, h: number, margin: number): Outline[] {
  const inner = rectangle(x, y, w, h)
  const outer = rectangle(x - margin, y - margin, w + 2 * margin, h + 2 * margin)
  return [inner, { data: outer.data + inner.reversed, reversed: outer.reversed + inner.data }]
}

/** Mostly on the canvas, sometimes far outside; sometimes in quarters of a px. */
const positionOn = (side: number) =>
  fc.oneof(
    { weight: 10, arbitrary: fc.integer({ min: 0, max: side }) },
    { weight: 2, arbitrary: fc.integer({ min: -40, max: side + 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 * side }).map((value) => value / 4) },
  )

/** Returns single outlines on a canvas, and sets of matching ones for the shapes of a drawing to share. */
export function outlinesOn([width, height]: Size) {
  const x = positionOn(width)
  const y = positionOn(height)
  const point = fc.tuple(x, y)
  const extent = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 2, max: 24 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 96 }) },
  )
  const points = (minLength: number, maxLength: number) => fc.array(point, { minLength, maxLength })
  const outline = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(x, y, extent, extent).map((sides) => rectangle(...sides)) },
    // Corners in any order: most polygons with four or more cross themselves.
    { weight: 3, arbitrary: points(3, 6).map((corners) => polygon(corners)) },
    { weight: 2, arbitrary: points(2, 5).map((corners) => polygon(corners, false)) },
    { weight: 3, arbitrary: fc.tuple(x, y, extent, extent).map((sides) => ellipse(...sides)) },
    { weight: 2, arbitrary: fc.oneof(points(4, 4), points(7, 7)).map(blob) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(point, point, fc.nat(5))
        .map(([from, to, i]) => degenerate(from, to)[i] ?? blob([])),
    },
  )
  const margin = fc.integer({ min: 1, max: 12 })
  const shared = fc
    .tuple(
      fc.array(outline, { minLength: 2, maxLength: 9 }),
      fc.array(
        fc.tuple(x, y, extent, extent, margin).map((sides) => framed(...sides)),
        { maxLength: 2 },
      ),
      fc.option(
        fc
          .tuple(x, y, fc.integer({ min: 4, max: 16 }), fc.integer({ min: 2, max: 4 }), fc.boolean())
          .map((sides) => tiles(...sides)),
        { freq: 3, nil: [] },
      ),
    )
    .map(([own, frames, tiled]) => [...own, ...frames.flat(), ...tiled])
  return { outline, shared }
}
