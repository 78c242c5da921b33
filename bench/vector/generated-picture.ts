import { randomFrom } from '../random'

/** Length of the longer side in units of the viewBox, as in Recraft's files, and in px. */
const SIDE = 2048
const PX = 1024

/** Number of shapes per object: a blob and its details. */
const PARTS_PER_OBJECT = 12

type Rgb = readonly [red: number, green: number, blue: number]

const BASES: readonly Rgb[] = [
  ...([
    [36, 52, 60],
    [213, 81, 73],
    [150, 180, 84],
    [103, 120, 53],
    [244, 168, 72],
    [92, 140, 190],
  ] as const),
  ...([
    [240, 226, 198],
    [120, 78, 52],
    [60, 96, 140],
    [186, 120, 160],
    [70, 130, 110],
    [200, 60, 40],
  ] as const),
]

/**
 * Generates an SVG in the style of Recraft's pictures: a flat list of `shapes` paths, first the full canvas, then stacked blobs,
 * holes painted in the background's color, highlights and thin lines; similar `rgb()` fills and some gradients; absolute M, L, C
 * and z with 1 to 4 decimals; about 600 bytes per path. The more shapes, the smaller they are, so that the overlap stays about
 * the same. The same seed gives the same text.
 */
export function generatedPicture(shapes: number, seed = 1): string {
  const random = randomFrom(seed)
  const height = SIDE / 2 + Math.floor(random() * 4) * (SIDE / 8)
  const artist = new Artist(random, height, Math.sqrt(1000 / (shapes + 50)))
  const paths = [artist.background()]
  while (paths.length < shapes) paths.push(...artist.object())
  const defs = artist.gradients.length ? `<defs>\n${artist.gradients.join('\n')}\n</defs>\n` : ''
  const size = `viewBox="0 0 ${SIDE} ${height}" width="${PX}" height="${(height * PX) / SIDE}"`
  const root = `<svg version="1.1" xmlns="http://www.w3.org/2000/svg" style="display: block;" ${size} preserveAspectRatio="none">`
  return `${root}\n${defs}${paths.slice(0, shapes).join('\n')}\n</svg>\n`
}

class Artist {
  readonly gradients: string[] = []
  readonly #random: () => number
  readonly #height: number
  /** Scale of lengths: smaller with more shapes. */
  readonly #scale: number
  readonly #ground: Rgb

  constructor(random: () => number, height: number, scale: number) {
    this.#random = random
    this.#height = height
    this.#scale = scale
    this.#ground = this.#pick(BASES)
  }

  background(): string {
    const h = this.#height
    return this.#path(`M 0 0 L ${SIDE} 0 L ${SIDE} ${h} L 0 ${h} L 0 0 z`, rgb(this.#ground))
  }

  /** A blob with details on it, from back to front. */
  object(): string[] {
    const base = this.#pick(BASES)
    const x = this.#random() * SIDE
    const y = this.#random() * this.#height
    const radius = this.#scale * this.#between(60, 260)
    const paths = [this.#path(this.#blob(x, y, radius, 20), this.#near(base, 0))]
    for (let i = 1; i < PARTS_PER_OBJECT; i += 1) {
      const angle = this.#random() * 2 * Math.PI
      const away = radius * this.#random()
      const px = x + away * Math.cos(angle)
      const py = y + away * Math.sin(angle)
      paths.push(this.#part(px, py, radius, base))
    }
    return paths
  }

  #part(x: number, y: number, radius: number, base: Rgb): string {
    const kind = this.#random()
    const small = radius * this.#between(0.06, 0.5)
    if (kind < 0.18) return this.#path(this.#line(x, y, radius), this.#near(base, -70))
    if (kind < 0.26) return this.#path(this.#blob(x, y, small, 8.5), this.#near(this.#ground, 0))
    if (kind < 0.4) return this.#path(this.#blob(x, y, small / 3, 7), this.#near(base, 60))
    if (kind < 0.415) return this.#path(this.#blob(x, y, small, 11), this.#gradient(x, y, small, base))
    return this.#path(this.#blob(x, y, small, 12.5), this.#near(base, this.#pick([-45, -25, 0, 25])))
  }

