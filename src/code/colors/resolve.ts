import { atAGlance, USUAL } from '../placement/glance'
import { readScene } from '../placement/read-scene'
import { place } from '../placement/rules'
import { hexOf } from './paints'

/** A color as it is where a picture goes. */
export interface Resolved {
  /** `#rrggbb`. */
  readonly hex: string
  /** 0 to 1. */
  readonly opacity: number
}

/** What is asked of a collection, once: each question to the document takes its time. */
interface Collection {
  readonly name: string
  /** That of the place. */
  readonly mode: string
  /** Its name, where the collection has several. */
  readonly modeName: string | undefined
  readonly defaultModeId: string
}

/** The modes that count somewhere, by the ids of the collections. */
export type Modes = Readonly<Record<string, string>>

/** The modes of the place where a picture goes now. Reads what is selected, and what that lies in. */
export function modesNow(figma: PluginAPI): Modes {
  const where = placeNow(figma)
  if ('resolvedVariableModes' in where) return where.resolvedVariableModes
  return 'explicitVariableModes' in where ? where.explicitVariableModes : {}
}

/** The container or page that a picture goes into now: by the rules, but as if nothing were in its way there. */
function placeNow(figma: PluginAPI): BaseNode {
  const read = readScene(figma)
  const { scene, layerOf } = read
  if (figma.currentPage.selection.length === 0) return layerOf(scene.slide ?? scene.page)
  return layerOf(place(atAGlance(figma, read), [USUAL]).parent)
}

/**
 * Reads variables as they are in a place. `resolveForConsumer` knows layers only, and no pages (typings), and asks for each
 * variable anew which modes count there.
 */
export function createResolver(figma: PluginAPI, modes: Modes) {
  const collections = new Map<string, Promise<Collection | null>>()
  const variables = new Map<string, Promise<Variable | null>>()

  const collectionOf = ({ variableCollectionId: id }: Variable): Promise<Collection | null> =>
    once(collections, id, async () => {
      const collection = await figma.variables.getVariableCollectionByIdAsync(id)
      if (!collection) return null
      const { name, defaultModeId, modes: all } = collection
      const mode = modes[id] ?? defaultModeId
      const modeName = all.length > 1 ? all.find(({ modeId }) => modeId === mode)?.name : undefined
      return { name, mode, modeName, defaultModeId }
    })

  const variable = (id: string): Promise<Variable | null> =>
    once(variables, id, () => figma.variables.getVariableByIdAsync(id))

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

  /** A color, or one with an opacity of its own, whose parts may be aliases. */
  async function colorOf(value: VariableValue | null, seen: readonly string[]): Promise<Resolved | null> {
    if (typeof value !== 'object' || value === null) return null
    if ('r' in value) return { hex: hexOf(value), opacity: 'a' in value ? value.a : 1 }
    if (!('opacity' in value)) return null
    const color = await colorOf(await follow(value.color, seen), seen)
    const opacity = await follow(value.opacity, seen)
    // In percent or as a share: the typings do not say. Above 1 it is percent.
    if (!color || typeof opacity !== 'number') return null
    return { hex: color.hex, opacity: color.opacity * (opacity > 1 ? opacity / 100 : opacity) }
  }

  return {
    variable,
    collectionOf,
    /** Null where it is no color, or an alias on the way is gone. Never rejects. */
    resolve: async (own: Variable): Promise<Resolved | null> => colorOf(await valueIn(own, []), [own.id]),
  }
}

/** What could not be had counts as gone. */
function once<T>(known: Map<string, Promise<T | null>>, id: string, ask: () => Promise<T | null>) {
  const asked = known.get(id) ?? ask().catch(() => null)
  known.set(id, asked)
  return asked
}
