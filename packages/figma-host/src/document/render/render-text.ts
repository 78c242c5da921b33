import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import type { NodeData } from '../node-data'
import { advance, lineHeight, linesOf, spacingOf } from '../text'
import { type DefinitionList, element } from './markup'
import { renderPaint } from './render-paint'
import { renderFills, renderStrokes } from './render-shape'

/** Offset of the baseline from the top of a line, relative to the font size. */
const BASELINE = 0.95

/** Share of the free width before a line. */
const SHARES = { LEFT: 0, JUSTIFIED: 0, CENTER: 0.5, RIGHT: 1 } as const

const ANCHORS = { LEFT: 'start', JUSTIFIED: 'start', CENTER: 'middle', RIGHT: 'end' } as const

/** Renders text as outlines: a bar for each character, as wide as it is in the layout. */
export function outlineText(node: NodeData, definitions: DefinitionList): string {
  const { text, width, height } = node
  const { lines, top } = layOut(node)
  const step = advance(text)
  const bars = lines.flatMap((line, at) => {
    const start = (width - line.length * step) * SHARES[text.alignHorizontal]
    const base = top + at * lineHeight(text) + BASELINE * text.fontSize
    return [...line].map((character, i) => {
      if (character === ' ') return ''
      const [x, y] = [start + i * step, base - 0.7 * text.fontSize]
      return `M${x} ${y}L${x + 0.8 * step} ${y}L${x + 0.8 * step} ${base}L${x} ${base}Z`
    })
  })
  const vectorPaths = [{ windingRule: 'NONZERO' as const, data: bars.join('') }]
  const shape = { ...node, type: 'VECTOR' as const, vectorPaths, width, height }
  return bars.join('') === '' ? '' : renderFills(shape, definitions) + renderStrokes(shape, definitions)
}

function layOut({ text, width, height }: NodeData) {
  const lines = linesOf(text, text.autoResize === 'WIDTH_AND_HEIGHT' ? undefined : width)
  const free = height - lines.length * lineHeight(text)
  return { lines, top: free * { TOP: 0, CENTER: 0.5, BOTTOM: 1 }[text.alignVertical] }
}

/** Renders text line by line, in any font of the browser. Strokes are always centered. */
export function renderText(node: NodeData, definitions: DefinitionList): string {
  const { text, width } = node
  const { lines, top } = layOut(node)
  const x = width * SHARES[text.alignHorizontal]
  const attributes = {
    'font-family': `${text.fontName.family}, sans-serif`,
    'font-weight': { Bold: '700', Medium: '500' }[text.fontName.style.replace(' Italic', '')],
    'font-style': text.fontName.style.endsWith('Italic') ? 'italic' : undefined,
    'font-size': text.fontSize,
    'letter-spacing': spacingOf(text) === 0 ? undefined : spacingOf(text),
    'text-anchor': ANCHORS[text.alignHorizontal],
  }
  const painted = (paint: Paint, attributesOf: (look: Look) => object) => {
    const look = renderPaint(paint, node, definitions)
    if (!look) return ''
    return lines
      .map((line, at) => {
        const y = top + at * lineHeight(text) + BASELINE * text.fontSize
        return element('text', { ...attributes, ...attributesOf(look), x, y }, escaped(line))
      })
      .join('')
  }
  const filled = ({ value, opacity }: Look) => ({ fill: value, 'fill-opacity': opacity })
  const outlined = ({ value, opacity }: Look) => ({
    ...{ fill: 'none', stroke: value, 'stroke-opacity': opacity, 'stroke-width': node.strokeWeight },
  })
  return [
    ...node.fills.map((paint) => painted(paint, filled)),
    ...node.strokes.map((paint) => painted(paint, outlined)),
  ].join('')
}

type Look = NonNullable<ReturnType<typeof renderPaint>>

function escaped(line: string): string {
  return line.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`)
}
