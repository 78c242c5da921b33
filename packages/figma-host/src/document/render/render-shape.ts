import type { Paint, StrokeCap, VectorPath } from '@figma/plugin-typings/plugin-api-standalone'
import { outlineOf, rectanglePath } from '../geometry/outlines'
import type { NodeData } from '../node-data'
import { blendStyle, type DefinitionList, element } from './markup'
import { renderPaint } from './render-paint'

const CAPS: Readonly<Record<StrokeCap, string>> = {
  NONE: 'butt',
  ROUND: 'round',
  SQUARE: 'square',
  // Arrowheads are not rendered.
  ARROW_LINES: 'butt',
  ARROW_EQUILATERAL: 'butt',
  DIAMOND_FILLED: 'butt',
  TRIANGLE_FILLED: 'butt',
  CIRCLE_FILLED: 'butt',
}

/** Renders the fills of a layer: one path for each paint and outline. */
export function renderFills(node: NodeData, definitions: DefinitionList): string {
  const outlines = outlineOf(node)
  if (node.pathFills) {
    return outlines
      .map((outline, at) => renderPaints(node.pathFills?.[at] ?? [], [outline], node, definitions))
      .join('')
  }
  return renderPaints(node.fills, outlines, node, definitions)
}

function renderPaints(
  paints: readonly Paint[],
  outlines: readonly VectorPath[],
  node: NodeData,
  definitions: DefinitionList,
): string {
  const filled = outlines.filter(({ windingRule }) => windingRule !== 'NONE')
  return paints
    .map((paint) => {
      const look = renderPaint(paint, node, definitions)
      if (!look) return ''
      return filled
        .map(({ windingRule, data }) =>
          element('path', {
            d: data,
            fill: look.value,
            'fill-opacity': look.opacity,
            'fill-rule': windingRule === 'EVENODD' ? 'evenodd' : undefined,
            style: blendStyle(paint.blendMode),
          }),
        )
        .join('')
    })
    .join('')
}

/** Renders the strokes of a layer. Inside and outside strokes are drawn with twice the width and clipped. */
export function renderStrokes(node: NodeData, definitions: DefinitionList): string {
  if (node.strokeWeight === 0) return ''
  const data = outlineOf(node)
    .map((outline) => outline.data)
    .join(' ')
  return node.strokes
    .map((paint) => {
      const look = renderPaint(paint, node, definitions)
      if (!look) return ''
      return element('path', {
        d: data,
        fill: 'none',
        stroke: look.value,
        'stroke-opacity': look.opacity,
        'stroke-width': alignOf(node) === 'CENTER' ? node.strokeWeight : node.strokeWeight * 2,
        'stroke-linecap': CAPS[node.strokeCap],
        'stroke-linejoin': node.strokeJoin.toLowerCase(),
        'stroke-miterlimit': node.strokeMiterLimit,
        'stroke-dasharray': node.dashPattern.length > 0 ? node.dashPattern.join(' ') : undefined,
        style: blendStyle(paint.blendMode),
        ...cut(node, data, definitions),
      })
    })
    .join('')
}

/** Returns the alignment of a stroke. A line has no inside. */
function alignOf({ type, strokeAlign }: NodeData): NodeData['strokeAlign'] {
  return type === 'LINE' ? 'CENTER' : strokeAlign
}

/** Returns the attribute that clips an inside or outside stroke. */
function cut(node: NodeData, data: string, definitions: DefinitionList) {
  const rule = node.vectorPaths[0]?.windingRule === 'EVENODD' ? 'evenodd' : undefined
  if (alignOf(node) === 'INSIDE') {
    const id = definitions.add('clipPath', {}, element('path', { d: data, 'clip-rule': rule }))
    return { 'clip-path': `url(#${id})` }
  }
  if (alignOf(node) === 'CENTER') return {}
  const reach = node.strokeWeight * Math.max(2, node.strokeMiterLimit)
  const area = {
    x: -reach,
    y: -reach,
    width: node.width + 2 * reach,
    height: node.height + 2 * reach,
  }
  const outside = element('rect', { ...area, fill: '#fff' }) + element('path', { d: data, 'fill-rule': rule })
  return { mask: `url(#${definitions.add('mask', { maskUnits: 'userSpaceOnUse', ...area }, outside)})` }
}

/** Defines the clip of a frame. Returns its id. */
export function clipOf(node: NodeData, definitions: DefinitionList): string {
  const path = element('path', { d: rectanglePath(node.width, node.height, node.corners) })
  return definitions.add('clipPath', {}, path)
}
