import type { Drawing } from '../drawing'
import { adjacenciesOf } from './adjacencies'
import type { Mix } from './mixes'
import { SAME_LEVELS, type Tone } from './tone'
import type { Units } from './units'
import { visibleMixesOf } from './visible-mixes'

/** Each channel of the backdrop, which is assumed to be white. */
const WHITE = 255

/** On edges longer than this, in cells, it is visible which side is lighter: the steps of a color ramp must keep their order. */
const LONG_EDGE = 128

/** Two adjacent mixes, and the length of their edge in cells. */
interface Pair {
  readonly a: Mix
  readonly b: Mix
  readonly length: number
}

/** Smaller weights are rounding errors. */
const EPSILON = 1e-6

/** Longer edges, in cells, must never be lost, however large the adjacent shapes are: a 48th of the longer side of the picture. */
const SHORT_EDGE = 16

/**
 * Returns how many cells of its outline an area may lose to areas of a similar color, over all its short edges. Traced shapes
 * touch at corners and along slivers: a tenth of the outline. Small shapes may lose more, but not one side of a square tile,
 * which is a quarter of its outline, or slightly less after rounding to cells.
 */
const maxLost = (outline: number): number => Math.max(0.1 * outline, Math.min(SHORT_EDGE, 0.2 * outline))

/** The difference of two adjacent mixes: a weighted sum of areas and the backdrop. */
interface Difference {
  readonly areas: readonly number[]
  readonly parts: readonly number[]
  readonly backdrop: number
}

interface Seam extends Difference {
  /** The difference in the original drawing. */
  readonly levels: Levels
  /** In cells. */
  length: number
  isLost: boolean
}

/**
 * The edges of a drawing, and whether they stay visible when areas change color. An area consists of adjacent units of the
 * same color. It can change only as a whole, because there is no visible edge within it.
 */
export class Seams {
  /** The area number of each unit. Hidden units have areas of their own. */
  readonly areaOf: Int32Array
  /** The seams of each area. */
  readonly #byArea = new Map<number, Seam[]>()
  /** Total length of the edges of each area, in cells. */
  readonly #outlines: Float64Array
  /** Length of the edges that each area has lost so far, in cells. */
  readonly #lost = new Map<number, number>()
  /** The current color of each area. */
  readonly #tones = new Map<number, Tone>()

  private constructor(areaOf: Int32Array) {
    this.areaOf = areaOf
    this.#outlines = new Float64Array(areaOf.length)
  }

  /** `tones`: one for each unit. Returns null if the drawing is too complex. */
  static of(drawing: Drawing, units: Units, tones: readonly Tone[]): Seams | null {
    const visible = visibleMixesOf(drawing, units)
    const adjacencies = visible && adjacenciesOf(visible)
    if (!adjacencies) return null
    const pairs = adjacencies.map(({ a, b, length }) => ({
      a: visible.mixes.at(a),
      b: visible.mixes.at(b),
      length,
    }))
    const areaOf = joinAreas(pairs, tones)
    const seams = new Seams(areaOf)
    for (const [unit, tone] of tones.entries()) seams.#tones.set(areaOf[unit] ?? -1, tone)
    const known = new Map<string | number, Seam>()
    for (const pair of pairs) seams.#add(pair, known)
    return seams
  }

