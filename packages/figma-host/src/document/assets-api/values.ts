import type { AssetValue, VariableType } from '../assets'
import { boolean, number, record, text } from '../check'
import { ApiError, notModeled } from '../errors'
import { color } from '../paints'
import type { DocumentRecords } from '../records'
import { usableVariable } from '../variables'

/** Validates a value for a variable of a type: a plain value, or an alias of a variable of the same type. */
export function checkedValue(
  document: DocumentRecords,
  value: unknown,
  type: VariableType,
  where: string,
): AssetValue {
  if (typeof value === 'object' && value !== null && 'opacity' in value) {
    throw notModeled('variable values with an opacity of their own')
  }
  if (typeof value === 'object' && value !== null && 'type' in value) {
    const alias = record(value, where, ['type', 'id'])
    const id = text(alias.id, `${where}.id`)
    if (alias.type !== 'VARIABLE_ALIAS') throw new ApiError(`Property "${where}.type" failed validation`)
    const target = usableVariable(document, id)
    if (target?.resolvedType !== type)
      throw new ApiError(`There is no ${type} variable "${id}" to be an alias of`)
    return { type: 'VARIABLE_ALIAS', id }
  }
  switch (type) {
    case 'COLOR':
      return color(value, where)
    case 'FLOAT':
      return number(value, where)
    case 'STRING':
      return text(value, where)
    case 'BOOLEAN':
      return boolean(value, where)
  }
}

/** Validates the name of a variable: unique in the collection, and without dots and braces, which Figma does not allow. */
export function checkedName(
  document: DocumentRecords,
  value: unknown,
  collection: string,
  self: string | null,
): string {
  const name = text(value, 'name')
  if (name === '' || /[.{}]/.test(name)) throw new ApiError(`"${name}" is not a valid variable name`)
  const others = document
    .assets('variable')
    .filter((other) => other.collection === collection && other.id !== self)
  if (others.some((other) => other.name === name)) throw new ApiError(`duplicate variable name: "${name}"`)
  return name
}
