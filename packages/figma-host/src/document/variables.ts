import type { Paint, RGBA } from '@figma/plugin-typings/plugin-api-standalone'
import type { AssetValue, CollectionData, VariableData } from './assets'
import { ApiError } from './errors'
import type { DocumentRecords } from './records'

/** Returns the mode of a collection on a node: the nearest one that is set on the node or its ancestors, or else the collection's first. */
export function modeFor(
  document: DocumentRecords,
  { id, modes }: CollectionData,
  consumer: string | null,
): string {
  const first = modes[0]?.modeId ?? ''
  const node = consumer === null ? undefined : document.get(consumer)
  if (!node) return first
  for (const { variableModes } of [node, ...document.ancestors(node.id)]) {
    const chosen = variableModes[id]
    if (modes.some(({ modeId }) => modeId === chosen)) return chosen ?? first
  }
  return first
}

/**
 * Resolves a variable for a node, or with the default modes if `consumer` is null, following all aliases. Undefined if a variable was
 * removed, or if the aliases form a cycle.
 */
export function resolveVariable(
  document: DocumentRecords,
  id: string,
  consumer: string | null,
  seen: readonly string[] = [],
): Exclude<AssetValue, { type: 'VARIABLE_ALIAS' }> | undefined {
  const variable = document.asset('variable', id)
  const collection = variable && document.asset('collection', variable.collection)
  if (!variable || !collection || seen.includes(id)) return undefined
  const value = variable.values[modeFor(document, collection, consumer)]
  if (typeof value === 'object' && 'type' in value) {
    return resolveVariable(document, value.id, consumer, [...seen, id])
  }
  return value
}

/** Returns the color of a variable for a node; undefined if it has none (anymore). */
function colorFor(
  document: DocumentRecords,
  id: string | undefined,
  consumer: string | null,
): RGBA | undefined {
  const value = id === undefined ? undefined : resolveVariable(document, id, consumer)
  return typeof value === 'object' && 'r' in value ? value : undefined
}

/**
 * Resolves the variables of paints for a node. If a variable was removed, the color from when it was bound is used. With `alpha`, the
 * variable's alpha is multiplied into the paint, as on the canvas. Plugins read the opacity without it, because it is unknown whether Figma
 * includes it.
 */
export function resolvePaints(
  document: DocumentRecords,
  paints: readonly Paint[],
  consumer: string | null,
  alpha: 'with alpha' | 'as read',
): readonly Paint[] {
  return paints.map((paint): Paint => {
    if (paint.type === 'SOLID') {
      const resolved = colorFor(document, paint.boundVariables?.color?.id, consumer)
      if (!resolved) return paint
      const { a, ...color } = resolved
      const opacity = (paint.opacity ?? 1) * (alpha === 'with alpha' ? a : 1)
      return { ...paint, color, opacity }
    }
    if (!('gradientStops' in paint)) return paint
    const gradientStops = paint.gradientStops.map((stop) => {
      const color = colorFor(document, stop.boundVariables?.color?.id, consumer)
      return color ? { ...stop, color: color } : stop
    })
    return { ...paint, gradientStops }
  })
}

/** Returns the aliases of the variables that paints are bound to, including gradient stops. */
export function aliasesIn(paints: readonly Paint[]) {
  return paints.flatMap((paint) => {
    if (paint.type === 'SOLID') return paint.boundVariables?.color ?? []
    return 'gradientStops' in paint
      ? paint.gradientStops.flatMap((stop) => stop.boundVariables?.color ?? [])
      : []
  })
}

/** Returns a variable that this file can use: its own, or an imported one of a library. Undefined for others. */
export function usableVariable(document: DocumentRecords, id: string): VariableData | undefined {
  const variable = document.asset('variable', id)
  return variable && (!variable.remote || variable.imported) ? variable : undefined
}

/** Throws if paints are bound to anything other than color variables of this file. */
export function assertBindable(document: DocumentRecords, paints: readonly Paint[], where: string): void {
  for (const { id } of aliasesIn(paints)) {
    const variable = usableVariable(document, id)
    if (!variable) throw new ApiError(`Property "${where}" failed validation: There is no variable "${id}"`)
    if (variable.resolvedType !== 'COLOR') {
      throw new ApiError(`Property "${where}" failed validation: The variable "${variable.name}" is no color`)
    }
  }
}
