import type { ReadonlySignal } from '@preact/signals'
import type { Selection } from '../../protocol/contract'
import type { Recipe } from '../../protocol/recipe'
import { strings } from '../../strings'
import { Button } from '../parts/button'

interface SelectedLayerProps {
  readonly selection: ReadonlySignal<Selection>
  readonly onRecolor: () => void
  readonly onReuse: (recipe: Recipe, layer: string) => void
}

/** What is selected on the canvas: the way to its colors, and back to the prompt where it is an image of ours. */
export function SelectedLayer({ selection, onRecolor, onReuse }: SelectedLayerProps) {
  const { count, layer } = selection.value
  if (count === 0) return null
  const recipe = layer?.recipe ?? null
  return (
    <section class="hint" aria-label={recipe ? strings.recipe.heading : strings.selectionHeading}>
      <div class="grow">
        <p class="ellipsis" title={recipe?.prompt}>
          {recipe?.prompt ?? strings.selection(selection.value)}
        </p>
        {recipe && <p class="quiet">{strings.recipe.facts(recipe)}</p>}
      </div>
      {recipe && layer && (
        <Button secondary onClick={() => onReuse(recipe, layer.id)}>
          {strings.recipe.reuse}
        </Button>
      )}
      <Button secondary onClick={onRecolor}>
        {strings.recolor.open}
      </Button>
    </section>
  )
}
