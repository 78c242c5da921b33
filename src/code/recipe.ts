import { Recipe } from '../protocol/recipe'

/** The plugin's only key on a layer. Must never change. */
const KEY = 'inkwright.recipe'

/**
 * Writes the recipe to the layer. It always fits: at most 12,000 characters of at most 6 bytes each in JSON, and a key may hold
 * 100,000 bytes (typings).
 */
export function writeRecipe(layer: PluginDataMixin, recipe: Recipe): void {
  layer.setPluginData(KEY, JSON.stringify(recipe))
}

/** Reads the recipe of a layer; null if there is none, or this version cannot read it. */
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

/** Whether the layer is one of our own pictures, from any version. */
export const isPicture = (layer: PluginDataMixin): boolean => layer.getPluginData(KEY) !== ''
