import type { Editor, Selection } from '../protocol/contract'
import { readScene } from './placement/read-scene'
import { holdsPictures, replaceBlocker } from './placement/rules'
import { recipeOf } from './recipe'

/** Reads the facts about the selection that matter for inserting a picture. */
export function readSelection(figma: PluginAPI): Selection {
  const editor = figma.editorType as Editor
  const { selection } = figma.currentPage
  const count = selection.length
  const [layer] = selection
  if (!layer || count > 1) return { editor, count, layer: null }
  const snapshot = readScene(figma).snapshotOf(layer)
  const { width, height } = snapshot.size
  return {
    editor,
    count,
    layer: {
      id: layer.id,
      name: layer.name,
      width,
      height,
      isContainer: holdsPictures(snapshot),
      isReplaceable: replaceBlocker(snapshot) === null,
      recipe: recipeOf(layer),
    },
  }
}
