import type { Layer } from '../layers/layer'
import { namesBeside } from '../steps/names'
import { type ContentWriter, writeShape } from './content'
import { Definitions, type Target } from './definitions'
import type { Finish } from './finish'
import { escapeXml, number } from './numbers'

export interface WriteOptions {
  /** Returns the prefix of gradient ids. Recraft calls them Gradient1…N in every file, and ids must be unique on a page. */
  readonly idPrefix: () => string
  /** Default: `svg`. */
  readonly target?: Target
}

/** A picture as layers, from back to front. Size in px. */
export interface Layered {
  readonly width: number
  readonly height: number
  readonly layers: readonly Layer[]
}

export interface Written {
  readonly svg: string
  /** Steps after the import, in this order; empty for target `svg`. */
  readonly finish: readonly Finish[]
}

/**
 * Writes layers as SVG. Shapes without content only use what Figma's import is known to keep: a root with xmlns, size, and viewBox; `g` and
 * `path` with the layer's name as id; gradients in userSpaceOnUse with `stop`; presentation attributes; `#rrggbb` with separate opacities;
 * unquoted `url(#id)`. A layer with several shapes becomes a group, and its parts become nested groups. Groups add `opacity` and
 * `clipPath`; for target `svg` also masks, blend modes, images, and the focus of gradients.
 */
export function writeLayers(
  { width, height, layers }: Layered,
  { idPrefix, target = 'svg' }: WriteOptions,
): Written {
  const definitions = new Definitions(idPrefix, target)
  const finish: Finish[] = []
  const writer: ContentWriter = {
    definitions,
    unique: namesBeside(() => layers.flatMap(({ name, names = [] }) => [name, ...names])),
    finish,
  }
  let shapes = 0
  const parts = layers.map(({ name, names = [], shapes: members, parts: groups = [] }) => {
    const [first, ...more] = members
    if (!first) return ''
    if (more.length === 0) return writeShape(first, name, writer)
    const paths = members.map((shape, i) => writeShape(shape, names[i] ?? `Shape ${++shapes}`, writer))
    for (const { name: part, from, to } of groups) {
      paths[from] = `<g id="${escapeXml(part)}">${paths[from] ?? ''}`
      paths[to - 1] += '</g>'
    }
    return `<g id="${escapeXml(name)}">${paths.join('')}</g>`
  })
  const w = number(width)
  const h = number(height)
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${definitions.text}${parts.join('')}</svg>`,
    finish,
  }
}
