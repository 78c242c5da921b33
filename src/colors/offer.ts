import type { BrandColor } from '../protocol/colors'
import type { Hex } from './hex'
import { fits, type UsedColor } from './match'
import { labDistance, toLab } from './oklab'

/** A group of the file's colors in the color picker. */
export interface Section {
  /** `nearest`, or the variable collection or style folder of the colors. */
  readonly of: 'nearest' | Pick<BrandColor, 'kind' | 'group' | 'remote' | 'mode'>
  readonly colors: readonly BrandColor[]
}

/** Number of nearest colors to show first, as a shortcut. */
const NEAREST_COUNT = 4

/**
 * Returns the file's colors that can replace `replaced`: first the nearest ones (OKLab), then all of them by collection and
 * folder in the file's order, those of this file before those from libraries. A search keeps only colors with all its words in
 * their name, group or hex. There is no `nearest` section during a search, or without a color to replace (`replaced` null).
 */
export function offer(
  candidates: readonly BrandColor[],
  replaced: UsedColor | null,
  search: string,
): Section[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = candidates.filter((candidate) => {
    const text = `${candidate.group} ${candidate.name} ${candidate.hex}`.toLowerCase()
    return (!replaced || fits(candidate, replaced.uses)) && wanted.every((word) => text.includes(word))
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
  if (!replaced || wanted.length > 0 || fitting.length <= NEAREST_COUNT) return sections
  return [{ of: 'nearest', colors: nearest(fitting, replaced.color) }, ...sections]
}

function nearest(candidates: readonly BrandColor[], color: Hex): BrandColor[] {
  const lab = toLab(color)
  return candidates
    .map((candidate) => ({ candidate, distance: labDistance(lab, toLab(candidate.hex)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST_COUNT)
    .map(({ candidate }) => candidate)
}
