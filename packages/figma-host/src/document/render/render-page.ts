import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentModel } from '../document'
import type { NodeData } from '../node-data'
import { resolvePaints } from '../variables'
import { drawnBox } from './drawn-box'
import { blendStyle, DefinitionList, element, matrix } from './markup'
import { clipOf, renderFills, renderStrokes } from './render-shape'
import { renderText } from './render-text'

/** What is shown of an empty page, in page px. */
const EMPTY_AREA: Rect = { x: 0, y: 0, width: 100, height: 100 }

/**
 * The current page as a standalone SVG text that a browser draws as Figma draws the document, on a transparent ground.
 * `area` is in page px; the box around everything that is visible (or 100 × 100) when left out.
 */
export function renderPage(document: DocumentModel, area?: Rect): string {
  const page = document.need(document.currentPage)
  const shown = area ?? drawnBox(document, page) ?? EMPTY_AREA
  const renderer = new LayerRenderer(document)
  const layers = renderer.layersIn(page)
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: shown.width,
      height: shown.height,
      viewBox: `${shown.x} ${shown.y} ${shown.width} ${shown.height}`,
    },
    renderer.definitions.markup() + layers,
  )
}

class LayerRenderer {
  readonly definitions: DefinitionList
  readonly #document: DocumentModel

  constructor(document: DocumentModel) {
    this.#document = document
    this.definitions = new DefinitionList(document.images)
  }

  /** The layers in a holder, the back first. */
  layersIn({ children, layout, contentsHidden }: NodeData): string {
    if (contentsHidden) return ''
    const layers = children.map((id) => this.#document.need(id)).filter(({ visible }) => visible)
    return this.#stack(layout.itemReverseZIndex && layout.layoutMode !== 'NONE' ? layers.reverse() : layers)
  }

  /** Layers on top of each other. A mask shows only where it is what follows it in the holder (Figma doc: isMask). */
  #stack(layers: readonly NodeData[]): string {
    const at = layers.findIndex(({ isMask }) => isMask)
    const mask = layers[at]
    if (!mask) return layers.map((layer) => this.#layer(layer)).join('')
    const behind = this.#stack(layers.slice(0, at))
    const masked = this.#stack(layers.slice(at + 1))
    return masked === '' ? behind : behind + element('g', { mask: `url(#${this.#mask(mask)})` }, masked)
  }

  #mask(mask: NodeData): string {
    const type = mask.maskType === 'LUMINANCE' ? 'luminance' : 'alpha'
    // The region of a mask is a square around its whole surface, since nothing outside of what it draws can be seen.
    const everywhere = { x: '-100000%', y: '-100000%', width: '200000%', height: '200000%' }
    return this.definitions.add('mask', { style: `mask-type:${type}`, ...everywhere }, this.#layer(mask))
  }

  #layer(node: NodeData): string {
    const group = node.type === 'GROUP'
    const content = group ? this.layersIn(node) : this.#shape(node)
    if (content === '') return ''
    return element(
      'g',
      {
        // What lies in a group has its place in the group's container.
        transform: group ? undefined : matrix(node.transform),
        opacity: node.opacity === 1 ? undefined : node.opacity,
        // Of what passes through, the layers inside are blended with what is behind it (Figma doc: BlendMode).
        style:
          node.blendMode === 'NORMAL' && node.children.length > 0
            ? 'isolation:isolate'
            : blendStyle(node.blendMode),
      },
      content,
    )
  }

  /** A layer with the colors that its variables have on it. */
  #colored(node: NodeData): NodeData {
    const resolved = (paints: NodeData['fills']) =>
      resolvePaints(this.#document, paints, node.id, 'with alpha')
    const { fills, strokes, pathFills } = node
    return {
      ...node,
      fills: resolved(fills),
      strokes: resolved(strokes),
      pathFills: pathFills ? pathFills.map(resolved) : null,
    }
  }

  #shape(plain: NodeData): string {
    const node = this.#colored(plain)
    if (node.type === 'TEXT') return renderText(node, this.definitions)
    const layers = this.layersIn(node)
    const inside =
      layers !== '' && node.clipsContent
        ? element('g', { 'clip-path': `url(#${clipOf(node, this.definitions)})` }, layers)
        : layers
    return renderFills(node, this.definitions) + inside + renderStrokes(node, this.definitions)
  }
}
