import type { Drawing } from '../drawing'
import { adjacenciesOf } from './adjacencies'
import { SAME_LEVELS, type Tone } from './alike'
import type { Mix } from './mixes'
import type { Units } from './units'
import { visibleMixesOf } from './visible-mixes'

/** Each channel of the backdrop: white, as most pages are. */
const WHITE = 255

/** Along an edge of more cells it is visible which side is lighter: the steps of a ramp must keep their order. */
const LONG = 128

/** Mixes that meet, and along how many cells. */
interface Pair {
  readonly a: Mix
  readonly b: Mix
  readonly length: number
}

/** Parts that come to less are rounding. */
const TINY = 1e-6

/** An edge of more cells is visible, however large the shapes are that meet in it: a 48th of the longer side of the picture. */
const SHORT = 16

/**
 * How many cells of its outline an area may lose to areas of a color that is alike, over all its short edges. Shapes that were traced
 * touch at corners and along slivers: a tenth of the outline. Of a small shape more, but not a side of a tile: it has a quarter of the
 * outline, or a little less, as a cell counts as a whole.
 */
const mayLose = (outline: number): number => Math.max(0.1 * outline, Math.min(SHORT, 0.2 * outline))

/** Two mixes that meet somewhere, as their difference: the sum of these parts of these areas, and of the ground. */
interface Difference {
  readonly areas: readonly number[]
  readonly parts: readonly number[]
  readonly ground: number
}

interface Seam extends Difference {
  /** What it comes to in the drawing. */
  readonly levels: Levels
  /** In cells. */
  length: number
  isLost: boolean
}

/**
 * The visible edges of a drawing, and what happens to them when areas change color. An area is all units of one
 * color that meet: it can change only as a whole, as no edge is visible within it.
 */
export class Seams {
  /** For each unit the number of its area. Hidden units have one of their own. */
  readonly areaOf: Int32Array
  /** For each area the seams that it has a part in. */
  readonly #byArea = new Map<number, Seam[]>()
  /** For each area how long its edges are, in cells. */
  readonly #outlines: Float64Array
  /** For each area how much of its edges is lost by now, in cells. */
  readonly #lost = new Map<number, number>()
  /** For each area its color as it is by now. */
  readonly #tones = new Map<number, Tone>()

  private constructor(areaOf: Int32Array) {
    this.areaOf = areaOf
    this.#outlines = new Float64Array(areaOf.length)
  }

  /** `tones`: of each unit. Null where the drawing is too complex. */
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

  /** Whether an area can take on a color that is alike without a noticeable edge appearing or disappearing. */
  allows(area: number, tone: Tone): boolean {
    const change = this.#changeBy(area, tone)
    if (!change) return false
    for (const [other, length] of change.lost) {
      const outline = this.#outlines[other] ?? 0
      if (length > 0 && (this.#lost.get(other) ?? 0) + length > mayLose(outline)) return false
    }
    return true
  }

  /** The area has this color from now on. */
  paint(area: number, tone: Tone): void {
    const change = this.#changeBy(area, tone)
    for (const [other, length] of change?.lost ?? [])
      this.#lost.set(other, (this.#lost.get(other) ?? 0) + length)
    for (const seam of this.#byArea.get(area) ?? []) seam.isLost = change?.seams.has(seam) ?? false
    this.#tones.set(area, tone)
  }

  /** Which seams of an area are lost by a color, and how much more of each outline that is; null where an edge would be missed. */
  #changeBy(
    area: number,
    tone: Tone,
  ): { readonly seams: Set<Seam>; readonly lost: Map<number, number> } | null {
    const toneOf = (other: number) => (other === area ? tone : this.#tones.get(other))
    const seams = new Set<Seam>()
    const lost = new Map<number, number>()
    for (const seam of this.#byArea.get(area) ?? []) {
      const isLost = !isKept(seam, levelsOf(seam, toneOf))
      // Where translucent shapes lie on each other, all edges are short, and many.
      if (isLost && (seam.length > SHORT || !seam.parts.every((part) => Math.abs(part) === 1))) return null
      if (isLost) seams.add(seam)
      if (isLost === seam.isLost) continue
      for (const each of seam.areas)
        lost.set(each, (lost.get(each) ?? 0) + (isLost ? seam.length : -seam.length))
    }
    return { seams, lost }
  }

  #add({ a, b, length }: Pair, known: Map<string | number, Seam>): void {
    // Most pairs are opaque ones: they need no sums, and numbers are found faster than texts.
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
    return { areas: one < other ? [one, other] : [other, one], parts: OPAQUE_PARTS, ground: 0 }
  }

  #difference(a: Mix, b: Mix): Difference {
    const sums = new Map<number, number>()
    let ground = 0
    for (const [mix, sign] of [[a, 1] as const, [b, -1] as const]) {
      for (const [i, unit] of mix.units.entries()) {
        const area = this.areaOf[unit] ?? -1
        const part = sign * (mix.parts[i] ?? 0)
        sums.set(area, (sums.get(area) ?? 0) + part)
        ground -= part
      }
    }
    const left = [...sums].filter(([, part]) => Math.abs(part) > TINY).sort(([one], [other]) => one - other)
    // The same two areas may meet either way round.
    const sign = (left[0]?.[1] ?? 0) < 0 ? -1 : 1
    return {
      areas: left.map(([area]) => area),
      parts: left.map(([, part]) => sign * part),
      ground: sign * ground,
    }
  }
}

/** Of the areas of two opaque mixes. */
const OPAQUE_PARTS = [1, -1]

/** One unit hides all else. */
const isOpaque = ({ units, parts }: Mix): boolean => units.length === 1 && parts[0] === 1

/** For each unit the first one of its area: units of one color that are both in a pair of mixes that meet. */
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

function levelsOf({ areas, parts, ground }: Difference, toneOf: ToneOf): Levels {
  let [red, green, blue] = [ground * WHITE, ground * WHITE, ground * WHITE]
  for (const [i, area] of areas.entries()) {
    const part = parts[i] ?? 0
    const rgb = toneOf(area)?.rgb
    red += part * (rgb?.[0] ?? 0)
    green += part * (rgb?.[1] ?? 0)
    blue += part * (rgb?.[2] ?? 0)
  }
  return [red, green, blue]
}

/** A visible edge stays visible; a long one also keeps its lighter side. An invisible edge stays invisible. */
function isKept({ levels, length }: Seam, after: Levels): boolean {
  if (differs(after) !== differs(levels)) return false
  return length <= LONG || !differs(after) || dot(levels, after) > 0
}

/** Whether a difference is visible. Levels on a screen are whole numbers. */
const differs = (levels: Levels): boolean => levels.some((level) => Math.abs(level) > SAME_LEVELS + 0.5)

const dot = (a: Levels, b: Levels): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
