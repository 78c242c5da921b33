import { LIMITS, VectorError } from '../errors'

/** Texts by the names that a document declares for them. */
export type Entities = Map<string, string>

/** Maximum number of entities. Illustrator declares about ten. */
const MAX_ENTITIES = 1000

/** What an internal subset consists of; anything else ends it. */
const DECLARATION =
  /\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!ENTITY\s+([^\s"'<>%]+)\s+(?:"([^"]*)"|'([^']*)')\s*>|<!(?:ATTLIST|ELEMENT|NOTATION)(?:"[^"]*"|'[^']*'|[^"'>])*>/iy

/** A reference to another entity: not one to a character, and not one that XML itself declares. */
const REFERENCE = /&(?!#|(?:amp|lt|gt|quot|apos);)|%[\w:.-]+;/

/**
 * Reads an internal subset from its opening bracket, adds its entities, and returns the index after the closing bracket. Throws
 * VectorError for external or nested entities, which can multiply a short text without limit.
 */
export function readSubset(text: string, from: number, entities: Entities): number {
  DECLARATION.lastIndex = from
  let at = from
  for (let found = DECLARATION.exec(text); found; found = DECLARATION.exec(text)) {
    at = DECLARATION.lastIndex
    const [, name, double, single] = found
    const value = double ?? single
    if (name === undefined || value === undefined) continue
    if (REFERENCE.test(value))
      throw new VectorError('unsafe', `the entity ${name.slice(0, 32)} refers to others`)
    if (entities.size >= MAX_ENTITIES) throw new VectorError('too-large', 'too many entities')
    // The first declaration counts.
    if (!entities.has(name)) entities.set(name, value)
  }
  if (text[at] !== ']')
    throw new VectorError('unsafe', 'a DOCTYPE with declarations that are not plain texts')
  return at + 1
}

/** Replaces references to entities by their texts. Throws VectorError if the text becomes too long. */
export function expandEntities(text: string, entities: Entities): string {
  if (entities.size === 0) return text
  let { length } = text
  return text.replace(/&([\w:.-]+);/g, (reference, name: string) => {
    const value = entities.get(name)
    if (value === undefined) return reference
    length += value.length
    if (length > LIMITS.length) throw new VectorError('too-large', 'entities make it too long')
    // Markup stands between elements; anything else may stand in an attribute.
    return value.includes('<') ? value : value.replaceAll('"', '&quot;').replaceAll("'", '&apos;')
  })
}
