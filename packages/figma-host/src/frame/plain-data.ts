/**
 * Finds the first part of a value that Figma does not carry between a panel and its plugin.
 *
 * Carried: undefined, null, booleans, numbers, strings, arrays, plain objects, `Date` and `Uint8Array`.
 * Source: https://developers.figma.com/docs/plugins/api/properties/figma-ui-postmessage.
 *
 * Self-contained, since its text is embedded into the outer document: it may use nothing from outside itself.
 *
 * @returns A sentence part such as `data.bytes is an ArrayBuffer`, or null when all of it is carried.
 */
export function nonPlainPart(root: unknown): string | null {
  const ancestors = new Set<object>()
  const visit = (value: unknown, path: string): string | null => {
    if (typeof value !== 'object') {
      const refused = typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint'
      return refused ? `${path} is a ${typeof value}` : null
    }
    if (value === null) return null
    // The tag rather than instanceof: a value may come from another realm.
    const tag = Object.prototype.toString.call(value).slice(8, -1)
    if (tag === 'Date' || tag === 'Uint8Array') return null
    if (tag !== 'Object' && tag !== 'Array') return `${path} is of type ${tag}`
    if (ancestors.has(value)) return `${path} contains itself`
    ancestors.add(value)
    for (const [key, part] of Object.entries(value)) {
      const found = visit(part, tag === 'Array' ? `${path}[${key}]` : `${path}.${key}`)
      if (found !== null) return found
    }
    ancestors.delete(value)
    return null
  }
  return visit(root, 'the message')
}
