import fc from 'fast-check'

/** The longer side of a generated drawing, in px. Drawn at a multiple of it, whole coordinates lie between pixels. */
export const LONG_SIDE = 64

/** An SVG drawing whose picture depends on the order of its shapes. */
export interface OverlappingDrawing {
  readonly svg: string
  /**
   * Two fills of one paint have an edge in common that does not run along pixels. Drawn as two shapes with anti-aliasing,
   * what lies below shows through the seam; drawn as one shape, it does not.
   */
  readonly hasSeams: boolean
}

/** A closed or open line, as SVG path data in both directions. */
interface Outline {
  readonly data: string
  readonly reversed: string
  /** Names of the lines and curves it lies on, except for horizontal and vertical lines at whole coordinates. */
  readonly edges: readonly string[]
}

type Point = readonly [x: number, y: number]

const onCanvas = fc.integer({ min: 0, max: LONG_SIDE })
/** Mostly on the canvas, sometimes well beyond it, in quarters of a px at times. */
const position = fc.oneof(
  { weight: 10, arbitrary: onCanvas },
  { weight: 2, arbitrary: fc.integer({ min: -40, max: 104 }) },
  { weight: 1, arbitrary: onCanvas.map((value) => value / 4 + 24) },
)
const point: fc.Arbitrary<Point> = fc.tuple(position, position)
const extent = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 2, max: 24 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 80 }) },
)

const pair = ([x, y]: Point) => `${x} ${y}`
const isWhole = (value: number) => Number.isInteger(value)

/** The line through two points, in a form that all pairs of its points share. Null where it runs along pixels. */
function lineName([x0, y0]: Point, [x1, y1]: Point): string | null {
  if ((x0 === x1 && isWhole(x0)) || (y0 === y1 && isWhole(y0))) return null
  const a = y1 - y0
  const b = x0 - x1
  const scale = (a < 0 || (a === 0 && b < 0) ? -1 : 1) / Math.hypot(a, b)
  return [a, b, a * x0 + b * y0].map((value) => (value * scale).toFixed(4)).join(' ')
}

function polygon(points: readonly Point[], closed = true): Outline {
  const draw = (from: readonly Point[]) => `M${from.map(pair).join('L')}${closed ? 'Z' : ''}`
  const edges = points.map((from, i) => lineName(from, points[(i + 1) % points.length] ?? from))
  return {
    data: draw(points),
    reversed: draw([...points].reverse()),
    edges: edges.filter((edge) => edge !== null),
  }
}

const rectangleAt = (x: number, y: number, w: number, h: number) =>
  polygon([
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ])

const rectangle = fc.tuple(position, position, extent, extent).map(([x, y, w, h]) => rectangleAt(x, y, w, h))

/** Corners in any order: most of those with four or more cross themselves. */
const star = fc.array(point, { minLength: 3, maxLength: 6 }).map((points) => polygon(points))

const openLine = fc.array(point, { minLength: 2, maxLength: 5 }).map((points) => polygon(points, false))

const ellipse = fc.tuple(point, extent, extent).map(([[x, y], rx, ry]): Outline => {
  const draw = (sweep: number) =>
    `M${x - rx} ${y}A${rx} ${ry} 0 0 ${sweep} ${x + rx} ${y}A${rx} ${ry} 0 0 ${sweep} ${x - rx} ${y}Z`
  return { data: draw(1), reversed: draw(0), edges: [draw(1)] }
})

const blob = fc.array(point, { minLength: 3, maxLength: 9 }).map((points): Outline => {
  const [start = [0, 0], ...rest] = points.slice(0, points.length - ((points.length - 1) % 3) || 1)
  if (rest.length < 3) return polygon(points)
  const draw = (from: Point, to: readonly Point[]) => `M${pair(from)}C${to.map(pair).join(' ')}Z`
  const backward = [start, ...rest].reverse()
  return {
    data: draw(start, rest),
    reversed: draw(backward[0] ?? start, backward.slice(1)),
    edges: [draw(start, rest), lineName(rest.at(-1) ?? start, start) ?? ''].filter(Boolean),
  }
})

/** What has no area: single points, lines of no length, lines drawn to and fro, corners on one line. */
const degenerate = fc.tuple(point, point).map(([[x, y], [dx, dy]]): Outline[] => {
  const there = polygon([
    [x, y],
    [dx, dy],
  ])
  const still = (data: string): Outline => ({ data, reversed: data, edges: [] })
  return [
    still(`M${x} ${y}`),
    still(`M${x} ${y}Z`),
    still(`M${x} ${y}L${x} ${y}`),
    still(`M${x} ${y}C${x} ${y} ${x} ${y} ${x} ${y}Z`),
    there,
    polygon([
      [x, y],
      [(x + dx) / 2, (y + dy) / 2],
      [dx, dy],
    ]),
  ]
})

const outline: fc.Arbitrary<Outline> = fc.oneof(
  { weight: 5, arbitrary: rectangle },
  { weight: 3, arbitrary: star },
  { weight: 2, arbitrary: openLine },
  { weight: 3, arbitrary: ellipse },
  { weight: 2, arbitrary: blob },
  { weight: 1, arbitrary: degenerate.chain((lines) => fc.constantFrom(...lines)) },
)

