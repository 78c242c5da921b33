import type { NodeData, TextData } from './node-data'

/** Width of a character and height of a line, relative to the font size. Fonts are not measured; these are typical values. */
const [CHARACTER, LINE] = [0.55, 1.2]

/** Returns the space between two characters, in px. */
export function spacingOf({ letterSpacing: { value, unit }, fontSize }: TextData): number {
  return unit === 'PIXELS' ? value : (value / 100) * fontSize
}

/** Returns the width of a character including the space after it, in px. */
export const advance = (text: TextData) => Math.max(0, text.fontSize * CHARACTER + spacingOf(text))

/** Breaks a text into lines of a width in px; without a width, only at line breaks. */
export function linesOf(text: TextData, width = Number.POSITIVE_INFINITY): string[] {
  const { characters } = text
  const room = Math.max(1, Math.floor(width / advance(text) + 1e-9))
  return characters.split('\n').flatMap((line) => wrapped(line, room))
}

function wrapped(line: string, room: number): string[] {
  const lines: string[] = []
  let open = ''
  for (const word of line.split(' ')) {
    const longer = open === '' ? word : `${open} ${word}`
    if (longer.length <= room || open === '') open = longer
    else {
      lines.push(open)
      open = word
    }
  }
  return [...lines, open]
}

/** Returns the height of a line of text, in px. */
export function lineHeight({ fontSize }: TextData): number {
  return fontSize * LINE
}

/** Returns the size of a text layer that hugs its text, in px; otherwise its own size. */
export function textSize({ text, width, height }: Pick<NodeData, 'text' | 'width' | 'height'>) {
  if (text.autoResize === 'NONE') return { width, height }
  const lines = linesOf(text, text.autoResize === 'HEIGHT' ? width : undefined)
  const longest = Math.max(0, ...lines.map((line) => line.length)) * advance(text)
  return {
    width: text.autoResize === 'HEIGHT' ? width : longest,
    height: lines.length * lineHeight(text),
  }
}
