import type { Paint, RGBA } from '@figma/plugin-typings/plugin-api-standalone'
import type { AssetValue, CollectionData, VariableData } from './assets'
import { ApiError } from './errors'
import type { DocumentRecords } from './records'

/** The mode that a collection has on a node: the nearest choice from the node upwards, else the collection's first. */
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
 * The value of a variable on a node, or by the default modes where `consumer` is null, with all aliases followed.
 * Undefined where a variable on the way is gone, or where they lead in a circle.
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

/** The color that a variable has on a node, or undefined where it has none (any more). */
function colorFor(
  document: DocumentRecords,
  id: string | undefined,
  consumer: string | null,
): RGBA | undefined {
  const value = id === undefined ? undefined : resolveVariable(document, id, consumer)
  return typeof value === 'object' && 'r' in value ? value : undefined
}

/**
 * Paints with the colors that their variables have on a node. A color whose variable is gone is the one it had when
 * it was bound. With `alpha` a variable's own alpha is multiplied into the paint, as the canvas shows it; a plugin reads
 * its opacity without it, since it is not known whether Figma adds it there.
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

/** The aliases of the variables that paints are bound to, those of gradient stops too. */
export function aliasesIn(paints: readonly Paint[]) {
  return paints.flatMap((paint) => {
    if (paint.type === 'SOLID') return paint.boundVariables?.color ?? []
    return 'gradientStops' in paint
      ? paint.gradientStops.flatMap((stop) => stop.boundVariables?.color ?? [])
      : []
  })
}

/** A variable that this file has: its own, or one of a library that was imported. Undefined for others. */
export function usableVariable(document: DocumentRecords, id: string): VariableData | undefined {
  const variable = document.asset('variable', id)
  return variable && (!variable.remote || variable.imported) ? variable : undefined
}

/** Throws where paints are bound to something that is no color variable of this file. */
export function assertBindable(document: DocumentRecords, paints: readonly Paint[], where: string): void {
  for (const { id } of aliasesIn(paints)) {
    const variable = usableVariable(document, id)
    if (!variable) throw new ApiError(`Property "${where}" failed validation: There is no variable "${id}"`)
    if (variable.resolvedType !== 'COLOR') {
      throw new ApiError(`Property "${where}" failed validation: The variable "${variable.name}" is no color`)
    }
  }
}
