import type { Editor, Selection } from '../protocol/contract'
import { looksCleanable } from './clean-up/cleanable'
import type { Size } from './placement/boxes'
import { type ReadScene, readScene } from './placement/read-scene'
import { holdsPictures, replaceBlocker } from './placement/rules'
import { recipeOf } from './recipe'
import { targetsOf } from './targets'

/** If more layers are selected, only this many are checked on each selection change. */
const MANY = 300

/** Reads the facts about the selection that matter for inserting pictures of these sizes. */
export function readSelection(figma: PluginAPI, sizes: readonly Size[]): Selection {
  const { selection } = figma.currentPage
  const read = readScene(figma)
  const [layer] = selection
  return {
    editor: figma.editorType as Editor,
    count: selection.length,
    cleanable: selection.slice(0, MANY).filter(looksCleanable).length,
    ...targetsOf(figma, read, sizes),
    layer: layer && selection.length === 1 ? describe(layer, read) : null,
  }
}

function describe(layer: SceneNode, { snapshotOf }: ReadScene): Selection['layer'] {
  const snapshot = snapshotOf(layer)
  const { id, size } = snapshot
  const { width, height } = size
  return {
    id,
    name: layer.name,
    width,
    height,
    isContainer: holdsPictures(snapshot),
    isReplaceable: replaceBlocker(snapshot) === null,
    recipe: recipeOf(layer),
  }
}
