import { describe } from '../../protocol/channel'
import type { CreatedVariables, NamedPalette } from '../../protocol/colors'
import { rgbOf } from './paints'
import { canCreateVariables } from './read'

/**
 * Makes a collection with a color variable for each entry, as one undo step. Names that are taken get a number. Where the editor
 * or its plan refuses, nothing stays.
 */
export async function createVariables(
  figma: PluginAPI,
  { name, entries }: NamedPalette,
): Promise<CreatedVariables> {
  if (!canCreateVariables(figma)) return { collection: null, variables: 0 }
  const collections = await figma.variables.getLocalVariableCollectionsAsync()
  const isNew = uniquely(collections.map((collection) => collection.name))
  let collection: VariableCollection | null = null
  try {
    collection = figma.variables.createVariableCollection(isNew(name.trim() || 'Colors'))
    const { defaultModeId } = collection
    const ownName = uniquely([])
    for (const entry of entries) {
      const wanted = allowed(entry.name) || entry.color.slice(1)
      const variable = figma.variables.createVariable(ownName(wanted), collection, 'COLOR')
      variable.setValueForMode(defaultModeId, rgbOf(entry.color))
    }
    figma.commitUndo()
    return { collection: collection.name, variables: entries.length }
  } catch (error) {
    console.warn(`variables were not created: ${describe(error)}`)
    collection?.remove()
    return { collection: null, variables: 0 }
  }
}

/** Figma takes no dots and braces in a variable's name, and makes folders of slashes, which must not be empty. */
const allowed = (name: string): string =>
  name
    .replace(/[.{}]/g, ' ')
    .split('/')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('/')

/** Gives each name once: the second time with a 2. */
function uniquely(taken: readonly string[]): (name: string) => string {
  const used = new Set(taken)
  return (name) => {
    let free = name
    for (let number = 2; used.has(free); number += 1) free = `${name} ${number}`
    used.add(free)
    return free
  }
}
