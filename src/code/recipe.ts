import { Recipe } from '../protocol/recipe'

/** The one key of the plugin on a layer. */
const KEY = 'inkwright.recipe'

/** What `setPluginData` takes for one key, in bytes (typings). */
const LIMIT = 100_000

/** Writes the recipe onto the layer. A prompt has at most 1,000 characters, so that it always fits. */
export function stamp(layer: PluginDataMixin, recipe: Recipe): void {
  const text = JSON.stringify(recipe)
  if (text.length * 3 > LIMIT) throw new Error('the recipe is larger than a layer can hold')
  layer.setPluginData(KEY, text)
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
