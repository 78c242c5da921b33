import type { FinishLine, FinishRun, FinishStep } from '../../protocol/finish'
import { truncate } from '../../text/truncate'
import { rgbOf } from '../colors/paints'
import { axesOf, transformAt } from './axes'
import type { LoadedFont, LoadFont } from './fonts'
import { replaceBy } from './replace'

type TextStep = Extract<FinishStep, { kind: 'text' }>

interface SetText {
  readonly shape: TextNode
  readonly transform: Transform
}

/** Figma's minimum font size, in px. */
const MIN_SIZE = 1

const MAX_NAME_LENGTH = 80

/** With the font's own line height, the baseline is at this share of the height from the top, within 1 %, in common fonts. */
const BASELINE = 0.8

const ALIGNMENTS = { start: 'LEFT', middle: 'CENTER', end: 'RIGHT' } as const

/**
 * Replaces a layer with text layers: one per run of a line, in a group if there are several. Returns the font families that were
 * substituted. Rejects without having changed anything.
 */
export async function replaceByText(
  figma: PluginAPI,
  layer: SceneNode,
  { lines, opacity }: TextStep,
  load: LoadFont,
): Promise<string[]> {
  const fonts = await Promise.all(lines.map(({ runs }) => Promise.all(runs.map(load))))
  const instead = new Set<string>()
  for (const line of fonts) for (const font of line) if (font.instead !== null) instead.add(font.instead)
  const made: TextNode[] = []
  const create = () => {
    const shape = figma.createText()
    made.push(shape)
    return shape
  }
  const all: SetText[] = []
  try {
    for (const [i, line] of lines.entries()) all.push(...setLine(line, fonts[i] ?? [], create))
  } catch (error) {
    for (const shape of made) shape.remove()
    throw error
  }
  replaceBy(figma, layer, all, opacity)
  return [...instead]
}

function setLine(
  { anchor, matrix, runs }: FinishLine,
  fonts: readonly LoadedFont[],
  create: () => TextNode,
): SetText[] {
  const { scaleX, scaleY } = axesOf(matrix)
  // Text cannot be stretched, so it is scaled evenly.
  const scale = Math.sqrt(scaleX * scaleY)
  const set = runs.map((run, i) => {
    const shape = create()
    setRun(shape, run, fonts[i]?.fontName, scale)
    if (runs.length === 1) shape.textAlignHorizontal = ALIGNMENTS[anchor]
    return { run, shape, width: shape.width / scale, height: shape.height / scale }
  })
  const width = set.reduce((sum, each) => sum + each.run.dx + each.width, 0)
  let x = { start: 0, middle: -width / 2, end: -width }[anchor]
  return set.map((each) => {
    const { run, shape, height } = each
    x += run.dx
    const transform = transformAt(matrix, x, run.dy - BASELINE * height)
    x += each.width
    return { shape, transform }
  })
}

function setRun(shape: TextNode, run: FinishRun, fontName: FontName | undefined, scale: number): void {
  if (!fontName) throw new Error('a run without a font')
  const { characters, size, letterSpacing, fill, stroke } = run
  shape.fontName = fontName
  shape.fontSize = Math.max(MIN_SIZE, size * scale)
  if (letterSpacing !== 0) shape.letterSpacing = { value: letterSpacing * scale, unit: 'PIXELS' }
  shape.characters = characters
  shape.name = truncate(characters.trim() || characters, MAX_NAME_LENGTH)
  shape.fills = fill ? [solid(fill)] : []
  if (!stroke) return
  shape.strokes = [solid(stroke)]
  shape.strokeWeight = stroke.width * scale
  shape.strokeAlign = 'CENTER'
}

const solid = ({ color, opacity }: NonNullable<FinishRun['fill']>): SolidPaint => ({
  type: 'SOLID',
  color: rgbOf(color),
  opacity,
})
