import type { Editor, Selection } from '../protocol/contract'
import { obstacleToReplace } from './insert/put'
import { readScene } from './placement/read-scene'
import { holdsPictures } from './placement/rules'
import { recipeOf } from './recipe'

/** What is selected, as far as it concerns a picture. */
export function readSelection(figma: PluginAPI): Selection {
  const editor = figma.editorType as Editor
  const [layer, ...more] = figma.currentPage.selection
  if (!layer || more.length > 0) return { editor, layer: null }
  const spot = readScene(figma).spotOf(layer)
  const { width, height } = spot.size
  return {
    editor,
    layer: {
      id: layer.id,
      name: layer.name,
      width,
      height,
      isContainer: holdsPictures(spot),
      isReplaceable: obstacleToReplace(spot) === null,
      recipe: recipeOf(layer),
    },
  }
}
