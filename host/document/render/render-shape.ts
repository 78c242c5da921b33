import type { StrokeCap, VectorPath } from '@figma/plugin-typings/plugin-api-standalone'
import type { NodeData } from '../node-data'
import { blendStyle, type DefinitionList, element } from './markup'
import { renderPaint } from './render-paint'
import { roundedRectangle } from './rounded-rectangle'

const CAPS: Readonly<Record<StrokeCap, string>> = {
  NONE: 'butt',
  ROUND: 'round',
  SQUARE: 'square',
  // Arrow heads are not drawn.
  ARROW_LINES: 'butt',
  ARROW_EQUILATERAL: 'butt',
  DIAMOND_FILLED: 'butt',
  TRIANGLE_FILLED: 'butt',
  CIRCLE_FILLED: 'butt',
}

/** The outline of a layer in its own space: its paths, or the rectangle that it fills. */
function outlineOf(node: NodeData): readonly VectorPath[] {
  if (node.type === 'VECTOR') return node.vectorPaths
  return [{ windingRule: 'NONZERO', data: roundedRectangle(node.width, node.height, node.corners) }]
}

/** The inside of a layer: one path for each paint and each outline. */
export function renderFills(node: NodeData, definitions: DefinitionList): string {
  const outlines = outlineOf(node).filter(({ windingRule }) => windingRule !== 'NONE')
  return node.fills
    .map((paint) => {
      const look = renderPaint(paint, node, definitions)
      if (!look) return ''
      return outlines
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

/** The stroke of a layer. Inside and outside strokes are drawn twice as wide and cut in half. */
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
        'stroke-width': node.strokeAlign === 'CENTER' ? node.strokeWeight : node.strokeWeight * 2,
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

/** The attribute that cuts an inside or outside stroke in half. */
function cut(node: NodeData, data: string, definitions: DefinitionList) {
  const rule = node.vectorPaths[0]?.windingRule === 'EVENODD' ? 'evenodd' : undefined
  if (node.strokeAlign === 'INSIDE') {
    const id = definitions.add('clipPath', {}, element('path', { d: data, 'clip-rule': rule }))
    return { 'clip-path': `url(#${id})` }
  }
  if (node.strokeAlign === 'CENTER') return {}
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

/** The clip of a frame that hides what sticks out of it. Returns the definition's id. */
export function clipOf(node: NodeData, definitions: DefinitionList): string {
  const path = element('path', { d: roundedRectangle(node.width, node.height, node.corners) })
  return definitions.add('clipPath', {}, path)
}
