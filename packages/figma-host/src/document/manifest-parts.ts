/** Checks of the parts of a manifest. Each gives the value back with its type, or throws an error that names the part. */

/** An object with no other keys than these, of which some must be there. */
export function record(
  value: unknown,
  name: string,
  keys: readonly string[],
  needed: readonly string[] = [],
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`manifest: ${name} must be an object`)
  }
  const strange = Object.keys(value).find((key) => !keys.includes(key))
  if (strange !== undefined) throw new Error(`manifest: ${name} has no field "${strange}"`)
  const missing = needed.find((key) => !(key in value))
  if (missing !== undefined) throw new Error(`manifest: ${name} needs the field "${missing}"`)
  return value as Record<string, unknown>
}

/** A list; undefined is an empty one. Each item is checked by `item`, which gets the place as `name[3]`. */
export function list<Item>(
  value: unknown,
  name: string,
  item: (value: unknown, name: string) => Item,
): readonly Item[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Error(`manifest: ${name} must be a list`)
  return value.map((part, at) => item(part, `${name}[${at}]`))
}

export function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new Error(`manifest: ${name} must be a text`)
  return value
}

/** True or false; undefined where it is left out. */
export function flag(value: unknown, name: string): boolean | undefined {
  if (value !== undefined && typeof value !== 'boolean')
    throw new Error(`manifest: ${name} must be true or false`)
  return value
}

/** A text out of some. */
export function oneOf<const Text extends string>(value: unknown, name: string, texts: readonly Text[]): Text {
  const found = texts.find((known) => known === value)
  if (found === undefined) throw new Error(`manifest: ${name} must be one of ${texts.join(', ')}`)
  return found
}
