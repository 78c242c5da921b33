import { readScene } from '../placement/read-scene'
import { reducedScene, TYPICAL_SIZE } from '../placement/reduced-scene'
import { place } from '../placement/rules'
import { hexOf } from './paints'

/** A color resolved for the place where a picture goes. */
export interface Resolved {
  /** `#rrggbb`. */
  readonly hex: string
  /** 0 to 1. */
  readonly opacity: number
}

/** Cached facts about a collection: each read from the document takes time. */
interface Collection {
  readonly name: string
  /** The mode that applies where a picture goes. */
  readonly mode: string
  /** Its name, if the collection has several. */
  readonly modeName: string | undefined
  readonly defaultModeId: string
}

/** The variable modes that apply in a place, by collection id. */
export type Modes = Readonly<Record<string, string>>

/** Returns the variable modes of the place where a picture would go now. Reads the selection and its ancestors. */
export function modesNow(figma: PluginAPI): Modes {
  const where = placeNow(figma)
  if ('resolvedVariableModes' in where) return where.resolvedVariableModes
  return 'explicitVariableModes' in where ? where.explicitVariableModes : {}
}

/** Returns the container or page that a picture would go into now, by the placement rules but without obstacles. */
function placeNow(figma: PluginAPI): BaseNode {
  const read = readScene(figma)
  const { scene, layerOf } = read
  if (figma.currentPage.selection.length === 0) return layerOf(scene.slide ?? scene.page)
  return layerOf(place(reducedScene(figma, read), [TYPICAL_SIZE]).parent)
}

/**
 * Resolves variables for the given modes. `resolveForConsumer` accepts only layers, not pages (typings), and looks up the modes
 * again for each variable.
 */
export function createResolver(figma: PluginAPI, modes: Modes) {
  const collections = new Map<string, Promise<Collection | null>>()
  const variables = new Map<string, Promise<Variable | null>>()

  const collectionOf = ({ variableCollectionId: id }: Variable): Promise<Collection | null> =>
    cached(collections, id, async () => {
      const collection = await figma.variables.getVariableCollectionByIdAsync(id)
      if (!collection) return null
      const { name, defaultModeId, modes: all } = collection
      const mode = modes[id] ?? defaultModeId
      const modeName = all.length > 1 ? all.find(({ modeId }) => modeId === mode)?.name : undefined
      return { name, mode, modeName, defaultModeId }
    })

  const variable = (id: string): Promise<Variable | null> =>
    cached(variables, id, () => figma.variables.getVariableByIdAsync(id))

  async function valueIn(own: Variable, seen: readonly string[]): Promise<VariableValue | null> {
    if (seen.includes(own.id)) return null
    const collection = await collectionOf(own)
    if (!collection) return null
    const { valuesByMode } = own
    const value = valuesByMode[collection.mode] ?? valuesByMode[collection.defaultModeId]
    return value === undefined ? null : follow(value, [...seen, own.id])
  }

  async function follow(value: VariableValue, seen: readonly string[]): Promise<VariableValue | null> {
    if (typeof value !== 'object' || !('type' in value) || value.type !== 'VARIABLE_ALIAS') return value
    const next = await variable(value.id)
    return next && valueIn(next, seen)
  }

  /** Resolves a color, or a color with a separate opacity, each of which may be an alias. */
  async function colorOf(value: VariableValue | null, seen: readonly string[]): Promise<Resolved | null> {
    if (typeof value !== 'object' || value === null) return null
    if ('r' in value) return { hex: hexOf(value), opacity: 'a' in value ? value.a : 1 }
    if (!('opacity' in value)) return null
    const color = await colorOf(await follow(value.color, seen), seen)
    const opacity = await follow(value.opacity, seen)
    // The typings do not say whether it is a percentage or a share. Above 1, it must be a percentage.
    if (!color || typeof opacity !== 'number') return null
    return { hex: color.hex, opacity: color.opacity * (opacity > 1 ? opacity / 100 : opacity) }
  }

  return {
    variable,
    collectionOf,
    /** Resolves to null if the variable is not a color, or a variable that it refers to is gone. Never rejects. */
    resolve: async (own: Variable): Promise<Resolved | null> => colorOf(await valueIn(own, []), [own.id]),
  }
}

/** Loads a value once. A rejected load counts as null. */
function cached<T>(known: Map<string, Promise<T | null>>, id: string, load: () => Promise<T | null>) {
  const value = known.get(id) ?? load().catch(() => null)
  known.set(id, value)
  return value
}
