import { boundsOf } from '../coverage/bounds'
import { FULL, TOUCHED } from '../coverage/cell-bits'
import { gridOf } from '../coverage/grid'
import { Mask } from '../coverage/mask'
import { WindingReader } from '../coverage/winding'
import { reversePath } from '../layers/merge'
import { joinPaths } from '../path/join'
import type { Path } from '../path/path'
import { subpaths } from '../write/subpaths'
import { type Area, subtract, unite } from './boolean'
import { CutCheck } from './check'
import { isTooComplex } from './too-complex'

/** Cells along the longer side: about the pixels of a rendered picture. */
const CELLS = 1024

/** Scan lines and tolerance for winding numbers, as for merging. */
const LINES = 4096
const TOLERANCE = 40_960

/** Why a hole was not cut: it is on a stroke or a group, the shapes are too large, or the result would look different. */
export type LeftReason = 'stroke' | 'group' | 'size' | 'difference'

export interface Cut {
  /** The area without its holes, for fill rule `nonzero`. Empty if nothing is left. */
  readonly path: Path
  /** Reasons by index of the holes that could not be cut. */
  readonly left: ReadonlyMap<number, LeftReason>
}

/** Cuts holes out of the areas of one drawing. */
export class Cutter {
  readonly #mask: Mask
  readonly #check: CutCheck
  readonly #reader: WindingReader
  readonly #full: Uint8Array
  readonly #owners: Int32Array
  readonly #isLate: () => boolean

  /** Sizes in px. Once `isLate` returns true, the library is no longer called. */
  constructor(width: number, height: number, isLate: () => boolean) {
    this.#mask = new Mask(gridOf(width, height, CELLS))
    this.#check = new CutCheck(this.#mask)
    const side = Math.max(width, height)
    this.#reader = new WindingReader(height, side / LINES, side / TOLERANCE)
    const { columns, rows } = this.#mask.grid
    this.#full = new Uint8Array(columns * rows)
    this.#owners = new Int32Array(columns * rows).fill(-1)
    this.#isLate = isLate
  }

