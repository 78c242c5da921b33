import type { BrandColor } from '../protocol/colors'
import type { Hex } from './hex'
import { fits, type UsedColor } from './match'
import { labDistance, toLab } from './oklab'

/** Colors of the file that stand together in the picker. */
export interface Section {
  /** `nearest`, or where they belong: a collection of variables, or a folder of styles. */
  readonly of: 'nearest' | Pick<BrandColor, 'kind' | 'group' | 'remote' | 'mode'>
  readonly colors: readonly BrandColor[]
}

/** So many stand in front, as a shortcut. */
const NEAREST = 4

/**
 * The colors of the file that may take a color's place: the nearest (OKLab) in front, then all of them by collection and
 * folder, in the file's order, this file's own before those of libraries. With a search only those that hold all its words,
 * in their name, their group or as their hex, and none in front; nor where they take the place of none (`wish` null).
 */
export function offer(candidates: readonly BrandColor[], wish: UsedColor | null, search: string): Section[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = candidates.filter((candidate) => {
    const text = `${candidate.group} ${candidate.name} ${candidate.hex}`.toLowerCase()
    return (!wish || fits(candidate, wish.uses)) && wanted.every((word) => text.includes(word))
  })
  const groups = new Map<string, BrandColor[]>()
  for (const candidate of fitting) {
    const key = `${candidate.remote} ${candidate.kind} ${candidate.group}`
    const group = groups.get(key)
    if (group) group.push(candidate)
    else groups.set(key, [candidate])
  }
  const sections = [...groups.values()].flatMap((colors): Section[] =>
    colors[0] ? [{ of: colors[0], colors }] : [],
  )
  const isRemote = ({ of }: Section) => of !== 'nearest' && of.remote
  sections.sort((a, b) => Number(isRemote(a)) - Number(isRemote(b)))
  if (!wish || wanted.length > 0 || fitting.length <= NEAREST) return sections
  return [{ of: 'nearest', colors: nearest(fitting, wish.color) }, ...sections]
}

function nearest(candidates: readonly BrandColor[], color: Hex): BrandColor[] {
  const lab = toLab(color)
  return candidates
    .map((candidate) => ({ candidate, distance: labDistance(lab, toLab(candidate.hex)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST)
    .map(({ candidate }) => candidate)
}