  /** Whether an area can take on a similar color without an edge noticeably appearing or disappearing. */
  allows(area: number, tone: Tone): boolean {
    const change = this.#changeBy(area, tone)
    if (!change) return false
    for (const [other, length] of change.lost) {
      const outline = this.#outlines[other] ?? 0
      if (length > 0 && (this.#lost.get(other) ?? 0) + length > maxLost(outline)) return false
    }
    return true
  }

  /** Changes the color of an area. */
  paint(area: number, tone: Tone): void {
    const change = this.#changeBy(area, tone)
    for (const [other, length] of change?.lost ?? [])
      this.#lost.set(other, (this.#lost.get(other) ?? 0) + length)
    for (const seam of this.#byArea.get(area) ?? []) seam.isLost = change?.seams.has(seam) ?? false
    this.#tones.set(area, tone)
  }

  /** Returns the seams of an area that a new color makes invisible, and the added loss of each outline; null if that would be noticeable. */
  #changeBy(
    area: number,
    tone: Tone,
  ): { readonly seams: Set<Seam>; readonly lost: Map<number, number> } | null {
    const toneOf = (other: number) => (other === area ? tone : this.#tones.get(other))
    const seams = new Set<Seam>()
    const lost = new Map<number, number>()
    for (const seam of this.#byArea.get(area) ?? []) {
      const isLost = !isKept(seam, levelsOf(seam, toneOf))
      // Overlapping translucent shapes have many edges, all of them short, so their length does not matter.
      if (isLost && (seam.length > SHORT_EDGE || !seam.parts.every((part) => Math.abs(part) === 1)))
        return null
      if (isLost) seams.add(seam)
      if (isLost === seam.isLost) continue
      for (const each of seam.areas)
        lost.set(each, (lost.get(each) ?? 0) + (isLost ? seam.length : -seam.length))
    }
    return { seams, lost }
  }

  #add({ a, b, length }: Pair, known: Map<string | number, Seam>): void {
    // Fast path: most pairs are opaque, need no sums, and have a number as their key.
    const isPlain = isOpaque(a) && isOpaque(b)
    const difference = isPlain ? this.#opaqueDifference(a, b) : this.#difference(a, b)
    const { areas, parts } = difference
    const [first = 0, second = 0] = areas
    if (areas.length === 0 || (isPlain && first === second)) return
    for (const area of areas) this.#outlines[area] = (this.#outlines[area] ?? 0) + length
    const key = isPlain ? first * this.areaOf.length + second : `${areas.join()} ${parts.join()}`
    const same = known.get(key)
    if (same) {
      same.length += length
      return
    }
    const levels = levelsOf(difference, (area) => this.#tones.get(area))
    const seam = { ...difference, levels, length, isLost: false }
    known.set(key, seam)
    for (const area of areas) {
      const list = this.#byArea.get(area)
      if (list) list.push(seam)
      else this.#byArea.set(area, [seam])
    }
  }

  #opaqueDifference(a: Mix, b: Mix): Difference {
    const one = this.areaOf[a.units[0] ?? -1] ?? -1
    const other = this.areaOf[b.units[0] ?? -1] ?? -1
    return { areas: one < other ? [one, other] : [other, one], parts: OPAQUE_PARTS, backdrop: 0 }
  }

  #difference(a: Mix, b: Mix): Difference {
    const sums = new Map<number, number>()
    let backdrop = 0
    for (const [mix, sign] of [[a, 1] as const, [b, -1] as const]) {
      for (const [i, unit] of mix.units.entries()) {
        const area = this.areaOf[unit] ?? -1
        const part = sign * (mix.parts[i] ?? 0)
        sums.set(area, (sums.get(area) ?? 0) + part)
        backdrop -= part
      }
    }
    const left = [...sums]
      .filter(([, part]) => Math.abs(part) > EPSILON)
      .sort(([one], [other]) => one - other)
    // Normalize the sign, because the same two areas may be adjacent in either order.
    const sign = (left[0]?.[1] ?? 0) < 0 ? -1 : 1
    return {
      areas: left.map(([area]) => area),
      parts: left.map(([, part]) => sign * part),
      backdrop: sign * backdrop,
    }
  }
}

/** The weights for two opaque mixes. */
const OPAQUE_PARTS = [1, -1]

/** Whether one unit hides everything else. */
const isOpaque = ({ units, parts }: Mix): boolean => units.length === 1 && parts[0] === 1

/** Returns for each unit the first unit of its area: joins units of one color that are in adjacent mixes. */
function joinAreas(pairs: readonly Pair[], tones: readonly Tone[]): Int32Array {
  const parents = Int32Array.from(tones, (_, unit) => unit)
  const rootOf = (unit: number): number => {
    let root = unit
    while (parents[root] !== root) root = parents[root] ?? root
    for (let at = unit; at !== root; ) {
      const next = parents[at] ?? root
      parents[at] = root
      at = next
    }
    return root
  }
  for (const { a, b } of pairs) {
    for (const unit of a.units) {
      for (const other of b.units) {
        if (unit === other || tones[unit]?.hex !== tones[other]?.hex) continue
        const [one, two] = [rootOf(unit), rootOf(other)]
        parents[Math.max(one, two)] = Math.min(one, two)
      }
    }
  }
  return parents.map((_, unit) => rootOf(unit))
}

type ToneOf = (area: number) => Tone | undefined

/** Red, green and blue of a difference. */
type Levels = readonly [red: number, green: number, blue: number]

function levelsOf({ areas, parts, backdrop }: Difference, toneOf: ToneOf): Levels {
  let [red, green, blue] = [backdrop * WHITE, backdrop * WHITE, backdrop * WHITE]
  for (const [i, area] of areas.entries()) {
    const part = parts[i] ?? 0
    const rgb = toneOf(area)?.rgb
    red += part * (rgb?.[0] ?? 0)
    green += part * (rgb?.[1] ?? 0)
    blue += part * (rgb?.[2] ?? 0)
  }
  return [red, green, blue]
}

/** Whether a visible edge stays visible, with the same lighter side if it is long, and an invisible edge stays invisible. */
function isKept({ levels, length }: Seam, after: Levels): boolean {
  if (differs(after) !== differs(levels)) return false
  return length <= LONG_EDGE || !differs(after) || dot(levels, after) > 0
}

/** Whether a difference is visible. Rounded, because levels on a screen are whole numbers. */
const differs = (levels: Levels): boolean => levels.some((level) => Math.abs(level) > SAME_LEVELS + 0.5)

const dot = (a: Levels, b: Levels): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
