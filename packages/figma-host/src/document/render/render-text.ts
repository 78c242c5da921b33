import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import type { NodeData } from '../node-data'
import { lineHeight, linesOf, spacingOf } from '../text'
import { type DefinitionList, element } from './markup'
import { renderPaint } from './render-paint'

/** How far the baseline lies below the top of a line, by the font size. */
const BASELINE = 0.95

const ANCHORS = { LEFT: 'start', JUSTIFIED: 'start', CENTER: 'middle', RIGHT: 'end' } as const

/** A text, line by line, in whatever font the browser has. Its strokes are always centered. */
export function renderText(node: NodeData, definitions: DefinitionList): string {
  const { text, width, height } = node
  const lines = linesOf(text, text.autoResize === 'WIDTH_AND_HEIGHT' ? undefined : width)
  const free = height - lines.length * lineHeight(text)
  const top = free * { TOP: 0, CENTER: 0.5, BOTTOM: 1 }[text.alignVertical]
  const x = width * { LEFT: 0, JUSTIFIED: 0, CENTER: 0.5, RIGHT: 1 }[text.alignHorizontal]
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
