/**
 * Finds the first part of a value that Figma does not transfer between a panel and its plugin.
 * Transferred: undefined, null, booleans, numbers, strings, arrays, plain objects, `Date`, and `Uint8Array`. Source:
 * https://developers.figma.com/docs/plugins/api/properties/figma-ui-postmessage.
 * Must not use anything from outside itself, because its source is embedded in the outer document.
 * @returns Part of a sentence such as `data.bytes is an ArrayBuffer`; null if everything is transferred.
 */
export function nonPlainPart(root: unknown): string | null {
  const ancestors = new Set<object>()
  const visit = (value: unknown, path: string): string | null => {
    if (typeof value !== 'object') {
      const refused = typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint'
      return refused ? `${path} is a ${typeof value}` : null
    }
    if (value === null) return null
    // The tag instead of instanceof, because a value may come from another realm.
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