  /** A closed curve around a center, with occasional straight segments. */
  #blob(x: number, y: number, radius: number, corners: number): string {
    const count = Math.max(4, Math.round(corners * this.#between(0.6, 1.4)))
    const stretch = this.#between(0.45, 1)
    const tilt = this.#random() * Math.PI
    const points = Array.from({ length: count }, (_, i) => {
      const angle = (2 * Math.PI * i) / count
      const reach = radius * this.#between(0.75, 1.15)
      const [along, across] = [reach * Math.cos(angle), reach * stretch * Math.sin(angle)]
      return [
        x + along * Math.cos(tilt) - across * Math.sin(tilt),
        y + along * Math.sin(tilt) + across * Math.cos(tilt),
      ] as const
    })
    return this.#through(points)
  }

  /** A long, thin shape. */
  #line(x: number, y: number, length: number): string {
    const angle = this.#random() * 2 * Math.PI
    const width = this.#between(1, 6)
    const bend = this.#between(-0.5, 0.5)
    const at = (t: number, side: number) => {
      const turn = angle + bend * t
      const half = side * width * t * (1 - t)
      return [
        x + (t - 0.5) * length * Math.cos(turn) - half * Math.sin(turn),
        y + (t - 0.5) * length * Math.sin(turn) + half * Math.cos(turn),
      ] as const
    }
    const steps = [0, 0.2, 0.4, 0.6, 0.8]
    return this.#through([...steps.map((t) => at(t, 2)), ...steps.map((t) => at(1 - t, -2))])
  }

  /** A Catmull–Rom spline through the points, as cubics. */
  #through(points: readonly (readonly [number, number])[]): string {
    const point = (i: number) => points[(i + points.length) % points.length] ?? [0, 0]
    const parts = [`M ${point(0).map(digits).join(' ')}`]
    for (let i = 0; i < points.length; i += 1) {
      const [before, from, to, after] = [point(i - 1), point(i), point(i + 1), point(i + 2)]
      if (this.#random() < 0.12) parts.push(`L ${to.map(digits).join(' ')}`)
      else {
        const curve = [
          ...[from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6],
          ...[to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6, ...to],
        ]
        parts.push(`C ${curve.map(digits).join(' ')}`)
      }
    }
    return `${parts.join(' ')} z`
  }

  #path(data: string, fill: string): string {
    return `<path transform="translate(0,0)" fill="${fill}" d="${data}"/>`
  }

  #gradient(x: number, y: number, radius: number, base: Rgb): string {
    const id = `Gradient${this.gradients.length + 1}`
    const ends = `x1="${digits(x - radius)}" x2="${digits(x + radius)}" y1="${digits(y)}" y2="${digits(y + radius)}"`
    const stops = [-30, 30].map(
      (lighter, offset) =>
        `\t<stop offset="${offset}" stop-color="${this.#near(base, lighter)}" stop-opacity="1"></stop>`,
    )
    this.gradients.push(
      `<linearGradient gradientUnits="userSpaceOnUse" id="${id}" ${ends}>\n${stops.join('\n')}\n</linearGradient>`,
    )
    return `url(#${id})`
  }

  /** Returns one of four nearly identical colors: the base color, lightened. */
  #near(base: Rgb, lighter: number): string {
    const shift = lighter + Math.floor(this.#random() * 4)
    const [red, green, blue] = base
    return rgb([red + shift, green + lighter, blue + shift])
  }

  #between(least: number, most: number): number {
    return least + (most - least) * this.#random()
  }

  #pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.#random() * list.length)]
    if (picked === undefined) throw new Error('an empty list')
    return picked
  }
}

const rgb = (parts: readonly number[]) =>
  `rgb(${parts.map((part) => Math.max(0, Math.min(255, part))).join(',')})`

/** Rounds to six significant digits and at most four decimals. */
const digits = (value: number) => String(Number(Number(value.toPrecision(6)).toFixed(4)))
