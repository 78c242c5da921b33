import type { ReadonlySignal } from '@preact/signals'
import type { Selection } from '../../protocol/contract'
import type { Recipe } from '../../protocol/recipe'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { RecipeCard } from './recipe-card'

interface SelectedLayersProps {
  readonly selection: ReadonlySignal<Selection>
  readonly onRecolor: () => void
  readonly onReuse: (recipe: Recipe) => void
}

/** What is selected on the canvas, the way to its colors, and how it came to be where it is a picture of ours. */
export function SelectedLayers({ selection, onRecolor, onReuse }: SelectedLayersProps) {
  const { count, layer } = selection.value
  return (
    <>
      {count > 0 && (
        <div class="selection">
          <span class="selection-name">{strings.selection(selection.value)}</span>
          <Button secondary onClick={onRecolor}>
            {strings.recolor.open}
          </Button>
        </div>
      )}
      {layer?.recipe && <RecipeCard recipe={layer.recipe} onReuse={onReuse} />}
    </>
  )
}
