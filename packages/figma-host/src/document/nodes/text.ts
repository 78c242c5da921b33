import type { FontName, LetterSpacing, TextNode } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { number, oneOf, record, text as textValue } from '../check'
import { ApiError } from '../errors'
import { fontKey, hasFont } from '../fonts'
import type { TextData } from '../node-data'
import { textSize } from '../text'

/** Changes the content or style of a text layer, then its size. */
function change({ data, document, id }: NodeSubject, patch: Partial<TextData>): void {
  const text = { ...data.text, ...patch }
  document.update(id, { text, ...textSize({ text, width: data.width, height: data.height }) })
}

/** Throws if the font of a text layer is not loaded, which is required for changing its layout (Figma doc). */
function assertLoaded({ session }: NodeSubject, font: FontName): void {
  if (session.loadedFonts.has(fontKey(font))) return
  const { family, style } = font
  throw new ApiError(
    `Cannot write to node with unloaded font "${family} ${style}". Please call figma.loadFontAsync({ family: "${family}", style: "${style}" }) and await the returned promise first.`,
  )
}

/** Validates a font name. */
export function fontName(value: unknown, where: string): FontName {
  const fields = record(value, where, ['family', 'style'])
  return {
    family: textValue(fields.family, `${where}.family`),
    style: textValue(fields.style, `${where}.style`),
  }
}

function letterSpacing(value: unknown, where: string): LetterSpacing {
  const fields = record(value, where, ['value', 'unit'])
  return {
    value: number(fields.value, `${where}.value`),
    unit: oneOf(fields.unit, `${where}.unit`, ['PIXELS', 'PERCENT']),
  }
}

function setting<Key extends keyof TextData>(key: Key, check: (value: unknown) => TextData[Key]) {
  return {
    get: ({ data }: NodeSubject) => data.text[key],
    set: (node: NodeSubject, value: unknown) => {
      const wanted = check(value)
      assertLoaded(node, node.data.text.fontName)
      change(node, { [key]: wanted } as Partial<TextData>)
    },
  }
}

/** A text layer with a single font. */
export const text = {
  characters: setting('characters', (value) => textValue(value, 'characters')),
  fontSize: setting('fontSize', (value) => number(value, 'fontSize', 1)),
  letterSpacing: setting('letterSpacing', (value) => letterSpacing(value, 'letterSpacing')),
  fontName: {
    get: ({ data }: NodeSubject) => data.text.fontName,
    set: (node: NodeSubject, value: unknown) => {
      const font = fontName(value, 'fontName')
      assertLoaded(node, font)
      change(node, { fontName: font })
    },
  },
  hasMissingFont: { get: ({ data }: NodeSubject) => !hasFont(data.text.fontName) },
  textAutoResize: setting('autoResize', (value) =>
    oneOf(value, 'textAutoResize', ['NONE', 'WIDTH_AND_HEIGHT', 'HEIGHT']),
  ),
  textAlignHorizontal: setting('alignHorizontal', (value) =>
    oneOf(value, 'textAlignHorizontal', ['LEFT', 'CENTER', 'RIGHT', 'JUSTIFIED']),
  ),
  textAlignVertical: setting('alignVertical', (value) =>
    oneOf(value, 'textAlignVertical', ['TOP', 'CENTER', 'BOTTOM']),
  ),
} satisfies Capability<TextNode>
