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
  const [defs = ''] = /<defs>.*?<\/defs>/s.exec(svg) ?? []
  const gradients = new Map<string, string>()
  for (const [text, , id = ''] of defs.matchAll(/<(\w+Gradient) id="(.*?)".*?<\/\1>/gs))
    gradients.set(id, text)
  const parts: string[] = []
  let held: string[] = []
  let count = 0
  let size = 0
  const flush = () => {
    if (held.length === 0) return
    const content = held.join('')
    const used = [...gradients].filter(([id]) => content.includes(`url(#${id})`)).map(([, text]) => text)
    parts.push(`${root}${used.length > 0 ? `<defs>${used.join('')}</defs>` : ''}${content}</svg>`)
    held = []
    count = 0
    size = 0
  }
  for (const [text] of svg
    .slice(root.length)
    .replace(defs, '')
    .matchAll(/<g .*?<\/g>|<path .*?\/>/gs)) {
    const number = text.startsWith('<g') ? text.split('<path ').length - 1 : 1
    if (count + number > layers || size + text.length > length) flush()
    held.push(text)
    count += number
    size += text.length
  }
  flush()
  return parts.length > 1 ? parts : [svg]
}
