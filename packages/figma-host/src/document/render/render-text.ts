import type { NodeData } from '../node-data'
import { lineHeight, linesOf } from '../text'
import { type DefinitionList, element } from './markup'
import { renderPaint } from './render-paint'

/** How far the baseline lies below the top of a line, by the font size. */
const BASELINE = 0.95

const ANCHORS = { LEFT: 'start', JUSTIFIED: 'start', CENTER: 'middle', RIGHT: 'end' } as const

/** A text, line by line, in whatever font the browser has. */
export function renderText(node: NodeData, definitions: DefinitionList): string {
  const { text, width, height } = node
  const lines = linesOf(text, text.autoResize === 'WIDTH_AND_HEIGHT' ? undefined : width)
  const free = height - lines.length * lineHeight(text)
  const top = free * { TOP: 0, CENTER: 0.5, BOTTOM: 1 }[text.alignVertical]
  const x = width * { LEFT: 0, JUSTIFIED: 0, CENTER: 0.5, RIGHT: 1 }[text.alignHorizontal]
  return node.fills
    .map((paint) => {
      const look = renderPaint(paint, node, definitions)
      if (!look) return ''
      const attributes = {
        fill: look.value,
        'fill-opacity': look.opacity,
        'font-family': `${text.fontName.family}, sans-serif`,
        'font-weight': { Bold: '700', Medium: '500' }[text.fontName.style],
        'font-size': text.fontSize,
        'text-anchor': ANCHORS[text.alignHorizontal],
      }
      return lines
        .map((line, at) => {
          const y = top + at * lineHeight(text) + BASELINE * text.fontSize
          return element('text', { ...attributes, x, y }, escaped(line))
        })
        .join('')
    })
    .join('')
}

function escaped(line: string): string {
  return line.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`)
}
