import { describe } from '../../protocol/channel'
import type { CreatedVariables, NamedPalette } from '../../protocol/colors'
import { rgbOf } from './paints'
import { canCreateVariables } from './read'

/**
 * Creates a collection with a color variable for each entry, as one undo step. Names that are taken get a number. If the editor
 * or the user's plan does not allow it, nothing is created.
 */
export async function createVariables(
  figma: PluginAPI,
  { name, entries }: NamedPalette,
): Promise<CreatedVariables> {
  if (!canCreateVariables(figma)) return { collection: null, variables: 0 }
  const collections = await figma.variables.getLocalVariableCollectionsAsync()
  const uniqueCollectionName = createUniqueNames(collections.map((collection) => collection.name))
  let collection: VariableCollection | null = null
  try {
    collection = figma.variables.createVariableCollection(uniqueCollectionName(name.trim() || 'Colors'))
    const { defaultModeId } = collection
    const uniqueName = createUniqueNames([])
    for (const entry of entries) {
      const wanted = toVariableName(entry.name) || entry.color.slice(1)
      const variable = figma.variables.createVariable(uniqueName(wanted), collection, 'COLOR')
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

/** Figma does not allow dots and braces in a variable's name. Slashes separate folders, whose names must not be empty. */
const toVariableName = (name: string): string =>
  name
    .replace(/[.{}]/g, ' ')
    .split('/')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('/')

/** Returns a function that appends 2, 3 and so on to names that are taken or were used before. */
function createUniqueNames(taken: readonly string[]): (name: string) => string {
  const used = new Set(taken)
  return (name) => {
    let free = name
    for (let number = 2; used.has(free); number += 1) free = `${name} ${number}`
    used.add(free)
    return free
  }
}
