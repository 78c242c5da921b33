import { Recipe } from '../protocol/recipe'

/** The one key of the plugin on a layer. */
const KEY = 'inkwright.recipe'

/**
 * Writes the recipe onto the layer. It always fits: at most 12,000 characters, of at most 6 bytes each in JSON, where a key takes
 * 100,000 bytes (typings).
 */
export function writeRecipe(layer: PluginDataMixin, recipe: Recipe): void {
  layer.setPluginData(KEY, JSON.stringify(recipe))
}

/** The recipe that the layer carries; null where there is none, or none that this version can read. */
export function recipeOf(layer: PluginDataMixin): Recipe | null {
  const text = layer.getPluginData(KEY)
  if (text === '') return null
  try {
    const parsed = Recipe.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Whether the layer is one of our own pictures, of whatever version. */
export const isPicture = (layer: PluginDataMixin): boolean => layer.getPluginData(KEY) !== ''
