import type { Selection } from '../../protocol/contract'
import type { Recipe } from '../../protocol/recipe'
import { strings } from '../../strings'
import { Button } from '../parts/button'

interface SelectedLayerProps {
  /** The layer that is selected on the canvas, if it is a single one. */
  readonly layer: Selection['layer']
  readonly onRecolor: () => void
  readonly onReuse: (recipe: Recipe, layer: string) => void
}

/** Shows the Inkwright image that is selected on the canvas, to reuse its prompt or to recolor it. */
export function SelectedLayer({ layer, onRecolor, onReuse }: SelectedLayerProps) {
  if (!layer?.recipe) return null
  const { recipe } = layer
  return (
    <section class="hint below" aria-label={strings.recipe.heading}>
      <div class="grow">
        <p class="ellipsis" title={recipe.prompt}>
          {recipe.prompt}
        </p>
        <p class="quiet">{strings.recipe.facts(recipe)}</p>
      </div>
      {recipe.origin === undefined && (
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
