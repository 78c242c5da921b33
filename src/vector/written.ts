/** An SVG that `writeLayers` wrote, split into its top-level entries, which the layers panel shows in the frame, from back to front. */
export interface Written {
  readonly root: string
  /** Gradients, clips and masks by id. */
  readonly definitions: ReadonlyMap<string, string>
  readonly entries: readonly string[]
}

export function readWritten(svg: string): Written {
  const [root = ''] = /^<svg[^>]*>/.exec(svg) ?? []
  const elements = elementsIn(svg.slice(root.length))
  const [first = ''] = elements
  const hasDefinitions = first.startsWith('<defs>')
  const definitions = new Map<string, string>()
  for (const text of hasDefinitions ? elementsIn(first.slice('<defs>'.length)) : [])
    definitions.set(/ id="(.*?)"/.exec(text)?.[1] ?? '', text)
  return { root, definitions, entries: hasDefinitions ? elements.slice(1) : elements }
}

/** Writes some of the entries and the definitions that they use. */
export function writeEntries({ root, definitions }: Written, entries: readonly string[]): string {
  const content = entries.join('')
  const used = usedIn(content, definitions)
  return `${root}${used.length > 0 ? `<defs>${used.join('')}</defs>` : ''}${content}</svg>`
}

/** Returns the consecutive elements at the start of a text, each with its content. */
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

/** Returns the definitions that a text uses, directly or indirectly, in their order. */
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
