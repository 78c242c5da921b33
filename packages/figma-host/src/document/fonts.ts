import type { FontName } from '@figma/plugin-typings/plugin-api-standalone'

/** The fonts that the host's editor has. */
export const FONTS: readonly FontName[] = ['Inter', 'Roboto'].flatMap((family) =>
  ['Regular', 'Italic', 'Medium', 'Bold', 'Bold Italic'].map((style) => ({ family, style })),
)

/** A font as one text, to be looked up by. */
export function fontKey({ family, style }: FontName): string {
  return `${family} ${style}`
}

/** Whether the editor has a font. */
export function hasFont(font: FontName): boolean {
  return FONTS.some((known) => fontKey(known) === fontKey(font))
}
