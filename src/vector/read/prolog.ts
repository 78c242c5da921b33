import { VectorError } from '../errors'

/** What may come before the root: a comment, a processing instruction, a DOCTYPE; or the root itself. */
const MARKUP = /<!--|<\?|<!DOCTYPE|<!\s*ENTITY|<(?:[\w.-]+:)?svg(?=[\s/>])/gi

/** How comments and processing instructions end. */
const ENDS = { '<!--': '-->', '<?': '?>' } as const

/**
 * Returns the index at which the root element of an SVG text starts; null if there is none. Throws VectorError for a DOCTYPE
 * with declarations, because entities can multiply a short text without limit.
 */
export function findRoot(text: string): number | null {
  const closed = { '<!--': true, '<?': true }
  MARKUP.lastIndex = 0
  for (let found = MARKUP.exec(text); found; found = MARKUP.exec(text)) {
    const [markup] = found
    if (markup === '<!--' || markup === '<?') {
      // If one is never closed, it is plain text, and so are all later ones.
      if (!closed[markup]) continue
      const end = text.indexOf(ENDS[markup], MARKUP.lastIndex)
      if (end < 0) closed[markup] = false
      else MARKUP.lastIndex = end + ENDS[markup].length
    } else if (markup.startsWith('<!')) {
      MARKUP.lastIndex = endOfDoctype(text, MARKUP.lastIndex, markup)
    } else if (markup.endsWith('svg')) {
      return found.index
    }
  }
  return null
}

/** Returns the end of a DOCTYPE that only names a DTD, which is never fetched. */
function endOfDoctype(text: string, from: number, markup: string): number {
  if (!/DOCTYPE$/i.test(markup)) throw new VectorError('unsafe', 'a declaration of an entity')
  const next = /["'[>]/g
  next.lastIndex = from
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const [sign] = found
    if (sign === '[') throw new VectorError('unsafe', 'a DOCTYPE with an internal subset')
    if (sign === '>') return next.lastIndex
    const close = text.indexOf(sign, next.lastIndex)
    if (close >= 0) next.lastIndex = close + 1
  }
  return text.length
}
