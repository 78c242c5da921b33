import { type Entities, readSubset } from './entities'

/** What may come before the root: a comment, a processing instruction, a DOCTYPE; or the root itself. */
const MARKUP = /<!--|<\?|<!DOCTYPE|<(?:[\w.-]+:)?svg(?=[\s/>])/gi

/** How comments and processing instructions end. */
const ENDS = { '<!--': '-->', '<?': '?>' } as const

/** Where the root element starts, and the entities that are declared before it. */
export interface Prolog {
  readonly start: number
  readonly entities: Entities
}

/** Finds the root element of an SVG text; null if there is none. Throws VectorError for entities that are not plain texts. */
export function findRoot(text: string): Prolog | null {
  const entities: Entities = new Map()
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
      MARKUP.lastIndex = endOfDoctype(text, MARKUP.lastIndex, entities)
    } else if (markup.endsWith('svg')) {
      return { start: found.index, entities }
    }
  }
  return null
}

/** Returns the end of a DOCTYPE. A DTD that it names is never fetched. */
function endOfDoctype(text: string, from: number, entities: Entities): number {
  const next = /["'[>]/g
  next.lastIndex = from
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const [sign] = found
    if (sign === '>') return next.lastIndex
    if (sign === '[') {
      next.lastIndex = readSubset(text, next.lastIndex, entities)
      continue
    }
    const close = text.indexOf(sign, next.lastIndex)
    if (close >= 0) next.lastIndex = close + 1
  }
  return text.length
}
