import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Selection } from '../../protocol/contract'

/** Where images can go: into the selected container, next to what is selected, or onto the page in view. */
export type Place = Selection['places'][number]['place']

/** What the Insert bar offers. */
export interface InsertPlan {
  /** The place that the user chose, if it is possible; `auto`: the placement rules decide. */
  readonly place: Place | 'auto'
  /** Where the images go. */
  readonly target: Selection['target']
  /** Whether Replace is most likely what the user wants. */
  readonly prefersReplace: boolean
}

/**
 * Returns what the bar offers for a selection. `chosen`: the place that the user chose. `source`: the layer whose prompt is in the form.
 */
function planInsert(selection: Selection, chosen: Place | null, source: string | null): InsertPlan {
  const { layer, places } = selection
  const own = places.find(({ place }) => place === chosen)
  return {
    place: own?.place ?? 'auto',
    target: own?.target ?? selection.target,
    prefersReplace: layer?.isReplaceable === true && (layer.recipe !== null || layer.id === source),
  }
}

/** Where the next images go on the canvas. */
export function createInsertPlanStore(selection: ReadonlySignal<Selection>) {
  /** The user's choice, until the selection on the canvas changes. */
  const place = signal<Place | null>(null)
  /** The layer whose prompt is in the form. */
  const source = signal<string | null>(null)
  const selectedLayer = computed(() => `${selection.value.count} ${selection.value.layer?.id}`)
  effect(() => {
    void selectedLayer.value
    place.value = null
  })
  return { place, source, plan: computed(() => planInsert(selection.value, place.value, source.value)) }
}
