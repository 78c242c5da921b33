import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
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
    prefersReplace: layer?.isReplaceable === true && (layer.recipe !== null || layer.id === source),
  }
}

export type InsertPlanStore = ReturnType<typeof createInsertPlanStore>

/** Where the next images go on the canvas. */
export function createInsertPlanStore(selection: ReadonlySignal<Selection>) {
  /** Where the user wants them, until something else is selected on the canvas. */
  const place = signal<Place | null>(null)
  /** The layer whose prompt the form was filled with. */
  const source = signal<string | null>(null)
  const selectedLayer = computed(() => `${selection.value.count} ${selection.value.layer?.id}`)
  effect(() => {
    void selectedLayer.value
    place.value = null
  })
  return { place, source, plan: computed(() => planInsert(selection.value, place.value, source.value)) }
}
