import type { PlaceChoice, Selection, Target } from '../protocol/contract'
import type { Size } from './placement/boxes'
import type { ReadScene } from './placement/read-scene'
import { reducedScene, TYPICAL_SIZE, withAnEmptyPage } from './placement/reduced-scene'
import { place } from './placement/rules'
import type { Place, Scene } from './placement/snapshots'

/** With more selected layers, the one that pictures would go beside is not determined, because that would read all of them. */
const MANY = 300

/**
 * Returns where pictures of these sizes would go now, and the places to choose from. Without sizes, returns where one would go without
 * obstacles, which does not require reading layers that are not selected.
 */
export function targetsOf(
  figma: PluginAPI,
  read: ReadScene,
  sizes: readonly Size[],
): Pick<Selection, 'target' | 'places'> {
  const { selection } = figma.currentPage
  const isReduced = sizes.length === 0 || selection.length > MANY
  const scene = isReduced ? reducedScene(figma, read) : withAnEmptyPage(read.scene)
  const all = sizes.length === 0 ? [TYPICAL_SIZE] : sizes
  const target = ({ rule, by }: Pick<Place, 'rule' | 'by'>): Target => {
    const isUnknown = rule === 'beside' && isReduced && selection.length > 2
    return { kind: KINDS[rule], name: isUnknown ? null : read.layerOf(by).name }
  }
  // Needs no other layers, which only affect where on the page the pictures go.
  const { slide, page } = read.scene
  const surface = target(slide ? { rule: 'inside', by: slide } : { rule: 'view', by: page })
  const onPage = { place: 'page' as const, target: surface }
  if (selection.length === 0) return { target: surface, places: [onPage] }
  const choices: Choice[] = selection.length === 1 ? ['inside', 'beside'] : ['beside']
  const places = choices
    .map((choice) => ({ choice, where: place(scene, all, choice) }))
    .filter(({ choice, where }) => isWhatItSays(where, choice, scene))
    .map(({ choice, where }) => ({ place: choice, target: target(where) }))
  return { target: target(place(scene, all)), places: [...places, onPage] }
}

const KINDS = {
  inside: 'inside',
  appended: 'inside',
  point: 'inside',
  beside: 'beside',
  view: 'view',
} as const

type Choice = Exclude<PlaceChoice, 'auto' | 'page'>

/** Whether the pictures would really go to the chosen place, and not elsewhere because it is impossible. */
function isWhatItSays({ rule, by }: Place, choice: Choice, { selection }: Scene): boolean {
  if (choice === 'beside') return rule === 'beside'
  return KINDS[rule] === 'inside' && by.id === selection[0]?.id
}
