/** The most that one part may contain. */
export interface SplitOptions {
  readonly layers: number
  /** Characters. A single layer that is longer becomes a part of its own. */
  readonly length: number
}

/** A part of this size is imported by Figma without a noticeable freeze. */
export const PART: SplitOptions = { layers: 200, length: 200_000 }

/**
 * Splits the SVG that `prepare` wrote into SVGs of the same width and height that draw the same picture when stacked, the
 * first at the back, so that a caller can import a large drawing in parts. Groups are not split. Returns `[svg]` if it is small enough.
 */
export function splitSvg(svg: string, { layers, length }: SplitOptions): string[] {
  const [root = ''] = /^<svg[^>]*>/.exec(svg) ?? []
  const [defs, ...entries] = elementsIn(svg.slice(root.length))
  const hasDefs = defs?.startsWith('<defs') ?? false
  const definitions = new Map<string, string>()
  for (const text of hasDefs ? elementsIn((defs ?? '').slice('<defs>'.length)) : []) {
    definitions.set(/ id="(.*?)"/.exec(text)?.[1] ?? '', text)
  }
  if (defs !== undefined && !hasDefs) entries.unshift(defs)
  const parts: string[] = []
  let held: string[] = []
  let count = 0
  let size = 0
  const flush = () => {
    if (held.length === 0) return
    const content = held.join('')
    const used = usedIn(content, definitions)
    parts.push(`${root}${used.length > 0 ? `<defs>${used.join('')}</defs>` : ''}${content}</svg>`)
    held = []
    count = 0
    size = 0
  }
  for (const text of entries) {
    const number = text.startsWith('<g') ? text.split('<path ').length - 1 : 1
    if (count + number > layers || size + text.length > length) flush()
    held.push(text)
    count += number
    size += text.length
  }
  flush()
  return parts.length > 1 ? parts : [svg]
}

/** Returns the elements at the start of a text, one after another, each with all that is in it. */
function elementsIn(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: tag, index } of text.matchAll(/<[^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth < 0) break
    if (depth > 0) continue
    found.push(text.slice(start, index + tag.length))
    start = index + tag.length
  }
  return found
}

/** Returns the definitions that a text refers to, and those that they refer to, in their order. */
function usedIn(content: string, definitions: ReadonlyMap<string, string>): string[] {
  const used = new Set<string>()
  const waiting = [content]
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [, id = ''] of text.matchAll(/url\(#(.*?)\)/g)) {
      const definition = used.has(id) ? undefined : definitions.get(id)
      if (definition === undefined) continue
      used.add(id)
      waiting.push(definition)
    }
  }
  return [...definitions].flatMap(([id, text]) => (used.has(id) ? [text] : []))
}
