/** An element of an SVG that `src/vector/write` wrote. */
interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
}

/** A shape with its attributes as written. */
export interface SvgShape {
  readonly kind: 'shape'
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface SvgGroup {
  readonly kind: 'group'
  readonly name: string
  /** 0 to 1. */
  readonly opacity: number
  readonly children: readonly SvgEntry[]
}

export type SvgEntry = SvgShape | SvgGroup

export interface SvgGradient {
  readonly type: 'linear' | 'radial'
  readonly attributes: Readonly<Record<string, string>>
  readonly stops: readonly Readonly<Record<string, string>>[]
}

/** A picture as `src/vector/write` wrote it. Size in px. */
export interface SvgPicture {
  readonly width: number
  readonly height: number
  /** From back to front. */
  readonly entries: readonly SvgEntry[]
  /** By id. */
  readonly gradients: ReadonlyMap<string, SvgGradient>
}

/**
 * Reads a picture that consists of groups, paths, and gradients. Null for anything else, such as clips, which only the editor's import can
 * draw. Used only if that import differs, because reading a whole picture is slow in the sandbox.
 */
export function readSvg(svg: string): SvgPicture | null {
  const root = elementsOf(svg)
  if (root?.tag !== 'svg') return null
  const gradients = new Map<string, SvgGradient>()
  const content: Element[] = []
  for (const child of root.children) {
    if (child.tag !== 'defs') content.push(child)
    else if (!child.children.every((definition) => addGradient(definition, gradients))) return null
  }
  const entries = entriesOf(content)
  const width = Number(root.attributes.width)
  const height = Number(root.attributes.height)
  return entries && width > 0 && height > 0 ? { width, height, entries, gradients } : null
}

/** Returns the shapes in paint order, from back to front. */
export const shapesOf = (entries: readonly SvgEntry[]): SvgShape[] =>
  entries.reduce<SvgShape[]>(
    (shapes, entry) => shapes.concat(entry.kind === 'shape' ? [entry] : shapesOf(entry.children)),
    [],
  )

function elementsOf(svg: string): Element | null {
  const document: Element = { tag: '', attributes: {}, children: [] }
  const open = [document]
  const tags = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g
  for (let match = tags.exec(svg); match; match = tags.exec(svg)) {
    const [, end, tag = '', attributes = '', isEmpty] = match
    if (end) {
      if (open.pop()?.tag !== tag) return null
      continue
    }
    const element = { tag, attributes: attributesOf(attributes), children: [] }
    open[open.length - 1]?.children.push(element)
    if (!isEmpty) open.push(element)
  }
  return open.length === 1 && document.children.length === 1 ? (document.children[0] ?? null) : null
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  const pattern = /([\w:-]+)="([^"]*)"/g
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, name = '', value = ''] = match
    attributes[name] = value.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  }
  return attributes
}

function addGradient(element: Element, gradients: Map<string, SvgGradient>): boolean {
  const { tag, attributes, children } = element
  if (tag !== 'linearGradient' && tag !== 'radialGradient') return false
  gradients.set(attributes.id ?? '', {
    type: tag === 'linearGradient' ? 'linear' : 'radial',
    attributes,
    stops: children.map((stop) => stop.attributes),
  })
  return true
}

function entriesOf(elements: readonly Element[]): SvgEntry[] | null {
  const entries: SvgEntry[] = []
  for (const { tag, attributes, children } of elements) {
    if (attributes['clip-path'] || attributes.transform) return null
    const name = attributes.id ?? ''
    if (tag === 'path') entries.push({ kind: 'shape', name, attributes })
    else {
      const inside = tag === 'g' ? entriesOf(children) : null
      if (!inside) return null
      entries.push({ kind: 'group', name, opacity: Number(attributes.opacity ?? 1), children: inside })
    }
  }
  return entries
}