  /** Cuts holes, given by index, out of an area. */
  cut(area: Area, holes: ReadonlyMap<number, Area>): Cut {
    const groups = this.#group(area, holes)
    const all = this.#cutGroups(area, groups)
    if (all.path && this.#check.isCut(area, [...holes.values()], all.path))
      return { path: all.path, left: new Map() }
    // Otherwise one group at a time, to find those that fail.
    let current = area
    const left = new Map<number, LeftReason>()
    for (const group of groups) {
      const { path, reason } = this.#cutGroups(current, [group])
      const areas = [...group.holes.values()]
      if (path && this.#check.isCut(current, areas, path)) current = { path, fillRule: 'nonzero' }
      else for (const index of group.holes.keys()) left.set(index, reason)
    }
    return { path: current.path, left }
  }

  /** Groups holes that touch each other. */
  #group(area: Area, holes: ReadonlyMap<number, Area>): Group[] {
    const full = this.#full
    const owners = this.#owners
    const { starts, ends, bits } = this.#mask
    const visit = ({ path, fillRule }: Area, each: (bits: number, start: number, end: number) => void) => {
      const count = this.#mask.cover(path, fillRule)
      for (let i = 0; i < count; i += 1) each(bits[i] ?? 0, starts[i] ?? 0, ends[i] ?? 0)
    }
    visit(area, (bit, start, end) => {
      if ((bit & FULL) !== 0) full.fill(1, start, end)
    })
    const groups = new Map<number, Group>()
    for (const [index, hole] of holes) {
      const own: Group = { holes: new Map([[index, hole]]), isInside: true }
      visit(hole, (bit, start, end) => {
        for (let cell = start; cell < end; cell += 1) {
          const other = groups.get(owners[cell] ?? -1)
          if (other && other !== own) {
            for (const [member, one] of other.holes) {
              own.holes.set(member, one)
              groups.set(member, own)
            }
            own.isInside &&= other.isInside
          }
          if ((bit & TOUCHED) === 0) continue
          owners[cell] = index
          if (full[cell] === 0) own.isInside = false
        }
      })
      groups.set(index, own)
    }
    for (const hole of holes.values()) visit(hole, (_, start, end) => owners.fill(-1, start, end))
    visit(area, (_, start, end) => full.fill(0, start, end))
    return [...new Set(groups.values())]
  }

  /** Cuts all groups out of an area. Holes inside it become subpaths; the others are subtracted. */
  #cutGroups(
    area: Area,
    groups: readonly Group[],
  ): { readonly path: Path | null; readonly reason: LeftReason } {
    const sign = this.#signOf(area.path)
    const hollows: Path[] = []
    const others: Area[] = []
    for (const { isInside, holes } of groups) {
      const areas = [...holes.values()]
      const hole = isInside && sign !== 0 ? this.#hollow(areas, sign) : null
      if (hole) hollows.push(hole)
      else others.push(...areas)
    }
    if (others.length === 0) return { path: joinPaths([area.path, ...hollows]), reason: 'difference' }
    const { near, far } = sign === 0 ? { near: area.path, far: [] } : apart(area.path, others)
    const base = { path: near, fillRule: area.fillRule }
    if (this.#isLate() || isTooComplex([base, ...others])) return { path: null, reason: 'size' }
    const path = subtract(base, this.#joined(others))
    if (!path) return { path: null, reason: 'difference' }
    const kept = [...far, ...hollows]
    const isTurned = kept.length > 0 && path.commands.length > 0 && this.#signOf(path) !== sign
    return { path: joinPaths([path, ...(isTurned ? kept.map(reversePath) : kept)]), reason: 'difference' }
  }

  /** Joins areas with simple winding into one, because the library gets slower with the number of areas. */
  #joined(areas: readonly Area[]): Area[] {
    const simple: Path[] = []
    const others: Area[] = []
    for (const area of areas) {
      const sign = this.#signOf(area.path)
      if (sign === 0) others.push(area)
      else simple.push(sign === 1 ? area.path : reversePath(area.path))
    }
    return simple.length > 0 ? [{ path: joinPaths(simple), fillRule: 'nonzero' }, ...others] : others
  }

  /** Returns the outline of holes with winding opposite to `sign`. Null if that fails. */
  #hollow(areas: readonly Area[], sign: 1 | -1): Path | null {
    const [first] = areas
    const isOne = areas.length === 1
    if (!isOne && (this.#isLate() || isTooComplex(areas))) return null
    const path = isOne ? first?.path : unite(this.#joined(areas))
    const own = path ? this.#signOf(path) : 0
    if (!path || own === 0) return null
    return own === sign ? reversePath(path) : path
  }

  /** Returns the winding number if it is 1 or -1 in the whole filled area; otherwise 0. */
  #signOf(path: Path): 1 | -1 | 0 {
    const winding = this.#reader.read(path)
    return winding?.single && winding.spots.length === 0 ? winding.sign : 0
  }
}

interface Group {
  readonly holes: Map<number, Area>
  /** Whether all holes are inside the area and do not touch its edge. */
  isInside: boolean
}

/** Separates the subpaths that are not near any hole, because they stay unchanged. Only valid for areas with simple winding. */
function apart(path: Path, holes: readonly Area[]): { readonly near: Path; readonly far: readonly Path[] } {
  const boxes = holes.map((hole) => boundsOf(hole.path))
  const near: Path[] = []
  const far: Path[] = []
  for (const part of subpaths(path)) {
    const { left, right, top, bottom } = boundsOf(part)
    const meets = boxes.some(
      (box) => box.left <= right && box.right >= left && box.top <= bottom && box.bottom >= top,
    )
    ;(meets ? near : far).push(part)
  }
  return { near: joinPaths(near), far }
}
