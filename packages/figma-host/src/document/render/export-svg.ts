import type { DocumentModel } from '../document'
import { multiply, translation } from '../geometry/matrix'
import { absoluteTransform, containerOf } from '../layout'
import type { NodeData } from '../node-data'
import { drawnBox } from './drawn-box'
import { LayerRenderer } from './layer-renderer'
import { element, matrix } from './markup'

/**
 * Exports a layer as SVG text like Figma: with rotation and opacity, cropped to what it paints. Sides are rounded up to whole px, as Figma
 * may do. Null for a layer that paints nothing. Effects become filters without any visible effect.
 */
export function exportSvg(document: DocumentModel, node: NodeData, outlinesText: boolean): string | null {
  const isHidden = [...document.ancestors(node.id)].some(({ visible }) => !visible)
  const box = isHidden ? null : drawnBox(document, node)
  if (!box) return null
  const renderer = new LayerRenderer(document, { outlinesText, namesEffects: true })
  const container = containerOf(document, node)
  const toPage = container ? absoluteTransform(document, container) : translation(0, 0)
  const layer = element(
    'g',
    { transform: matrix(multiply(translation(-box.x, -box.y), toPage)) },
    renderer.layer(node),
  )
  const size = { width: Math.ceil(box.width), height: Math.ceil(box.height) }
  return element(
    'svg',
    {
      ...size,
      viewBox: `0 0 ${size.width} ${size.height}`,
      fill: 'none',
      xmlns: 'http://www.w3.org/2000/svg',
    },
    layer + renderer.definitions.markup(),
  )
}
