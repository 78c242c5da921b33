import type { DocumentModel } from '../document'
import type { NodeData } from '../node-data'
import { resolvePaints } from '../variables'
import { blendStyle, DefinitionList, element, matrix } from './markup'
import { clipOf, renderFills, renderStrokes } from './render-shape'
import { outlineText, renderText } from './render-text'

interface RenderOptions {
  /** Whether texts become paths. */
  readonly outlinesText: boolean
  /** Whether effects become filters, which have no visible effect. */
  readonly namesEffects: boolean
}

/** Renders layers as SVG. */
export class LayerRenderer {
  readonly definitions: DefinitionList
  readonly #document: DocumentModel
  readonly #options: RenderOptions

  constructor(document: DocumentModel, options = { outlinesText: false, namesEffects: false }) {
    this.#document = document
    this.#options = options
    this.definitions = new DefinitionList(document.images)
  }

  /** Renders the layers in a parent, from back to front. */
  layersIn({ children, layout, contentsHidden }: NodeData): string {
    if (contentsHidden) return ''
    const layers = children.map((id) => this.#document.need(id)).filter(({ visible }) => visible)
    return this.#stack(layout.itemReverseZIndex && layout.layoutMode !== 'NONE' ? layers.reverse() : layers)
  }

  /** Renders layers on top of each other. A mask applies to the siblings after it (Figma doc: isMask). */
  #stack(layers: readonly NodeData[]): string {
    const at = layers.findIndex(({ isMask }) => isMask)
    const mask = layers[at]
    if (!mask) return layers.map((layer) => this.layer(layer)).join('')
    const behind = this.#stack(layers.slice(0, at))
    const masked = this.#stack(layers.slice(at + 1))
    return masked === '' ? behind : behind + element('g', { mask: `url(#${this.#mask(mask)})` }, masked)
  }

  #mask(mask: NodeData): string {
    const type = mask.maskType === 'LUMINANCE' ? 'luminance' : 'alpha'
    // The mask region is a large square around the layer, because nothing outside the mask is visible.
    const everywhere = { x: '-100000%', y: '-100000%', width: '200000%', height: '200000%' }
    return this.definitions.add('mask', { style: `mask-type:${type}`, ...everywhere }, this.layer(mask))
  }

  /** Renders a layer in its container's coordinates. */
  layer(node: NodeData): string {
    const group = node.type === 'GROUP'
    const content = group ? this.layersIn(node) : this.#shape(node)
    if (content === '') return ''
    return element(
      'g',
      {
        // Children of a group are positioned relative to the group's container.
        transform: group ? undefined : matrix(node.transform),
        opacity: node.opacity === 1 ? undefined : node.opacity,
        // With PASS_THROUGH, the layers inside blend with what is behind the group (Figma doc: BlendMode).
        style:
          node.blendMode === 'NORMAL' && node.children.length > 0
            ? 'isolation:isolate'
            : blendStyle(node.blendMode),
        filter: this.#filter(node),
      },
      content,
    )
  }

  #filter({ effects }: NodeData): string | undefined {
    if (!this.#options.namesEffects || effects.every(({ visible }) => visible === false)) return undefined
    return `url(#${this.definitions.add('filter', {}, element('feOffset', {}))})`
  }

  /** Returns the layer with its variables resolved. */
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
    if (node.type === 'TEXT') {
      return this.#options.outlinesText
        ? outlineText(node, this.definitions)
        : renderText(node, this.definitions)
    }
    const layers = this.layersIn(node)
    const inside =
      layers !== '' && node.clipsContent
        ? element('g', { 'clip-path': `url(#${clipOf(node, this.definitions)})` }, layers)
        : layers
    return renderFills(node, this.definitions) + inside + renderStrokes(node, this.definitions)
  }
}
