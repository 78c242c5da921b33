/** Validation of parts of a manifest. Each function returns the value with its type, or throws an error that names the part. */

/** Requires an object with only these keys, some of which are required. */
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

/** Requires an array; undefined is an empty one. Each item is validated by `item`, which gets the path, such as `name[3]`. */
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

/** Requires true, false, or undefined. */
export function flag(value: unknown, name: string): boolean | undefined {
  if (value !== undefined && typeof value !== 'boolean')
    throw new Error(`manifest: ${name} must be true or false`)
  return value
}

/** Requires one of some strings. */
export function oneOf<const Text extends string>(value: unknown, name: string, texts: readonly Text[]): Text {
  const found = texts.find((known) => known === value)
  if (found === undefined) throw new Error(`manifest: ${name} must be one of ${texts.join(', ')}`)
  return found
}
