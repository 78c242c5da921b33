import type { Recipe } from '../../protocol/recipe'
import { strings } from '../../strings'
import { Button } from '../parts/button'

interface RecipeCardProps {
  readonly recipe: Recipe
  readonly onReuse: (recipe: Recipe) => void
}

/** How the selected picture came to be. */
export function RecipeCard({ recipe, onReuse }: RecipeCardProps) {
  return (
    <section class="recipe" aria-label={strings.recipe.heading}>
      <div class="result-facts">
        <span title={recipe.prompt}>{recipe.prompt}</span>
        <span class="secondary">{strings.recipe.facts(recipe)}</span>
      </div>
      <Button secondary onClick={() => onReuse(recipe)}>
        {strings.recipe.reuse}
      </Button>
    </section>
  )
}
