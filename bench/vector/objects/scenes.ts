import { randomFrom } from '../../random'
import { kit } from './kit'
import { areaOf, common, type Polygon, pathData, type Region, without } from './polygons'

/** Side of the viewBox, as in Recraft's files. */
const SIDE = 2048

export const LAYOUTS = ['sheet', 'scatter', 'touching', 'overlap', 'ground', 'one-palette'] as const
export type Layout = (typeof LAYOUTS)[number]

/** A picture of which it is known what is one thing. */
export interface Scene {
  readonly name: string
  readonly layout: Layout
  readonly svg: string
  /** For each path its object, counted from 1; 0 for the background. */
  readonly truth: readonly number[]
}

interface Piece {
  readonly object: number
  readonly color: string
  readonly region: Region
}

/**
 * Composes a scene. As in Recraft's pictures, a shape ends where another crosses it, and lies on another only if it is wholly on it
 * (`traced`); otherwise shapes run on behind one another. Paths come from large to small as far as the picture allows. The same
 * seed gives the same scene.
 */
export function scene(layout: Layout, seed: number, traced: boolean): Scene {
  const composer = new Composer(randomFrom(seed))
  composer[layout]()
  const pieces = sorted(traced ? trace(composer.pieces) : composer.pieces)
  const ground = `<path fill="${composer.color(210, 255)}" d="M 0 0 L ${SIDE} 0 L ${SIDE} ${SIDE} L 0 ${SIDE} z"/>`
  const paths = pieces.map(({ color, region }) => `<path fill="${color}" d="${pathData(region)}"/>`)
  const root = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="1024" height="1024">`
  return {
    name: `${layout} ${seed}${traced ? '' : ', drawn'}`,
    layout,
    svg: `${root}\n${[ground, ...paths].join('\n')}\n</svg>\n`,
    truth: [0, ...pieces.map(({ object }) => object)],
  }
}

/** A place taken by a thing: a square. */
interface Place {
  readonly x: number
  readonly y: number
  readonly size: number
}

class Composer {
  readonly pieces: Piece[] = []
  readonly #random: () => number
  #objects = 0
  #palette: readonly string[] | null = null

  constructor(random: () => number) {
    this.#random = random
  }

  sheet(): void {
    const columns = 2 + Math.floor(this.#random() * 2)
    const cell = SIDE / columns
    for (let i = 0; i < columns ** 2; i += 1) {
      const size = cell * this.#between(0.6, 0.8)
      const margin = (cell - size) / 2
      this.#thing({ x: (i % columns) * cell + margin, y: Math.floor(i / columns) * cell + margin, size })
    }
  }

  scatter(): void {
    this.#places(12, 150, 600, (a, b) => overlap(a, b, 30) === 0).forEach((place) => {
      this.#thing(place)
    })
  }

  'one-palette'(): void {
    this.#palette = Array.from({ length: 6 }, () => this.color(0, 255))
    this.scatter()
  }

  touching(): void {
    this.#cluster(0.02, 0.15)
  }

  overlap(): void {
    this.#cluster(0.05, 0.4)
  }

  ground(): void {
    let top = this.#between(400, 800)
    for (let layer = 0; layer < 3; layer += 1) {
      const object = ++this.#objects
      const [tall, slow, from] = [this.#between(20, 90), this.#between(200, 500), this.#between(0, 6)]
      const crest = (x: number) => top + tall * Math.sin(x / slow + from)
      const strips = Array.from({ length: 32 }, (_, i): Polygon => {
        const [x0, x1] = [i * 64, (i + 1) * 64]
        return [x0, crest(x0), x1, crest(x1), x1, SIDE, x0, SIDE]
      })
      this.pieces.push({ object, color: this.color(60, 230), region: strips })
      const places = this.#places(3, 150, 320, (a, b) => overlap(a, b, 20) === 0)
      for (const { x, size } of places) this.#thing({ x, y: Math.min(top + 20, SIDE - size), size })
      top += this.#between(300, 420)
    }
  }

  color(least: number, most: number): string {
    const part = () => Math.round(this.#between(least, most))
    return `rgb(${part()},${part()},${part()})`
  }

  #cluster(least: number, most: number): void {
    const joins = (a: Place, b: Place) => overlap(a, b, 0) / Math.min(a.size, b.size) ** 2
    const places = this.#places(7, 320, 700, (a, b) => joins(a, b) <= most, 300)
    places
      .filter((a, i) => i === 0 || places.some((b) => a !== b && joins(a, b) >= least))
      .forEach((place) => {
        this.#thing(place)
      })
  }

  /** Squares of random sizes, each of which fits with those before. */
  #places(
    count: number,
    least: number,
    most: number,
    fits: (a: Place, b: Place) => boolean,
    margin = 20,
  ): Place[] {
    const places: Place[] = []
    for (let i = 0; i < 200 && places.length < count; i += 1) {
      const size = least * (most / least) ** this.#random()
      const at = () => this.#between(margin, SIDE - size - margin)
      const place = { x: at(), y: at(), size }
      if (places.every((other) => fits(place, other))) places.push(place)
    }
    return places
  }

  #thing({ x, y, size }: Place): void {
    const make = kit[Math.floor(this.#random() * kit.length)]
    const object = ++this.#objects
    const colors = this.#colors()
    const scale = size / 100
    for (const [color, region] of make?.(this.#random) ?? []) {
      const placed = region.map((polygon) => polygon.map((value, i) => value * scale + (i % 2 === 0 ? x : y)))
      this.pieces.push({ object, color: colors[color] ?? '#000000', region: placed })
    }
  }

  #colors(): readonly string[] {
    if (!this.#palette) return Array.from({ length: 4 }, () => this.color(0, 240))
    const from = Math.floor(this.#random() * 6)
    return [0, 1, 2, 3].map((i) => this.#palette?.[(from + i) % 6] ?? '#000000')
  }

  #between(least: number, most: number): number {
    return least + (most - least) * this.#random()
  }
}

/** The area that two squares, widened by `margin`, have in common. */
function overlap(a: Place, b: Place, margin: number): number {
  const along = (from: number, to: number) =>
    Math.max(0, Math.min(from + a.size, to + b.size) - Math.max(from, to) + margin)
  return along(a.x, b.x) * along(a.y, b.y)
}

/** Smaller areas are not seen, in square units of the viewBox. */
const SEEN = 4

/** Ends each shape where a later one crosses it, unless that one lies wholly on it. */
function trace(pieces: readonly Piece[]): Piece[] {
  return pieces
    .map((piece, i) => {
      let { region } = piece
      for (const later of pieces.slice(i + 1)) {
        const both = areaOf(common(region, later.region))
        if (both > SEEN && both < 0.985 * areaOf(later.region)) region = without(region, later.region)
      }
      return { ...piece, region }
    })
    .filter(({ region }) => areaOf(region) > SEEN)
}

/** From large to small as far as the picture allows. */
function sorted(pieces: readonly Piece[]): Piece[] {
  const areas = pieces.map(({ region }) => areaOf(region))
  const below = pieces.map(({ region }, i) =>
    pieces.slice(0, i).flatMap((other, j) => (areaOf(common(other.region, region)) > SEEN ? [j] : [])),
  )
  const left = new Set(pieces.keys())
  const order: Piece[] = []
  while (left.size > 0) {
    const free = [...left].filter((i) => !below[i]?.some((j) => left.has(j)))
    const next = free.reduce((most, i) => ((areas[i] ?? 0) > (areas[most] ?? 0) ? i : most))
    left.delete(next)
    order.push(...pieces.slice(next, next + 1))
  }
  return order
}
