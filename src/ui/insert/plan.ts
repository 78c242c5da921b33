import type { Selection } from '../../protocol/contract'

/** Where images can go: into the selected container, beside the selected layer, or onto the page in view. */
export type Place = 'inside' | 'beside' | 'page'

/** What the Insert bar offers. */
export interface InsertPlan {
  readonly target: Place
  /** Replace is what the user most likely wants. */
  readonly prefersReplace: boolean
}

/** The places that make sense for what is selected, the usual one first. */
export function placesFor({ layer, count }: Selection): readonly Place[] {
  if (layer?.isContainer) return ['inside', 'beside', 'page']
  return layer || count > 0 ? ['beside', 'page'] : ['page']
}

/**
 * What the bar offers for a selection. `chosen`: the place that the user took. `source`: the layer whose prompt the form was
 * filled with.
 */
export function planInsert(selection: Selection, chosen: Place | null, source: string | null): InsertPlan {
  const places = placesFor(selection)
  const { layer } = selection
  return {
    target: chosen !== null && places.includes(chosen) ? chosen : (places[0] ?? 'page'),
    prefersReplace:
      layer !== null && layer.isReplaceable && (layer.recipe !== null || layer.id === source),
  }
}
