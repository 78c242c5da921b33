/** An SVG that `writeSvg` wrote, by its top level: the entries that the layers panel shows in the frame, the first at the back. */
export interface Written {
  readonly root: string
  readonly gradients: ReadonlyMap<string, string>
  readonly entries: readonly string[]
}

export function readWritten(svg: string): Written {
  const [root = ''] = /^<svg[^>]*>/.exec(svg) ?? []
  const [defs = ''] = /<defs>.*?<\/defs>/s.exec(svg) ?? []
  const gradients = new Map<string, string>()
  for (const [text, , id = ''] of defs.matchAll(/<(\w+Gradient) id="(.*?)".*?<\/\1>/gs))
    gradients.set(id, text)
  const entries: string[] = []
  const body = svg.slice(root.length + defs.length)
  let depth = 0
  let start = 0
  for (const { 0: tag, index } of body.matchAll(/<\/?(?:g|path)\b[^>]*>/g)) {
    if (depth === 0) start = index
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth === 0) entries.push(body.slice(start, index + tag.length))
  }
  return { root, gradients, entries }
}

/** Writes some of the entries, with the gradients that they use. */
export function writeEntries({ root, gradients }: Written, entries: readonly string[]): string {
  const content = entries.join('')
  const used = [...gradients].filter(([id]) => content.includes(`url(#${id})`)).map(([, text]) => text)
  return `${root}${used.length > 0 ? `<defs>${used.join('')}</defs>` : ''}${content}</svg>`
}
