import type { PlaceChoice, Selection, Target } from '../protocol/contract'
import type { Size } from './placement/boxes'
import { atAGlance, USUAL, withAnEmptyPage } from './placement/glance'
import type { ReadScene } from './placement/read-scene'
import { place } from './placement/rules'
import type { Place, Scene } from './placement/snapshots'

/** Of more selected layers than this, it is not looked for the one that pictures would go beside: all of them would have to be read. */
const MANY = 300

/**
 * Where pictures of these sizes go now, and which places there are to choose from. Without sizes: where one would go if nothing were in its
 * way, which is told without reading what is not selected.
 */
export function targetsOf(
  figma: PluginAPI,
  read: ReadScene,
  sizes: readonly Size[],
): Pick<Selection, 'target' | 'places'> {
  const { selection } = figma.currentPage
  const isGlance = sizes.length === 0 || selection.length > MANY
  const scene = isGlance ? atAGlance(figma, read) : withAnEmptyPage(read.scene)
  const all = sizes.length === 0 ? [USUAL] : sizes
  const target = ({ rule, by }: Pick<Place, 'rule' | 'by'>): Target => {
    const isUnknown = rule === 'beside' && isGlance && selection.length > 2
    return { kind: KINDS[rule], name: isUnknown ? null : read.layerOf(by).name }
  }
  // Told without reading what lies there: that says only where on it they go.
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

/** Whether pictures would go where the choice says, and not elsewhere because that cannot be. */
function isWhatItSays({ rule, by }: Place, choice: Choice, { selection }: Scene): boolean {
  if (choice === 'beside') return rule === 'beside'
  return KINDS[rule] === 'inside' && by.id === selection[0]?.id
}