/** A rectangle, and a frame around it whose hole it fits. */
const framed = fc
  .tuple(position, position, extent, extent, fc.integer({ min: 1, max: 12 }))
  .map(([x, y, w, h, margin]): Outline[] => {
    const inner = rectangleAt(x, y, w, h)
    const outer = rectangleAt(x - margin, y - margin, w + 2 * margin, h + 2 * margin)
    const data = outer.data + inner.reversed
    const reversed = outer.reversed + inner.data
    return [inner, { data, reversed, edges: [...outer.edges, ...inner.edges] }]
  })

/** Tiles without gaps: rectangles, or each cut into two triangles. */
const tiles = fc
  .tuple(onCanvas, onCanvas, fc.integer({ min: 4, max: 16 }), fc.integer({ min: 2, max: 4 }), fc.boolean())
  .map(([left, top, size, count, cut]) =>
    Array.from({ length: count * count }, (_, i): Outline[] => {
      const x = left - LONG_SIDE / 4 + (i % count) * size
      const y = top - LONG_SIDE / 4 + Math.floor(i / count) * size
      if (!cut) return [rectangleAt(x, y, size, size)]
      const [a, b, c, d]: Point[] = [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
      ]
      return a && b && c && d ? [polygon([a, b, c]), polygon([a, c, d])] : []
    }).flat(),
  )

/** Outlines that the shapes of a drawing share, so that holes fit other shapes and edges lie on each other. */
const pool: fc.Arbitrary<readonly Outline[]> = fc
  .tuple(
    fc.array(outline, { minLength: 2, maxLength: 9 }),
    fc.array(framed, { maxLength: 2 }),
    fc.option(tiles, { freq: 3 }),
  )
  .map(([own, frames, tiled]) => [...own, ...frames.flat(), ...(tiled ?? [])])

const COLORS = ['#e01010', '#0a8f2c', '#1030e0', '#101010'] as const
const GRADIENT =
  '<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="64" y2="64"><stop offset="0" stop-color="#e01010"/><stop offset="1" stop-color="#1030e0"/></linearGradient>'

const paint = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...COLORS) },
  { weight: 1, arbitrary: fc.constant('url(#g)') },
)
const opacity = fc.constantFrom('1', '1', '1', '1', '0.5')

const stroke = fc
  .record({
    stroke: paint,
    'stroke-opacity': opacity,
    // From a hairline to what is thicker than the shape.
    'stroke-width': fc.constantFrom('0.05', '0.25', '0.25', '0.5', '1', '2', '3', '6', '12', '30'),
    'stroke-linejoin': fc.constantFrom('miter', 'miter', 'round', 'bevel'),
    'stroke-miterlimit': fc.constantFrom('1', '1.5', '4', '4', '10', '40'),
    'stroke-linecap': fc.constantFrom('butt', 'round', 'square'),
    'stroke-dasharray': fc.constantFrom('none', 'none', 'none', '5', '9 2', '0 4', '1 6 3'),
  })
  .map(attributesOf)

function attributesOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

interface Drawn {
  readonly text: string
  /** Its paint, where another shape of that paint may be merged with it. */
  readonly mergedBy: string | null
  readonly edges: readonly string[]
}

const shapeFrom = (outlines: readonly Outline[]): fc.Arbitrary<Drawn> =>
  fc
    .record({
      parts: fc.array(
        fc.tuple(
          fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...outlines) }, { weight: 1, arbitrary: outline }),
          fc.boolean(),
        ),
        { minLength: 1, maxLength: 3, size: 'small' },
      ),
      fill: fc.oneof({ weight: 9, arbitrary: paint }, { weight: 1, arbitrary: fc.constant('none') }),
      opacity,
      rule: fc.constantFrom('nonzero', 'nonzero', 'evenodd'),
      line: fc.option(stroke, { freq: 2 }),
    })
    .map(({ parts, fill, opacity, rule, line }) => {
      const data = parts.map(([{ data, reversed }, turned]) => (turned ? reversed : data)).join('')
      const filled = attributesOf({ fill, 'fill-opacity': opacity, 'fill-rule': rule })
      return {
        text: `<path d="${data}"${filled}${line ?? ''}/>`,
        mergedBy: line === null && opacity === '1' && fill !== 'none' ? fill : null,
        edges: parts.flatMap(([{ edges }]) => edges),
      }
    })

function haveSeams(shapes: readonly Drawn[]): boolean {
  const owners = new Map<string, number>()
  return shapes.some(({ mergedBy, edges }, i) =>
    edges.some((edge) => {
      const key = `${mergedBy} ${edge}`
      const owner = owners.get(key) ?? i
      owners.set(key, owner)
      return mergedBy !== null && owner !== i
    }),
  )
}

/**
 * 3 to 40 shapes of few paints that lie on each other and share outlines: with and without strokes of every join, cap, dash
 * and width, opaque and translucent, with holes, beyond the canvas, and without area. The ground is white where nothing is.
 */
export const overlappingDrawing: fc.Arbitrary<OverlappingDrawing> = fc
  .tuple(pool, fc.constantFrom(40, 52, LONG_SIDE), fc.boolean())
  .chain(([outlines, short, wide]) =>
    fc.array(shapeFrom(outlines), { minLength: 3, maxLength: 40, size: 'max' }).map((shapes) => {
      const [width, height] = wide ? [LONG_SIDE, short] : [short, LONG_SIDE]
      const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
      const defs = shapes.some(({ text }) => text.includes('url(#g)')) ? `<defs>${GRADIENT}</defs>` : ''
      const paths = shapes.map(({ text }) => text).join('')
      return {
        svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${defs}${paths}</svg>`,
        hasSeams: haveSeams(shapes),
      }
    }),
  )
