import type { Editor, Selection } from '../protocol/contract'
import { readScene } from './placement/read-scene'
import { holdsPictures, obstacleToReplace } from './placement/rules'
import { recipeOf } from './recipe'

/** What is selected, as far as it concerns a picture. */
export function readSelection(figma: PluginAPI): Selection {
  const editor = figma.editorType as Editor
  const { selection } = figma.currentPage
  const count = selection.length
  const [layer] = selection
  if (!layer || count > 1) return { editor, count, layer: null }
  const spot = readScene(figma).spotOf(layer)
  const { width, height } = spot.size
  return {
    editor,
    count,
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
