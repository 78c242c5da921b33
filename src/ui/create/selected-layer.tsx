import type { Selection } from '../../protocol/contract'
import type { Recipe } from '../../protocol/recipe'
import { strings } from '../../strings'
import { Button } from '../parts/button'

interface SelectedLayerProps {
  /** What is selected on the canvas, where it is one layer. */
  readonly layer: Selection['layer']
  readonly onRecolor: () => void
  readonly onReuse: (recipe: Recipe, layer: string) => void
}

/** An Inkwright image that is selected on the canvas: reuse its prompt, or recolor it. */
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
