import { randomFrom } from '../../random'
import { type Make, kit as ownKit } from './kit'
import { areaOf, box, common, covered, pathData, placed, type Region, without } from './regions'

/** Side of the viewBox, as in Recraft's files. */
const SIDE = 2048

export const LAYOUTS = ['sheet', 'scatter', 'touching', 'overlap', 'ground', 'one-palette'] as const
/** Layouts that were not used for fitting the weights. */
export const HELD_OUT_LAYOUTS = ['shelf', 'ring', 'crowd'] as const
export type Layout = (typeof LAYOUTS)[number] | (typeof HELD_OUT_LAYOUTS)[number]

/** A picture whose objects are known. */
export interface Scene {
  readonly name: string
  readonly layout: Layout
  readonly svg: string
  /** The object of each path, from 1; 0 for the background. */
  readonly truth: readonly number[]
}

interface Piece {
  readonly object: number
  readonly color: string
  readonly region: Region
}

/**
 * Composes a scene. With `traced`, like in Recraft's pictures, a shape ends where another one crosses it, and only lies on another one if
 * it is completely on it; otherwise shapes continue behind others. Paths are sorted from large to small as far as possible without changing
 * the picture. The same seed gives the same scene.
 */
export function scene(layout: Layout, seed: number, traced: boolean, kit: readonly Make[] = ownKit): Scene {
  const composer = new Composer(randomFrom(seed), kit)
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

/** A square occupied by an object. */
interface Place {
  readonly x: number
  readonly y: number
  readonly size: number
}

class Composer {
  readonly pieces: Piece[] = []
  readonly #random: () => number
  readonly #kit: readonly Make[]
  #objects = 0
  #palette: readonly string[] | null = null

  constructor(random: () => number, kit: readonly Make[]) {
    this.#random = random
    this.#kit = kit
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
      const line = Array.from({ length: 33 }, (_, i) => [i * 64, crest(i * 64)]).flat()
      const region = covered([[...line, SIDE, SIDE, 0, SIDE]])
      this.pieces.push({ object, color: this.color(60, 230), region })
      // Side by side, at most a tenth of one behind the other.
      const side = (a: Place, b: Place) => Math.min(a.x + a.size, b.x + b.size) - Math.max(a.x, b.x)
      const places = this.#places(3, 150, 320, (a, b) => side(a, b) <= 0.1 * Math.min(a.size, b.size))
      for (const { x, size } of places) this.#thing({ x, y: Math.min(top + 20, SIDE - size), size })
      top += this.#between(300, 420)
    }
  }

  /** Objects on boards. Each board is an object, too. */
  shelf(): void {
    const rows = 3
    for (let row = 0; row < rows; row += 1) {
      const floor = ((row + 1) * SIDE) / rows - 70
      const board = ++this.#objects
      this.pieces.push({
        object: board,
        color: this.color(40, 200),
        region: covered([box(120, floor, SIDE - 120, floor + 36)]),
      })
      for (let x = 150; x < SIDE - 500; ) {
        const size = this.#between(260, 460)
        this.#thing({ x, y: floor - size, size })
        x += size * this.#between(0.95, 1.25)
      }
    }
  }

  /** Objects around a larger one, slightly overlapping it and each other. */
  ring(): void {
    const middle = this.#between(700, 900)
    this.#thing({ x: (SIDE - middle) / 2, y: (SIDE - middle) / 2, size: middle })
    const count = 5 + Math.floor(this.#random() * 3)
    for (let i = 0; i < count; i += 1) {
      const angle = (2 * Math.PI * i) / count + this.#between(-0.15, 0.15)
      const size = this.#between(340, 500)
      const away = middle / 2 + size * this.#between(0.3, 0.5)
      this.#thing({
        x: SIDE / 2 + away * Math.cos(angle) - size / 2,
        y: SIDE / 2 + away * Math.sin(angle) - size / 2,
        size,
      })
    }
  }

  /** Rows of objects, each hiding the feet of the row behind. */
  crowd(): void {
    for (let row = 0; row < 3; row += 1) {
      for (let i = 0; i < 4; i += 1) {
        const size = this.#between(420, 560)
        const x = 120 + (row % 2) * 130 + i * 420 + this.#between(-40, 40)
        this.#thing({ x, y: 240 + row * 430 + this.#between(-40, 40), size })
      }
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

  /** Returns squares of random sizes, each of which fits with those before. */
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
    const colors = this.#colors()
    let parts: ReturnType<Make> = []
    while (parts.length === 0) parts = this.#pick()(this.#random, colors)
    const object = ++this.#objects
    const mapped = new Map<string, string>()
    for (const { color, region } of parts) {
      const own =
        this.#palette && !colors.includes(color)
          ? (mapped.get(color) ?? colors[mapped.size % 4] ?? color)
          : color
      mapped.set(color, own)
      this.pieces.push({ object, color: own, region: placed(region, size / 100, x, y) })
    }
  }

  #pick(): Make {
    const make = this.#kit[Math.floor(this.#random() * this.#kit.length)]
    if (!make) throw new Error('the kit is empty')
    return make
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

/** Returns the area of the intersection of two squares, extended by `margin`. */
function overlap(a: Place, b: Place, margin: number): number {
  const along = (from: number, to: number) =>
    Math.max(0, Math.min(from + a.size, to + b.size) - Math.max(from, to) + margin)
  return along(a.x, b.x) * along(a.y, b.y)
}

/** Smaller areas are invisible, in square units of the viewBox. */
const SEEN = 4

/** Cuts each shape where a later one crosses it, unless that one is completely on it. */
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

/** Sorts from large to small as far as possible without changing the picture. */
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
